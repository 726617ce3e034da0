import { describe, expect, it } from 'vitest';
import { assessMax, COK_INDICATORS, DEFAULT_TARGETS } from '../../src/domain/indicators.ts';
import type { OrganisationKind } from '../../src/domain/organisation.ts';
import type { StatisticsRecord } from '../../src/domain/record.ts';
import { isMissed, weakSpot } from '../../src/domain/weak-spot.ts';
import { schoolRecord } from '../sidebar/fixtures.ts';

function spotOf(fields: Partial<StatisticsRecord>, kind: OrganisationKind = 'school'): string | null {
  const record = schoolRecord(fields);
  const spot = weakSpot(record, kind, assessMax(record, kind, DEFAULT_TARGETS));
  return spot === null ? null : `${spot.group} ${spot.stage} ${spot.reached}/${spot.of}`;
}

describe('the weak spot', () => {
  it.each<[string, string | null, Partial<StatisticsRecord>, OrganisationKind]>([
    ['every target is met', null, {}, 'school'],
    ['close to the target is not met', 'teachers active 44/58', { teachersActive: 44 }, 'school'],
    [
      'teachers before parents, whose loss is greater',
      'teachers active 40/58',
      { teachersActive: 40, parentsActive: 0 },
      'school',
    ],
    ['parents where teachers are met', 'parents active 10/400', { parentsActive: 10 }, 'school'],
    [
      'the stage that loses most',
      'teachers linked 5/58',
      { teachersActive: 40, teachersLinked: 5 },
      'school',
    ],
    [
      'no journal in a preschool',
      'teachers active 40/58',
      { teachersActive: 40, teachersLinked: 5 },
      'preschool',
    ],
    [
      'a missed indicator whose counts are blank says nothing, the next one does',
      'parents active 10/400',
      {
        teachersActive: 40,
        teachersRegistered: null,
        parentsActive: 10,
      },
      'school',
    ],
  ])('%s', (_note, expected, fields, kind) => {
    expect(spotOf(fields, kind)).toBe(expected);
  });

  it('is of МАХ alone: УБ ЦОК has no stages', () => {
    const record = schoolRecord({});
    const [teachers] = assessMax(record, 'school', DEFAULT_TARGETS);
    const [indicator] = COK_INDICATORS;
    if (teachers === undefined || indicator === undefined) throw new Error('no indicator');
    expect(weakSpot(record, 'school', [{ ...teachers, indicator, status: 'below' }])).toBeNull();
  });

  it.each([
    ['met', false],
    ['near', true],
    ['below', true],
    ['no-data', false],
    ['not-applicable', false],
  ] as const)('%s is missed: %s', (status, missed) => {
    expect(isMissed({ status })).toBe(missed);
  });
});
