import { expect, it } from 'vitest';
import { importRows, openProject, sampleWeeks, sheetNamed } from './project.ts';

it.each([
  { today: '2026-11-18', old: false, note: 'the day of the report' },
  { today: '2026-11-27', old: false, note: 'nine days later' },
  { today: '2026-11-28', old: true, note: 'ten days later' },
])('«Сводка» warns of old data: $note', async ({ today, old }) => {
  const [week = []] = sampleWeeks(3);
  const app = openProject({ now: () => new Date(`${today}T09:00:00+03:00`) });
  await importRows(app, week);
  const shown = app.view(sheetNamed(app, 'Сводка')).display.flat();
  expect(shown.includes('данным больше 9 дней: загрузите новый отчёт')).toBe(old);
});
