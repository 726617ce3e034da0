import { describe, expect, it } from 'vitest';
import { COLUMN_INDEX } from '../../src/domain/columns.ts';
import { IssueError } from '../../src/domain/issues.ts';
import { recordToRow, type StatisticsRow } from '../../src/domain/record.ts';
import { IMPORT_ROW_LIMIT } from '../../src/import/limits.ts';
import { validateOlderRows, validateRows } from '../../src/import/wire.ts';
import { IMPORT_ROW_LIMIT as CONTRACT_LIMIT } from '../../src/server/contract.ts';
import { school } from './support.ts';

const GOOD = recordToRow(school());
const OTHER = recordToRow(school({ orgId: '2' }));

function withCell(key: keyof typeof COLUMN_INDEX, cell: unknown): unknown[] {
  return GOOD.map((value, index): unknown => (index === COLUMN_INDEX[key] ? cell : value));
}

function detailOf(rows: unknown, validate: (given: unknown) => unknown = validateRows): string {
  try {
    validate(rows);
  } catch (error) {
    if (error instanceof IssueError && error.issue.code === 'request-invalid') return error.issue.detail;
    throw error;
  }
  return 'accepted';
}

describe('validateRows', () => {
  it('gives right rows back', () => {
    const rows: StatisticsRow[] = [GOOD, OTHER];
    expect(validateRows(rows)).toEqual(rows);
  });

  it('takes blanks where the source has them', () => {
    const row = withCell('teachersActive', null).map((cell, at) => (at === COLUMN_INDEX.link ? null : cell));
    expect(validateRows([row])).toEqual([row]);
  });

  it('agrees with the contract on the number of rows', () => {
    expect(IMPORT_ROW_LIMIT).toBe(CONTRACT_LIMIT);
  });

  const bad: readonly [note: string, rows: unknown, detail: string][] = [
    ['nothing', undefined, 'rows'],
    ['text', 'rows', 'rows'],
    ['no rows', [], 'rows'],
    ['an object like an array', { 0: GOOD, length: 1 }, 'rows'],
    ['a row that is text', ['x'], 'rows[0]'],
    ['24 cells', [GOOD.slice(1)], 'rows[0]: expected 25 cells'],
    ['26 cells', [GOOD, [...GOOD, 1]], 'rows[1]'],
    ['too many rows', Array.from({ length: IMPORT_ROW_LIMIT + 1 }, () => GOOD), 'rows'],
    ['text in a count', [withCell('teachersActive', '41')], 'row 1, column X'],
    ['a negative count', [withCell('teachersActive', -1)], 'row 1, column X'],
    ['a fraction', [withCell('teachersActive', 0.5)], 'row 1, column X'],
    ['NaN', [withCell('teachersActive', Number.NaN)], 'row 1, column X'],
    ['infinite', [withCell('teachersActive', Number.POSITIVE_INFINITY)], 'row 1, column X'],
    ['a count beyond belief', [withCell('teachersActive', 1_000_001)], 'row 1, column X'],
    ['a boolean', [withCell('activity', true)], 'row 1, column I'],
    ['an object in a cell', [withCell('shortName', { toString: () => 'x' })], 'row 1, column B'],
    ['a number for an INN', [withCell('inn', 780000005)], 'row 1, column W'],
    ['a text too long', [withCell('shortName', 'я'.repeat(50_001))], 'row 1, column B'],
    ['no date', [withCell('date', '')], 'row 1, column A'],
    ['a null date', [withCell('date', null)], 'row 1, column A'],
    ['no such day', [withCell('date', '2026-02-30')], 'row 1, column A'],
    ['a date with time', [withCell('date', '2026-06-03T00:00')], 'row 1, column A'],
    [
      'two dates',
      [GOOD, withCell('date', '2026-06-10').map((c, at) => (at === COLUMN_INDEX.orgId ? '2' : c))],
      'row 2',
    ],
    ['a blank id', [withCell('orgId', ' ')], 'row 1'],
    ['an id of null', [withCell('orgId', null)], 'row 1'],
    ['an id twice', [GOOD, OTHER, GOOD], 'row 3'],
  ];
  it.each(bad)('refuses %s', (_note, rows, detail) => {
    expect(detailOf(rows).startsWith(detail)).toBe(true);
  });
});

describe('validateOlderRows', () => {
  const older = (date: string, orgId = '1'): StatisticsRow => recordToRow(school({ date, orgId }));
  const earlier = (rows: unknown) => validateOlderRows(rows, '2026-06-10');

  it('gives rows of earlier reports back, a school once a report', () => {
    const rows = [older('2026-06-03'), older('2026-05-27'), older('2026-06-03', '2'), older('2026-06-09')];
    expect(earlier(rows)).toEqual(rows);
    expect([earlier([]), earlier(undefined), earlier(null)]).toEqual([[], [], []]);
  });

  it.each([
    ['text', 'rows', 'older'],
    ['a row that is text', ['x'], 'older[0]'],
    ['24 cells', [GOOD.slice(1)], 'older[0]'],
    ['a wrong cell', [withCell('teachersActive', -1)], 'row 1, column X'],
    ['no day', [withCell('date', '')], 'row 1, column A'],
    ['a blank id', [older('2026-06-03'), older('2026-06-03', ' ')], 'older, row 2: blank id'],
    ['the day itself', [older('2026-06-10')], 'older, row 1: a date before 2026-06-10'],
    ['a later day', [older('2026-06-03'), older('2026-07-01')], 'older, row 2: a date before 2026-06-10'],
    ['a row twice', [older('2026-06-03'), older('2026-06-03')], 'older, row 2: date and id occur twice'],
  ])('refuses %s', (_note, rows, detail) => {
    expect(detailOf(rows, earlier)).toContain(detail);
  });
});
