import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SCHOOL_COLUMNS } from '../../../src/book/schools.ts';
import { ATTENTION_LETTER, DATA_FIRST, SUMMARY_DATA_LAYOUT } from '../../../src/book/summary/layout.ts';
import { stepProgress } from '../../../src/domain/checklists/district.ts';
import { STEPS } from '../../../src/domain/checklists/steps.ts';
import type { Reply } from '../../../src/server/contract.ts';
import type { ChecklistRow, ChecklistState } from '../../../src/server/contract-checklists.ts';
import type { TextsState } from '../../../src/server/contract-texts.ts';
import { createSchoolList } from '../../../src/sidebar/checklists/school-list.ts';
import { columnNumber } from '../../../workbench/apps-script/address.ts';
import type { AppsScript } from '../../../workbench/apps-script/index.ts';
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

/** The rows as the sidebar reads them with the texts, which logs nothing of what was typed here. */
function rowsOf(app: AppsScript, { book }: ChecklistState): readonly ChecklistRow[] {
  const reply = app.run('sidebarReadTexts', book.date) as Reply<TextsState>;
  if (!reply.ok) throw new Error(reply.issue.code);
  return reply.value.checklists;
}

/** Progress in «Школы», without its percent. */
function progressInSchools(app: AppsScript): Map<string, unknown> {
  const sheet = app.book.sheet(sheetNamed(app, 'Школы'));
  const area = { row: 1, rows: sheet.maxRows, columns: 1 };
  const [ids, progress] = [SCHOOL_COLUMNS.id, SCHOOL_COLUMNS.checklists].map((column) =>
    app.view(sheet.id, { ...area, column }).values.map(([value]) => String(value ?? '')),
  );
  return new Map(
    (ids ?? []).flatMap((id, row) =>
      /^\d+$/.test(id) ? [[id, (progress?.[row] ?? '').split(' · ')[0]] as const] : [],
    ),
  );
}

/** Steps of «Сводка»: schools that wait, schools that it applies to. */
function stepsInSummary(app: AppsScript): unknown[][] {
  const column = columnNumber(ATTENTION_LETTER.step('waiting'));
  const area = { row: DATA_FIRST, column, rows: STEPS.length, columns: 2 };
  return app.view(sheetNamed(app, SUMMARY_DATA_LAYOUT.name), area).values.map((row) => [...row]);
}

it('sheet, «Школы», «Сводка» and sidebar give the same progress for 1,000 random rows', async () => {
  const app = openProject({ now: () => new Date('2026-11-24T09:00:00Z') });
  await importRows(app, sampleWeeks(SCHOOLS, 1, 9)[0] ?? []);
  const state = look(app);
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
      const now = { ...state, rows: rowsOf(app, state) };
      expect(inSheet).toEqual(progressByRule(now));
      expect(progressInSchools(app)).toEqual(inSheet);
      const schools = createSchoolList(now)
        .all()
        .map(({ id, reading }) => ({ school: id, states: reading.states }));
      expect(stepsInSummary(app)).toEqual(
        stepProgress(schools).map(({ waiting, applicable }) => [waiting.length, applicable]),
      );
      compared += inSheet.size;
    }),
    { seed: 20261124, numRuns: 10, endOnFailure: true },
  );
  expect(compared).toBeGreaterThanOrEqual(1000);
}, 120_000);
