import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGETS } from '../../src/domain/indicators.ts';
import { DEFAULT_KIND_WORDS } from '../../src/domain/organisation.ts';
import { statusCountsOf, statusesSeen } from '../../src/sidebar/preview.ts';
import { laggingRecord, schoolRecord } from './fixtures.ts';

const SETTINGS = { targets: DEFAULT_TARGETS, kindWords: DEFAULT_KIND_WORDS };

describe('statuses of a file', () => {
  it('counts schools by indicator, in the order of the table', () => {
    const records = [
      schoolRecord(),
      laggingRecord(),
      laggingRecord({ teachersActive: 44 }),
      schoolRecord({ teachersActive: null, orgType: 'Детский сад' }),
    ];
    const counts = statusCountsOf(records, SETTINGS);
    expect(counts.map(({ indicator, counts: found }) => [indicator.code, found])).toEqual([
      ['max.teachers', { met: 1, near: 1, below: 1, 'no-data': 1, 'not-applicable': 0 }],
      ['max.parents', { met: 4, near: 0, below: 0, 'no-data': 0, 'not-applicable': 0 }],
      ['max.students', { met: 3, near: 0, below: 0, 'no-data': 0, 'not-applicable': 1 }],
    ]);
    expect(counts.map(({ counts: found }) => statusesSeen(found))).toEqual([
      ['met', 'near', 'below', 'no-data'],
      ['met'],
      ['met', 'not-applicable'],
    ]);
  });
});
