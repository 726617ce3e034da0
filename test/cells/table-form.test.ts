import { describe, expect, it } from 'vitest';
import * as entry from '../../src/cells/entry.ts';
import { COLUMNS } from '../../src/domain/columns.ts';
import { HEADINGS } from '../../src/domain/headings.ts';

const STATISTICS: unknown[][] = [
  ['Дата', 'Краткое название', 'Тип ОО', 'ID организация', HEADINGS.teachersTotal, HEADINGS.teachersActive],
  [new Date(2026, 10, 18), 'Школа № 9001', 'Школа', '00001', 60, 41],
  [new Date(2026, 10, 18), 'Детский сад № 7', 'Детский сад', '00002', 10, 9],
  ['', 'Школа № 9003', 'Школа', '00003', '', ''],
  [new Date(2026, 10, 18), 'Лицей', 'Школа', '00004', 10, 1],
  [new Date(2026, 10, 18), 'Лицей', 'Школа', '00005', 10, 2],
  ['', '', '', '', '', ''],
];
const HISTORY: unknown[][] = [
  ['Дата', 'ID организация', 'Тип ОО', HEADINGS.teachersTotal, HEADINGS.teachersActive],
  [new Date(2026, 10, 18), '1', 'Школа', 60, 45],
  [new Date(2026, 10, 11), '1', 'Школа', 60, 30],
  ['2026-11-11', '2', 'Школа', 10, 5],
];
const pct = entry.MAX_ACTIVE_TEACHERS_PCT;

describe('a share over a table with headings', () => {
  it.each<{ school: unknown; answer: unknown; note: string }>([
    { school: '00001', answer: 0.6833, note: 'by id' },
    { school: 'школа №9001', answer: 0.6833, note: 'by name, however it is spelt' },
    { school: [['Детский сад № 7']], answer: [[0.9]], note: 'a range of one cell' },
    { school: [['00002'], [''], ['00001'], ['']], answer: [[0.9], [''], [0.6833]], note: 'a range' },
    { school: '00003', answer: '', note: 'a vanished school has no data' },
    { school: '77', answer: 'В таблице нет школы «77»', note: 'unknown' },
    { school: 'Лицей', answer: 'В таблице две школы «Лицей»: укажите ID', note: 'two of one name' },
    { school: '', answer: '', note: 'blank' },
    { school: '#REF!', answer: '#REF!', note: 'an error passes through' },
  ])('$note', ({ school, answer }) => {
    expect(pct(STATISTICS, school)).toEqual(answer);
  });

  it('a wrong school or date, or one left out, is named', () => {
    expect(pct(STATISTICS, true)).toContain('Школа задаётся ID или названием');
    expect(pct(STATISTICS, undefined)).toContain('не указан');
    expect(pct(HISTORY, '1', 'вчера')).toContain('в аргументе date (дата отчёта)');
    expect(pct(HISTORY, '1', '#N/A')).toBe('#N/A');
  });

  it.each<{ school: unknown; date?: unknown; answer: unknown; note: string }>([
    { school: '1', answer: 0.75, note: 'the latest report without a date' },
    { school: 1, date: new Date(2026, 10, 11), answer: 0.5, note: 'a date; the id as a number' },
    { school: '1', date: '11.11.2026', answer: 0.5, note: 'a date as text' },
    { school: '2', date: '2026-11-18', answer: '', note: 'not in that report' },
    { school: '1', date: '01.01.2026', answer: 'В таблице нет отчёта от 01.01.2026', note: 'no such report' },
    { school: 'Школа', answer: 'В таблице нет школы «Школа»: укажите ID', note: 'a table without names' },
  ])('over «История»: $note', ({ school, date, answer }) => {
    expect(pct(HISTORY, school, date)).toBe(answer);
  });

  it('names the column that the table lacks', () => {
    expect(entry.MAX_ACTIVE_PARENTS_PCT(HISTORY, '1')).toBe(
      `В таблице нет столбца «${HEADINGS.parentsActive}»`,
    );
    const undated = HISTORY.map((row) => row.slice(1));
    expect(pct(undated, '2', '11.11.2026')).toBe('В таблице нет столбца «Дата»');
  });

  it('students do not apply to preschools, nor links where there is no journal', () => {
    const table = [
      ['ID организация', 'Тип ОО', HEADINGS.studentsTotal, HEADINGS.studentsActive, HEADINGS.parentsLinked],
      ['1', 'Детский сад', 10, 9, 3],
    ].map((row, index) => [...row, index === 0 ? HEADINGS.parentsRegistered : 5]);
    expect(entry.MAX_ACTIVE_STUDENTS_PCT(table, '1')).toBe('не применимо');
    expect(entry.MAX_LINKED_PARENTS_PCT(table, '1')).toBe('не применимо');
    for (const [type, answer] of [
      ['Школа', 0.9],
      ['Иное', ''],
      ['', ''],
    ]) {
      const row = (table[1] ?? []).map((cell, index) => (index === 1 ? type : cell));
      expect(entry.MAX_ACTIVE_STUDENTS_PCT([table[0], row], '1')).toBe(answer);
    }
  });

  it('УБ ЦОК: totals of its own sheet, else those of the statistics', () => {
    const own = [
      ['ID', 'Школа', 'педагогов всего', 'назначили'],
      ['1', 'Школа', 10, 6],
    ];
    expect(entry.COK_TEACHERS_PCT(own, '1')).toBe(0.6);
    const history = [
      ['ID организация', HEADINGS.studentsTotal, 'просмотрели'],
      ['1', 10, 3],
    ];
    expect(entry.COK_STUDENTS_PCT(history, '1')).toBe(0.3);
  });

  it('does not mistake a range of counts for a table', () => {
    expect(pct([[1, 2]], [[2, 2]])).toEqual([[0.5, 1]]);
  });
});

it('headings are those of the statistics file', () => {
  const headings = COLUMNS.map(({ heading }) => heading);
  expect(headings).toEqual(expect.arrayContaining(Object.values(HEADINGS)));
});
