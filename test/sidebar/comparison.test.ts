import { describe, expect, it } from 'vitest';
import { DEFAULT_KIND_WORDS } from '../../src/domain/organisation.ts';
import { recordToRow, type StatisticsRecord } from '../../src/domain/record.ts';
import { districtChanges, schoolChanges } from '../../src/sidebar/comparison.ts';
import { school } from '../import/support.ts';

const row = (changes: Partial<StatisticsRecord>) => recordToRow(school(changes));

describe('districtChanges', () => {
  it('weighs by people, leaves out blanks, totals of 0 and students of preschools', () => {
    const before = [
      row({ orgId: '1', teachersActive: 10, teachersTotal: 100 }),
      row({ orgId: '2', teachersActive: 10, teachersTotal: 10 }),
      row({ orgId: '3', teachersActive: null, teachersTotal: 500 }),
      row({ orgId: '4', teachersActive: 3, teachersTotal: 0 }),
      row({
        orgId: '5',
        orgType: 'Детский сад',
        studentsActive: 0,
        studentsTotal: 1000,
        teachersTotal: null,
      }),
    ];
    const [teachers, , students] = districtChanges(before, [], DEFAULT_KIND_WORDS);
    expect(teachers).toMatchObject({ before: 1818, after: null });
    expect(students).toMatchObject({ before: 2000 });
  });
});

describe('schoolChanges', () => {
  const before = [row({ orgId: '1' }), row({ orgId: '2' }), row({ orgId: '3' })];
  const after = [
    row({ orgId: '1', date: '2026-06-10', teachersActive: 45 }),
    row({ orgId: '2', date: '2026-06-10' }),
    row({ orgId: '9' }),
  ];

  it('tells shares and columns that change, the date alone is none', () => {
    expect(schoolChanges(['1', '2'], before, after, DEFAULT_KIND_WORDS)).toMatchObject([
      {
        id: '1',
        shares: [{ indicator: { code: 'max.teachers' }, before: 6833, after: 7500 }],
        headings: ['Кол-во активных учителей'],
      },
      { id: '2', shares: [], headings: [] },
    ]);
  });

  it('knows only schools of both sides that are asked for', () => {
    expect(schoolChanges(['9', '3'], before, after, DEFAULT_KIND_WORDS)).toEqual([]);
  });
});
