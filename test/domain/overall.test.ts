import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../../src/domain/indicators.ts';
import { overallStatus } from '../../src/domain/overall.ts';
import type { Assessment, Status } from '../../src/domain/status.ts';

const NONE = { missing: null, aboveWhole: false };

/** Statuses in the order of the indicators: MAX teachers, parents, students, УБ ЦОК teachers, students. */
function school(...statuses: (Status | 'without-target')[]) {
  return statuses.map((status, index) => {
    const indicator = INDICATORS[index];
    if (indicator === undefined) throw new Error('too many statuses');
    const assessment: Assessment =
      status === 'without-target'
        ? { status: 'no-data', share: 4000, ...NONE }
        : { status, share: status === 'no-data' || status === 'not-applicable' ? null : 4000, ...NONE };
    return { indicator, ...assessment };
  });
}

describe('overallStatus', () => {
  it.each<{ statuses: (Status | 'without-target')[]; want: Status; note: string }>([
    { statuses: ['met', 'met', 'met', 'met', 'met'], want: 'met', note: 'everything is met' },
    { statuses: ['met', 'met', 'below', 'met', 'met'], want: 'below', note: 'one is enough' },
    { statuses: ['no-data', 'met', 'below', 'no-data', 'no-data'], want: 'below', note: 'below is sure' },
    {
      statuses: ['met', 'met', 'met', 'met', 'below'],
      want: 'below',
      note: 'УБ ЦОК counts where it is known',
    },
    { statuses: ['met', 'no-data', 'near', 'met', 'met'], want: 'no-data', note: 'the statistics lack one' },
    { statuses: ['met', 'met', 'near', 'no-data', 'no-data'], want: 'near', note: 'УБ ЦОК is loaded apart' },
    {
      statuses: ['met', 'met', 'not-applicable', 'not-applicable', 'not-applicable'],
      want: 'met',
      note: 'a preschool',
    },
    {
      statuses: ['met', 'without-target', 'met', 'met', 'met'],
      want: 'met',
      note: 'an emptied target judges nobody',
    },
    { statuses: ['without-target', 'without-target'], want: 'no-data', note: 'nothing is judged' },
    {
      statuses: ['no-data', 'no-data', 'no-data', 'no-data', 'no-data'],
      want: 'no-data',
      note: 'nothing is known',
    },
  ])('$statuses: $want ($note)', ({ statuses, want }) => {
    expect(overallStatus(school(...statuses))).toBe(want);
  });
});
