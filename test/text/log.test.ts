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
  const counts = { added: 1, updated: 1234, unchanged: 0, vanished: 2, warnings: 3 };
  expect(importText({ fileName: 'неделя.csv', ...counts })).toBe(
    'неделя.csv: новых 1, изменено 1\u00a0234, без изменений 0, нет в отчёте 2, предупреждений 3',
  );
});

it('says of an undo what was undone', () => {
  expect(undoText('2026-11-18', 'неделя.csv')).toBe('отменён импорт отчёта от 18.11.2026 (неделя.csv)');
});
