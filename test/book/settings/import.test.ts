import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../../src/book/settings/areas.ts';
import { rememberEntries } from '../../../src/book/settings/import.ts';
import { DEFAULT_KIND_WORDS } from '../../../src/domain/organisation.ts';
import type { Remember } from '../../../src/import/remember.ts';

const SIGNATURE = 'max.25.0123456789abcdef';

function readBack(remember: Remember) {
  return parseSettings([...rememberEntries(remember, DEFAULT_KIND_WORDS)], () => null);
}

describe('what imports remember', () => {
  it('is read back as it was written', () => {
    const choice = { date: 0, orgId: 8, teachersTotal: 12 };
    const { remembered, issues } = readBack({
      columns: { signature: SIGNATURE, choice, title: 'Файл' },
      municipalities: ['Округ № 1', 'МО «Два, три; четыре»'],
    });
    expect(remembered).toEqual({
      columns: [{ signature: SIGNATURE, choice }],
      municipalities: ['Округ № 1', 'МО «Два, три; четыре»'],
    });
    expect(issues).toEqual([]);
  });

  it('one МО with a semicolon in its name stays one', () => {
    expect(readBack({ municipalities: ['Два; три'] }).remembered.municipalities).toEqual(['Два; три']);
  });

  it('no МО: of all', () => {
    expect(readBack({ municipalities: null }).remembered.municipalities).toBeNull();
    expect(readBack({}).remembered).toEqual({ columns: [], municipalities: null });
  });

  const typed: { note: string; text: string; names: string[] | null }[] = [
    { note: 'lines, with blank ones', text: ' Округ 1 \n\nОкруг 2\n', names: ['Округ 1', 'Округ 2'] },
    { note: 'spaces only', text: '  ', names: null },
  ];
  it.each(typed)('МО by hand: $note', ({ text, names }) => {
    const { remembered } = parseSettings([['import.municipalities', text]], () => null);
    expect(remembered.municipalities).toEqual(names);
  });

  const columns: { note: string; text: string; choice: Record<string, number> | null }[] = [
    { note: 'spaces around', text: ' date = 1 ;orgId=9 ', choice: { date: 0, orgId: 8 } },
    { note: 'parts that say nothing are left out', text: 'date=1; orgId=?; 5; =2', choice: { date: 0 } },
    { note: 'a name with a meaning of its own is no field', text: '__proto__=1', choice: null },
    { note: 'nothing that can be read', text: 'потом', choice: null },
  ];
  it.each(columns)('columns by hand: $note', ({ text, choice }) => {
    const { remembered } = parseSettings([[`columns.${SIGNATURE}`, text]], () => null);
    expect(remembered.columns).toEqual(choice === null ? [] : [{ signature: SIGNATURE, choice }]);
  });
});
