import * as charts from 'chart.js/auto';

// A script of its own: the engine finds the library where such a script leaves it.
Object.assign(globalThis, { Chart: Object.assign(charts.Chart, charts) });
