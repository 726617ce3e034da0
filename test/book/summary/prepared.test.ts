import { expect, it } from 'vitest';
import { summaryFormulas } from '../../../src/book/summary/formulas.prepared.ts';
import { ROW } from '../../../src/book/summary/sources.ts';

it('what the build prepares of «Сводка» is plain JSON: each cell once, with no name of a sheet in it', () => {
  const prepared = summaryFormulas();
  expect(JSON.parse(JSON.stringify(prepared))).toEqual(prepared);
  for (const [part, runs] of Object.entries({ cells: prepared.cells, data: prepared.data })) {
    const addresses = runs.flatMap(([letter, , rows]) => rows.map((row) => `${letter}${row}`));
    expect(addresses.length, part).toBeGreaterThan(100);
    expect(new Set(addresses).size, part).toBe(addresses.length);
    const texts = runs.map(([, text]) => text);
    expect(
      texts.some((text) => text.includes(ROW)),
      part,
    ).toBe(true);
    expect(texts.filter((text) => /'(Школы|Статистика|История|Чек-листы|Настройки)'!/.test(text))).toEqual(
      [],
    );
  }
  expect(prepared.titles.length).toBeGreaterThan(5);
});
