import { RUN_LIMIT_MS } from '../../workbench/apps-script/calls.ts';
import { importRows, openProject, sampleWeeks } from '../book/project.ts';
import type { Measure } from './measure.ts';

const SIZES = [100, 2500];
const MOST_CALLS = 40;

/** Two weeks imported into an emulated book of a district and of a city. */
export async function benchBook(): Promise<Measure[]> {
  const measures: Measure[] = [];
  const calls: number[] = [];
  for (const schools of SIZES) {
    const app = openProject();
    const [before = [], week = []] = sampleWeeks(schools, 2);
    await importRows(app, before);
    const start = performance.now();
    const answer = await importRows(app, week);
    const wall = performance.now() - start;
    if (!answer.ok) throw new Error(`The import was refused: ${JSON.stringify(answer.issue)}`);
    calls.push(app.lastRun.calls);
    measures.push(
      {
        what: `import commit, ${schools} schools`,
        measured: app.lastRun.calls,
        budget: MOST_CALLS,
        unit: 'calls',
      },
      {
        what: `modelled run of it on the platform, ${schools} schools`,
        measured: app.lastRun.milliseconds / 1000,
        budget: RUN_LIMIT_MS / 1000,
        unit: 's',
      },
      { what: `the same in the emulator, ${schools} schools`, measured: wall, budget: null, unit: 'ms' },
    );
    app.dispose();
  }
  measures.push({
    what: 'import commit: calls of the city more than of the district',
    measured: Math.abs((calls[1] ?? 0) - (calls[0] ?? 0)),
    budget: 0,
    unit: 'calls',
  });
  return measures;
}
