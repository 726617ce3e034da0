import { expect, it } from 'vitest';
import { RunKilled } from '../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed } from './project.ts';

it('«Сводка» says so while an import is unfinished, and is silent after the repair', async () => {
  const app = openProject();
  const [before = [], week = []] = sampleWeeks(5, 2);
  await importRows(app, before);
  const banner = (): string[] =>
    app
      .view(sheetNamed(app, 'Сводка'))
      .display.flat()
      .filter((text) => text.startsWith('Импорт не завершён'));
  expect(banner()).toEqual([]);

  const request = { fileName: 'week.csv', rows: week };
  expect(() =>
    app.runWith({ killAt: { call: 22, keepWrites: 1 } }, 'sidebarImportStatistics', request),
  ).toThrow(RunKilled);
  expect(banner()).toHaveLength(1);

  app.run('sidebarReadBook');
  expect(banner()).toEqual([]);
});
