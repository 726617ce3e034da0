import * as charts from 'chart.js/auto';

// The engine finds the library where a script of its own would leave it.
Object.assign(globalThis, { Chart: Object.assign(charts.Chart, charts) });
