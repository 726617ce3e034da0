import { attentionCells } from './attention.ts';
import { listCells } from './lists.ts';
import { pageOf } from './page.ts';
import { promiseCells } from './promises.ts';
import { placeholder, ROW, type SheetKey, type SheetNames, SOURCE_KEYS, sourcesOf } from './sources.ts';
import { trendCells } from './trend.ts';

/** Cells of a column with one text, in which `ROW` stands for the number of the row. */
export type Runs = readonly (readonly [letter: string, text: string, rows: readonly number[]])[];

export interface SummaryFormulas {
  readonly cells: Runs;
  readonly formats: Runs;
  /** Rows of «Сводка» that begin a block. */
  readonly titles: readonly number[];
  /** Cells of the hidden sheet. */
  readonly data: Runs;
}

/**
 * Everything that «Сводка» calculates, with placeholders for the names of sheets. Made when the
 * add-on is built: Code.js carries the formulas, not what makes them.
 */
export function summaryFormulas(): SummaryFormulas {
  const names: Partial<Record<SheetKey, string>> = {};
  for (const key of [...SOURCE_KEYS, 'summary'] as const) names[key] = placeholder(key);
  const sources = sourcesOf(names as SheetNames);
  const { cells, formats, titles } = pageOf(sources);
  return {
    cells: runsOf(cells),
    formats: runsOf(formats),
    titles,
    data: runsOf([
      ...trendCells(sources),
      ...listCells(sources),
      ...attentionCells(sources),
      ...promiseCells(sources),
    ]),
  };
}

/** Cells of one column that differ in their own row alone (`A3`, not `A$3`) become one run. */
function runsOf(cells: Iterable<readonly [string, string]>): Runs {
  const runs = new Map<string, { readonly letter: string; readonly text: string; readonly rows: number[] }>();
  for (const [address, cell] of cells) {
    const letter = address.replace(/\d+/, '');
    const row = address.slice(letter.length);
    const text = cell.replace(new RegExp(`([A-Z])${row}(?!\\d)`, 'g'), `$1${ROW}`);
    const key = `${letter} ${text}`;
    const run = runs.get(key) ?? { letter, text, rows: [] };
    run.rows.push(Number(row));
    runs.set(key, run);
  }
  return [...runs.values()].map(({ letter, text, rows }) => [letter, text, rows]);
}
