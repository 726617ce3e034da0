import { expect, it } from 'vitest';
import { learnersMeasure } from '../../../src/domain/yardsticks/learners.ts';
import { recordWith } from '../record-builder.ts';

const COUNTS = { studentsActive: 30, parentsActive: 20, studentsTotal: 100, parentsTotal: 150 };

it.each([
  { note: 'both groups', kind: 'school', change: {}, active: 50, total: 250 },
  { note: 'parents alone', kind: 'preschool', change: {}, active: 20, total: 150 },
  {
    note: 'no students needed',
    kind: 'preschool',
    change: { studentsActive: null, studentsTotal: null },
    active: 20,
    total: 150,
  },
  { note: 'a blank', kind: 'school', change: { studentsActive: null }, active: null, total: 250 },
  { note: 'a blank', kind: 'school', change: { parentsActive: null }, active: null, total: 250 },
  { note: 'a blank', kind: 'school', change: { studentsTotal: null }, active: 50, total: null },
  { note: 'a blank', kind: 'college', change: { parentsTotal: null }, active: 50, total: null },
  { note: 'to be asked about', kind: 'unknown', change: {}, active: null, total: null },
] as const)('$kind, $note: $active of $total', ({ kind, change, active, total }) => {
  const counts = recordWith({ ...COUNTS, ...change });
  expect(learnersMeasure({ kind, counts })).toEqual({ active, total, applicable: true });
});
