/**
 * `npm run bench`: every budget as measured / budget, in one run. Exit code 1 where one is missed.
 * Times differ from run to run and from machine to machine, so most budgets are counts, bytes and
 * ratios of two times of the same run.
 */
import { buildAll } from '../../build/build.ts';
import { readDist, readExpected } from '../../build/dist.ts';
import { SOURCES } from '../../build/sources.ts';
import { benchBook } from './book.ts';
import { benchCells } from './cells.ts';
import { type Bench, isMissed, type Measure, sweep, tableOf } from './measure.ts';
import { benchReading } from './reading.ts';
import { benchSidebar } from './sidebar.ts';
import { benchSizes } from './sizes.ts';
import { benchWorkbench } from './workbench.ts';
import { benchYear } from './year.ts';

const { folder } = await buildAll();
const dist = await readDist(folder, readExpected(SOURCES));

const PARTS: readonly Bench[] = [
  () => benchSizes(dist),
  () => benchCells(dist.code),
  benchReading,
  benchBook,
  benchYear,
  benchSidebar,
  benchWorkbench,
];

const measures: Measure[] = [];
for (const part of PARTS) {
  sweep();
  measures.push(...(await part()));
}
console.log(tableOf(measures));
if (measures.some(isMissed)) process.exitCode = 1;
