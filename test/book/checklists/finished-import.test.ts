import { expect, it } from 'vitest';
import { RunKilled } from '../../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, tableOf } from '../project.ts';
import { openQuick } from '../quick.ts';
import { SHEET } from './support.ts';

it('a school of an import that was killed has its row of «Чек-листы» after the next call, whatever that is', async () => {
  const [rows = []] = sampleWeeks(6, 1, 3);
  const made = openProject();
  await importRows(made, rows.slice(0, 5));
  const { app } = openQuick(made.book.save());
  made.dispose();
  const start = app.book.snapshot();
  const request = { fileName: 'next.csv', rows };
  let finished = 0;
  for (let call = 1, alive = false; !alive; call += 1) {
    app.book.restore(start);
    try {
      app.runWith({ killAt: { call } }, 'sidebarImportStatistics', request);
      alive = true;
    } catch (error) {
      if (!(error instanceof RunKilled)) throw error;
      expect(app.run('sidebarReadBook'), `call ${call}`).toMatchObject({ ok: true });
    }
    const schools = [...tableOf(app, 'Статистика').keys()];
    expect([...tableOf(app, SHEET).keys()], `call ${call}`).toEqual(schools);
    if (!alive && schools.length === 6) finished += 1;
  }
  expect(finished).toBeGreaterThan(5);
  expect(app.lastRun.calls).toBeLessThanOrEqual(40);
});
