import { type ColumnKey, findColumns } from '../../../src/book/checklists/columns.ts';
import { progressLabel, progressOf } from '../../../src/domain/checklists/progress.ts';
import { readSchoolRow } from '../../../src/domain/checklists/school-row.ts';
import { columnLetter } from '../../../src/domain/columns.ts';
import type { Reply } from '../../../src/server/contract.ts';
import type {
  ChecklistAnswer,
  ChecklistChange,
  ChecklistRow,
  ChecklistState,
  SheetHints,
  TickCells,
} from '../../../src/server/contract-checklists.ts';
import type { AppsScript } from '../../../workbench/apps-script/index.ts';
import { sheetNamed } from '../project.ts';

export const SHEET = 'Чек-листы';
export const BLANK: TickCells = { cell: null, checkedOn: null };

/** What the sidebar gets when it opens the view. */
export function look(app: AppsScript): ChecklistState {
  const reply = app.run('sidebarReadChecklists', {}) as Reply<ChecklistState>;
  if (!reply.ok) throw new Error(JSON.stringify(reply.issue));
  return reply.value;
}

export function change(app: AppsScript, request: ChecklistChange): Reply<ChecklistAnswer> {
  return app.run('sidebarChangeChecklist', request) as Reply<ChecklistAnswer>;
}

type Tick = Extract<ChecklistChange, { kind: 'tick' }>;

export function tick(hints: SheetHints, school: string, step: Tick['step'], more: Partial<Tick> = {}): Tick {
  const rest = { who: 'К1', saw: BLANK, done: true, checked: null, comment: '' };
  return { kind: 'tick', school, step, hints, ...rest, ...more };
}

export function seen({ steps, checkedOn }: ChecklistRow, step: Tick['step']): TickCells {
  return { cell: steps[step] ?? null, checkedOn: checkedOn[step] ?? null };
}

/** Where a cell of a school stands now; a sheet that people renamed keeps its id. */
export function placeOf(app: AppsScript, sheetId: number, school: string, key: ColumnKey): string {
  const sheet = app.book.sheet(sheetId);
  const columns = findColumns((sheet.cells[0] ?? []).map((cell) => cell?.value ?? ''));
  const [idColumn, column] = [columns.get('id') ?? 0, columns.get(key) ?? 0];
  const row = sheet.cells.findIndex((cells) => cells?.[idColumn - 1]?.value === school);
  if (row < 0 || column === 0) throw new Error(`no cell ${key} of ${school}`);
  return `${columnLetter(column - 1)}${row + 1}`;
}

/** Rows of «Журнал» about ticks, the newest first: who, school id, change, details. */
export function loggedTicks(
  app: AppsScript,
): { who: unknown; school: unknown; change: unknown; details: unknown }[] {
  return app
    .view(sheetNamed(app, 'Журнал'))
    .values.filter((row) => row[2] === 'Отметка')
    .map((row) => ({ who: row[1], school: row[6], change: row[4], details: row[5] }));
}

export function progressInSheet(app: AppsScript): Map<string, unknown> {
  // The first columns alone: colours of a thousand cells take their time.
  const { maxRows } = app.book.sheet(sheetNamed(app, SHEET));
  const area = { row: 1, column: 1, rows: maxRows, columns: 8 };
  const [headings = [], , ...rows] = app.view(sheetNamed(app, SHEET), area).values;
  const [id, all] = [headings.indexOf('ID организация'), headings.indexOf('Всего')];
  return new Map(rows.filter((row) => row[id] !== '').map((row) => [String(row[id]), row[all]]));
}

/** The same by the rule of the core. */
export function progressByRule({ today, book, rows }: ChecklistState): Map<string, unknown> {
  const days = { today, reportDate: book.date };
  return new Map(
    rows.map((row) => [
      row.id,
      progressLabel(progressOf(readSchoolRow({ ...row, school: row.name }, days).states)),
    ]),
  );
}
