import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importRows, openProject, sampleWeeks, sheetNamed } from '../project.ts';
import { look, progressByRule, progressInSheet, SHEET } from './support.ts';

/** What people type into the cells of a row. */
const STEP_TEXTS = ['', 'ИСТИНА', 'ЛОЖЬ', 'н/п', 'Н/П: нет классов', 'не применимо', 'да', 'н/пусто', '5'];
const DAYS = ['', '', '17.11.2026', '18.11.2026', '19.11.2026', '01.01.2030', 'вчера'];
const EXCEPTIONS = [
  '',
  '',
  'И3 — нет',
  'и3, О4 и Р2 нет',
  'И31 — нет',
  'О99 И4 — х; Ц1',
  'нет; O5 P6',
  'И-5: да',
];
const SCHOOLS = 100;

it('sheet and rule give the same progress for 1,000 random rows', async () => {
  const app = openProject({ now: () => new Date('2026-11-24T09:00:00Z') });
  await importRows(app, sampleWeeks(SCHOOLS, 1, 9)[0] ?? []);
  const { values } = app.view(sheetNamed(app, SHEET), { row: 1, column: 1, rows: 1, columns: 60 });
  const headings = (values[0] ?? []).map(String);
  const first = headings.findIndex((heading) => heading.startsWith('И1.'));
  const last = headings.indexOf('не применимо');
  let compared = 0;
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(999)), (stream) => {
      const pick = (texts: readonly string[]): string =>
        texts[(stream.next().value ?? 0) % texts.length] ?? '';
      const block = Array.from({ length: SCHOOLS }, () =>
        headings.slice(first, last + 1).map((heading) => {
          if (heading === 'не применимо') return pick(EXCEPTIONS);
          return pick(heading.endsWith('проверено') ? DAYS : STEP_TEXTS);
        }),
      );
      app.hands.paste(SHEET, 'L3', block);
      const inSheet = progressInSheet(app);
      expect(inSheet).toEqual(progressByRule(look(app)));
      compared += inSheet.size;
    }),
    { seed: 20261124, numRuns: 10, endOnFailure: true },
  );
  expect(compared).toBeGreaterThanOrEqual(1000);
}, 120_000);
