import { dateCell } from '../../src/book/cells.ts';
import { HISTORY_COUNTS } from '../../src/book/history.ts';
import type { StatisticsRow } from '../../src/domain/record.ts';
import { sampleDistrict } from '../../src/sample/district.ts';
import { RUN_LIMIT_MS } from '../../workbench/apps-script/calls.ts';
import type { AppsScript } from '../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed } from '../book/project.ts';
import { openQuick } from '../book/quick.ts';
import { type Measure, millisecondsOf } from './measure.ts';

const SIZES = [60, 240] as const;
const WEEKS = 26;
const MOST_CALLS = 40;
const TIMES = SIZES[1] / SIZES[0];
const CITY = 2500;
const CITY_WEEKS = 52;
/** Of one spreadsheet. */
const MOST_CELLS = 10_000_000;

interface Year {
  readonly calls: number;
  /** Import of the week, then «Сводка» as a person sees it. */
  readonly wall: number;
}

/** The book with so many weeks in «История» as JSON, the last of them in «Статистика», and the next week. */
async function bookOf(
  app: AppsScript,
  schools: number,
  weeks: number,
): Promise<{ readonly book: string; readonly week: readonly StatisticsRow[] }> {
  const [before = [], week = []] = sampleWeeks(schools, 2);
  await importRows(app, before);
  const history = sheetNamed(app, 'История');
  const older = sampleDistrict({ schools, weeks, seed: 1, lastDate: '2026-11-18' })
    .slice(0, -2)
    .flat()
    .map((record) => [
      dateCell(record.date),
      record.orgId,
      record.orgType,
      ...HISTORY_COUNTS.map((key) => record[key]),
    ]);
  const first = app.view(history).values.length;
  app.book.changeBook((state) => {
    const sheet = state.sheets.find(({ id }) => id === history);
    if (sheet === undefined) throw new Error('no «История»');
    sheet.maxRows = first + older.length + schools * 2;
    older.forEach((row, index) => {
      sheet.cells[first + index] = row.map((value) => (value === null ? undefined : { value }));
    });
  });
  const book = app.book.save();
  app.dispose();
  return { book, week };
}

async function imported(app: AppsScript, week: readonly StatisticsRow[]): Promise<void> {
  const reply = await importRows(app, week);
  if (!reply.ok) throw new Error(`The import was refused: ${reply.issue.code}`);
}

/** A book with half a year in «История», opened anew as the next week finds it, and that week's import. */
async function yearOf(schools: number): Promise<Year> {
  const { book, week } = await bookOf(openProject(), schools, WEEKS);
  const app = openProject({ book });
  const wall = await millisecondsOf(async () => {
    await imported(app, week);
    app.view(sheetNamed(app, 'Сводка'));
  });
  const { calls } = app.lastRun;
  app.dispose();
  return { calls, wall };
}

/** A city's book with a whole year: what the platform limits. Formulas are not calculated here. */
async function benchCity(): Promise<Measure[]> {
  const { book, week } = await bookOf(openQuick().app, CITY, CITY_WEEKS);
  const { app } = openQuick(book);
  await imported(app, week);
  const { calls, milliseconds } = app.lastRun;
  const cells = app.book.sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);
  app.dispose();
  const what = `import into ${CITY_WEEKS} weeks of ${CITY} schools`;
  return [
    { what, measured: calls, budget: MOST_CALLS, unit: 'calls' },
    {
      what: `modelled run on the platform: ${what}`,
      measured: milliseconds / 1000,
      budget: RUN_LIMIT_MS / 1000,
      unit: 's',
    },
    { what: 'that book', measured: cells / 1e6, budget: MOST_CELLS / 1e6, unit: 'M cells' },
  ];
}

/** Neither «История» nor the formulas of «Сводка» may cost more than in proportion to the schools. */
export async function benchYear(): Promise<Measure[]> {
  const [small, large] = [await yearOf(SIZES[0]), await yearOf(SIZES[1])];
  return [
    ...(await benchCity()),
    {
      what: `import into ${WEEKS} weeks of ${SIZES[1]} schools`,
      measured: large.calls,
      budget: MOST_CALLS,
      unit: 'calls',
    },
    {
      what: `the same with «Сводка», against ${SIZES[0]} schools (in proportion: ${TIMES} ×)`,
      measured: large.wall / small.wall,
      budget: 2 * TIMES,
      unit: '×',
    },
  ];
}
