import { dateCell } from '../../src/book/cells.ts';
import { HISTORY_COUNTS } from '../../src/book/history.ts';
import { sampleDistrict } from '../../src/sample/district.ts';
import { importRows, openProject, sampleWeeks, sheetNamed } from '../book/project.ts';
import { type Measure, millisecondsOf } from './measure.ts';

const SIZES = [60, 240] as const;
const WEEKS = 26;
const MOST_CALLS = 40;
const TIMES = SIZES[1] / SIZES[0];

interface Year {
  readonly calls: number;
  /** Import of the week, then «Сводка» as a person sees it. */
  readonly wall: number;
}

/** A book with half a year in «История», and the import of one week more. */
async function yearOf(schools: number): Promise<Year> {
  const [before = [], week = []] = sampleWeeks(schools, 2);
  const made = openProject();
  await importRows(made, before);
  const history = sheetNamed(made, 'История');
  const older = sampleDistrict({ schools, weeks: WEEKS, seed: 1, lastDate: '2026-11-18' })
    .slice(0, -2)
    .flat()
    .map((record) => [
      dateCell(record.date),
      record.orgId,
      record.orgType,
      ...HISTORY_COUNTS.map((key) => record[key]),
    ]);
  const first = made.view(history).values.length;
  made.book.changeBook((state) => {
    const sheet = state.sheets.find(({ id }) => id === history);
    if (sheet === undefined) throw new Error('no «История»');
    sheet.maxRows = first + older.length + schools * 2;
    older.forEach((row, index) => {
      sheet.cells[first + index] = row.map((value) => (value === null ? undefined : { value }));
    });
  });
  // Opened anew, as the next week finds it.
  const app = openProject({ book: made.book.save() });
  made.dispose();
  const wall = await millisecondsOf(async () => {
    const reply = await importRows(app, week);
    if (!reply.ok) throw new Error(`The import was refused: ${reply.issue.code}`);
    app.view(sheetNamed(app, 'Сводка'));
  });
  const { calls } = app.lastRun;
  app.dispose();
  return { calls, wall };
}

/** Neither «История» nor the formulas of «Сводка» may cost more than in proportion to the schools. */
export async function benchYear(): Promise<Measure[]> {
  const [small, large] = [await yearOf(SIZES[0]), await yearOf(SIZES[1])];
  return [
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
