import { expect, it } from 'vitest';
import { datesText, importText, undoText } from '../../src/text/log.ts';

it.each([
  [null, '2026-11-18', 'нет данных → 18.11.2026', 'the first import'],
  ['2026-11-11', '2026-11-18', '11.11.2026 → 18.11.2026', 'the next week'],
  ['2026-11-11', null, '11.11.2026 → нет данных', 'the first import undone'],
])('dates %s, %s → «%s»: %s', (before, after, expected, _note) => {
  expect(datesText(before, after)).toBe(expected);
});

it('says of an import the file and the counts', () => {
  const counts = { added: 1, updated: 1234, unchanged: 0, vanished: 2 };
  expect(importText({ fileName: 'неделя.csv', counts, historyDates: [], warnings: 3 })).toBe(
    'неделя.csv: новых 1, изменено 1\u00a0234, без изменений 0, нет в отчёте 2, предупреждений 3',
  );
});

it.each([
  [['2026-11-04', '2026-11-11'], 'только в «Историю» 04.11.2026, 11.11.2026'],
  [
    ['2026-10-07', '2026-10-14', '2026-10-21', '2026-10-28', '2026-11-04', '2026-11-11'],
    'только в «Историю» 07.10.2026, 14.10.2026, 21.10.2026, 28.10.2026, 04.11.2026, всего 6',
  ],
])('names the reports that went to «История» only: %s', (historyDates, words) => {
  expect(importText({ fileName: 'год.csv', counts: null, historyDates, warnings: 0 })).toBe(
    `год.csv: ${words}, предупреждений 0`,
  );
});

it('says of an undo what was undone', () => {
  expect(undoText('2026-11-18', 'неделя.csv')).toBe('отменён импорт отчёта от 18.11.2026 (неделя.csv)');
});
