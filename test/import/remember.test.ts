import { describe, expect, it } from 'vitest';
import { IssueError } from '../../src/domain/issues.ts';
import { validateRemember } from '../../src/import/remember.ts';

const COLUMNS = { signature: 'max.25.0123456789abcdef', choice: { orgId: 3 }, title: 'Колонки файла' };

function answer(remember: unknown): unknown {
  try {
    return validateRemember(remember);
  } catch (error) {
    if (error instanceof IssueError && error.issue.code === 'request-invalid') return error.issue.detail;
    throw error;
  }
}

describe('validateRemember', () => {
  it.each([
    { note: 'nothing to remember', given: undefined, taken: {} },
    { note: 'nothing, as the platform carries it', given: null, taken: {} },
    { note: 'columns', given: { columns: COLUMNS }, taken: { columns: COLUMNS } },
    { note: 'МО', given: { municipalities: ['А', 'Б'] }, taken: { municipalities: ['А', 'Б'] } },
    { note: 'all МО', given: { municipalities: null }, taken: { municipalities: null } },
    {
      note: 'kinds of organisations',
      given: { kinds: [{ type: 'Кванториум', kind: 'additional' }] },
      taken: { kinds: [{ type: 'Кванториум', kind: 'additional' }] },
    },
    {
      note: 'as many names as a cell holds',
      given: { municipalities: ['х'.repeat(25_000), 'х'.repeat(24_999)] },
      taken: { municipalities: ['х'.repeat(25_000), 'х'.repeat(24_999)] },
    },
    { note: 'what nobody asked for is left out', given: { evil: 1 }, taken: {} },
  ])('takes $note', ({ given, taken }) => {
    expect(answer(given)).toEqual(taken);
  });

  it.each([
    { note: 'text', given: 'всё' },
    { note: 'a code of another area', given: { columns: { ...COLUMNS, signature: 'near' } } },
    { note: 'a position that no file has', given: { columns: { ...COLUMNS, choice: { orgId: -1 } } } },
    { note: 'a fraction', given: { columns: { ...COLUMNS, choice: { orgId: 0.5 } } } },
    { note: 'a field with marks of the cell', given: { columns: { ...COLUMNS, choice: { 'a=1; b': 1 } } } },
    { note: 'a title without end', given: { columns: { ...COLUMNS, title: 'х'.repeat(301) } } },
    { note: 'names that no cell holds', given: { municipalities: ['х'.repeat(50_001)] } },
    {
      note: 'names that no cell holds together',
      given: { municipalities: ['х'.repeat(25_000), 'х'.repeat(25_000)] },
    },
    {
      note: 'names that no cell holds with the marks between them',
      given: { municipalities: ['х'.repeat(25_000), 'х'.repeat(24_999), ''] },
    },
    { note: 'a kind that is not known', given: { kinds: [{ type: 'Кванториум', kind: 'unknown' }] } },
    { note: 'a kind of nothing', given: { kinds: [{ type: ' ', kind: 'school' }] } },
    { note: 'kinds that are no list', given: { kinds: 'school' } },
    { note: 'no columns', given: { columns: null } },
    { note: 'a number as a name', given: { municipalities: [5] } },
  ])('refuses $note', ({ given }) => {
    expect(answer(given)).toMatch(/^remember.*: expected ./);
  });
});
