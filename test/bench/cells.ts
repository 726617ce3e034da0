import vm from 'node:vm';
import { MAX_ACTIVE_TEACHERS_PCT } from '../../src/cells/entry.ts';
import type { Measure } from './measure.ts';
import { ratio } from './measure.ts';

const ROWS = 100_000;
const EMPTY_SCRIPT = 'function SHARE(active, total) { return active / total; }';

/** What a cell pays: the first call of a fresh evaluation, and a long range. */
export function benchCells(code: string): Measure[] {
  const active = column((index) => index % 61);
  const total = column(() => 60);
  return [
    {
      what: 'first custom-function call, against an empty script',
      measured: ratio(
        () => callFresh(code, 'MAX_ACTIVE_TEACHERS_PCT(41, 60)'),
        () => callFresh(EMPTY_SCRIPT, 'SHARE(41, 60)'),
        41,
      ),
      budget: 3,
      unit: '×',
    },
    {
      what: `custom function on ${ROWS} rows, against a bare loop`,
      measured: ratio(
        () => MAX_ACTIVE_TEACHERS_PCT(active, total),
        () => bareLoop(active, total),
      ),
      budget: 2,
      unit: '×',
    },
  ];
}

function column(value: (index: number) => number): number[][] {
  return Array.from({ length: ROWS }, (_, index) => [value(index)]);
}

/** As the platform does for a cell: the whole file evaluated in a new context, then one call. */
function callFresh(code: string, call: string): unknown {
  return vm.runInContext(`${code}\n${call}`, vm.createContext({}));
}

/** What somebody would write by hand, with the same answers for blanks and zeros. */
function bareLoop(active: readonly number[][], total: readonly number[][]): (number | string)[][] {
  const shares: (number | string)[][] = [];
  for (let index = 0; index < active.length; index += 1) {
    const part = active[index]?.[0];
    const whole = total[index]?.[0];
    const known = typeof part === 'number' && typeof whole === 'number' && whole > 0;
    shares.push([known ? Math.floor((part * 10_000) / whole) / 10_000 : '']);
  }
  return shares;
}
