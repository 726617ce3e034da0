import type { Command } from '@odoo/o-spreadsheet/dist/types/types/commands';
import { a1Of } from '../apps-script/address.ts';
import type { SheetState } from '../apps-script/book-state.ts';
import type { AppsScript, ShownToast } from '../apps-script/environment.ts';
import { RefusedByRule } from '../apps-script/index.ts';
import { DispatchResult, type Model, stores } from '../engine/o-spreadsheet.ts';
import { bookSheetId } from '../engine/workbook.ts';
import type { BookHistory } from './history.ts';
import { showProblem, showToast } from './messages.ts';
import { readBack } from './read-back.ts';

/** Commands that show something and change no cell: the engine's own business. */
const VIEW = new Set<string>([
  'FOLLOW_BOOK',
  'START',
  'COPY',
  'CLEAN_CLIPBOARD_HIGHLIGHT',
  'ACTIVATE_SHEET',
  'ACTIVATE_NEXT_SHEET',
  'ACTIVATE_PREVIOUS_SHEET',
  'EVALUATE_CELLS',
  'EVALUATE_CHARTS',
  'START_CHANGE_HIGHLIGHT',
  'AUTOFILL_SELECT',
  'SET_FORMULA_VISIBILITY',
  'SELECT_FIGURE',
  'RESIZE_SHEETVIEW',
  'SET_ZOOM',
  'SET_VIEWPORT_OFFSET',
  'SHIFT_VIEWPORT_DOWN',
  'SHIFT_VIEWPORT_UP',
  'SCROLL_TO_CELL',
  'UPDATE_CHART_REGION',
  'PIVOT_START_PRESENCE_TRACKING',
  'PIVOT_STOP_PRESENCE_TRACKING',
]);

/** Commands by which the engine writes cells itself; the book learns them afterwards. */
const CELL_WORK = new Set<string>([
  'AUTOFILL',
  'AUTOFILL_AUTO',
  'CLEAR_CELL',
  'CLEAR_CELLS',
  'CLEAR_FORMATTING',
  'COPY_PASTE_CELLS_ABOVE',
  'COPY_PASTE_CELLS_ON_LEFT',
  'COPY_PASTE_CELLS_ON_ZONE',
  'DELETE_CONTENT',
  'DELETE_UNFILTERED_CONTENT',
  'PAINT_FORMAT',
  'PASTE',
  'REPEAT_PASTE',
  'REPLACE_SEARCH',
  'SET_DECIMAL',
  'SET_FORMATTING',
  'SET_FORMATTING_WITH_PIVOT',
  'SUM_SELECTION',
  'TOGGLE_CHECKBOX',
  'TRIM_WHITESPACE',
]);

/** Done silently: the engine proposes it after an edit, Google Sheets does not. */
const NEVER = new Set<string>(['AUTOFILL_TABLE_COLUMN']);

const UNSUPPORTED = 'Этого действия в рабочем стенде нет: сделайте его в Google Таблице.';

/** What Google Sheets tells whoever types a value that the cell does not take: in English for scripts. */
function refusal({ helpText }: RefusedByRule): ShownToast {
  const message =
    helpText ??
    'Содержимое этой ячейки нарушает её правила проверки данных: ничего не изменено. Введите или выберите другое.';
  return { message, title: 'Возникла проблема', seconds: 10 };
}

interface UserCommands {
  readonly model: Model;
  readonly environment: AppsScript;
  readonly history: BookHistory;
  /** Brings the model up to date and shows what scripts (onEdit) left to show. */
  readonly refresh: () => void;
  /** What is not yet shown of the book comes now. */
  readonly finish: () => void;
}

function cellName(command: { readonly col: number; readonly row: number }): string {
  return a1Of({ row: command.row + 1, column: command.col + 1, rows: 1, columns: 1 });
}

type HeaderCommand = Extract<Command, { type: 'HIDE_COLUMNS_ROWS' | 'UNHIDE_COLUMNS_ROWS' }>;

function setHidden(sheet: SheetState, command: HeaderCommand, hidden: boolean): void {
  const lines = command.dimension === 'ROW' ? sheet.rowLines : sheet.columnLines;
  for (const element of command.elements) {
    const { hidden: _was, ...rest } = lines[element] ?? {};
    lines[element] = hidden ? { ...rest, hidden: true } : rest;
  }
}

/** Does what the person at the grid did, in the book. False: nothing here knows the command. */
function perform({ model, environment, history }: UserCommands, command: Command): boolean {
  const { book, hands } = environment;
  const nameOf = (sheetId: string): string => book.sheet(bookSheetId(sheetId)).name;
  const layout = (sheetId: string, change: (sheet: SheetState) => void): void =>
    book.changeLayout(bookSheetId(sheetId), change);
  switch (command.type) {
    case 'UPDATE_CELL':
      if (command.content === undefined) return false;
      environment.edit(nameOf(command.sheetId), cellName(command), command.content);
      return true;
    case 'PASTE_FROM_OS_CLIPBOARD': {
      const zone = command.target[0];
      const text = command.clipboardContent.text;
      if (zone === undefined || text === undefined) return false;
      const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
      hands.paste(
        nameOf(model.getters.getActiveSheetId()),
        cellName({ col: zone.left, row: zone.top }),
        lines.map((line) => line.split('\t')),
      );
      return true;
    }
    case 'ADD_COLUMNS_ROWS': {
      const before = command.base + (command.position === 'after' ? 2 : 1);
      const insert = command.dimension === 'ROW' ? hands.insertRows : hands.insertColumns;
      insert.call(hands, nameOf(command.sheetId), before, command.quantity);
      return true;
    }
    case 'REMOVE_COLUMNS_ROWS': {
      const remove = command.dimension === 'ROW' ? hands.deleteRows : hands.deleteColumns;
      // From the end, so that the earlier ones keep their numbers.
      for (const element of [...command.elements].sort((a, b) => b - a)) {
        remove.call(hands, nameOf(command.sheetId), element + 1, 1);
      }
      return true;
    }
    case 'HIDE_COLUMNS_ROWS':
      layout(command.sheetId, (sheet) => setHidden(sheet, command, true));
      return true;
    case 'UNHIDE_COLUMNS_ROWS':
      layout(command.sheetId, (sheet) => setHidden(sheet, command, false));
      return true;
    case 'RESIZE_COLUMNS_ROWS':
      layout(command.sheetId, (sheet) => {
        const lines = command.dimension === 'ROW' ? sheet.rowLines : sheet.columnLines;
        for (const element of command.elements) {
          const { size: _was, ...rest } = lines[element] ?? {};
          lines[element] = command.size === null ? rest : { ...rest, size: Math.round(command.size) };
        }
      });
      return true;
    case 'FOLD_HEADER_GROUP':
    case 'UNFOLD_HEADER_GROUP':
      layout(command.sheetId, (sheet) => {
        const lines = command.dimension === 'ROW' ? sheet.rowLines : sheet.columnLines;
        for (let index = command.start; index <= command.end; index++) {
          const { collapsed: _was, ...rest } = lines[index] ?? {};
          lines[index] = command.type === 'FOLD_HEADER_GROUP' ? { ...rest, collapsed: true } : rest;
        }
      });
      return true;
    case 'FREEZE_ROWS':
      layout(command.sheetId, (sheet) => {
        sheet.frozenRows = command.quantity;
      });
      return true;
    case 'FREEZE_COLUMNS':
      layout(command.sheetId, (sheet) => {
        sheet.frozenColumns = command.quantity;
      });
      return true;
    case 'UNFREEZE_ROWS':
    case 'UNFREEZE_COLUMNS':
    case 'UNFREEZE_COLUMNS_ROWS':
      layout(command.sheetId, (sheet) => {
        if (command.type !== 'UNFREEZE_COLUMNS') sheet.frozenRows = 0;
        if (command.type !== 'UNFREEZE_ROWS') sheet.frozenColumns = 0;
      });
      return true;
    case 'SORT_CELLS': {
      const { zone } = command;
      const area = {
        row: zone.top + 1,
        column: zone.left + 1,
        rows: zone.bottom - zone.top + 1,
        columns: zone.right - zone.left + 1,
      };
      hands.sort(nameOf(command.sheetId), a1Of(area), command.col + 1, command.sortDirection !== 'desc');
      return true;
    }
    case 'UPDATE_FILTER':
      if (command.value.filterType !== 'values') return false;
      hands.filter(nameOf(command.sheetId), command.col + 1, command.value.hiddenValues);
      return true;
    case 'CREATE_SHEET':
      hands.addSheet(command.name);
      return true;
    case 'RENAME_SHEET':
      hands.renameSheet(nameOf(command.sheetId), command.newName);
      return true;
    case 'DUPLICATE_SHEET':
      hands.duplicateSheet(nameOf(command.sheetId), command.sheetNameTo);
      return true;
    case 'DELETE_SHEET':
      hands.deleteSheet(nameOf(command.sheetId));
      return true;
    case 'HIDE_SHEET':
    case 'SHOW_SHEET':
      book.changeSheets((state) => {
        const sheet = state.sheets.find((candidate) => candidate.id === bookSheetId(command.sheetId));
        if (sheet !== undefined) sheet.hidden = command.type === 'HIDE_SHEET';
      });
      return true;
    case 'COLOR_SHEET':
      book.changeSheets((state) => {
        const sheet = state.sheets.find((candidate) => candidate.id === bookSheetId(command.sheetId));
        if (sheet !== undefined) sheet.tabColor = command.color ?? null;
      });
      return true;
    case 'MOVE_SHEET':
      book.changeSheets((state) => {
        const at = state.sheets.findIndex((candidate) => candidate.id === bookSheetId(command.sheetId));
        state.sheets.splice(at + command.delta, 0, ...state.sheets.splice(at, 1));
      });
      return true;
    case 'REQUEST_UNDO':
      history.undo();
      return true;
    case 'REQUEST_REDO':
      history.redo();
      return true;
    default:
      return false;
  }
}

const OUTSIDE_HISTORY = new Set<string>(['REQUEST_UNDO', 'REQUEST_REDO']);

/**
 * The book is the truth: whatever a person does at the grid goes to the book first, and the grid
 * shows what became of it.
 */
export function routeUserCommands(user: UserCommands): void {
  const { model, environment, history, refresh, finish } = user;
  const engineDispatch = model.dispatch;
  const dispatch = (type: Command['type'], payload: object = {}): DispatchResult => {
    const original = engineDispatch as (type: string, payload: object) => DispatchResult;
    if (!VIEW.has(type) || type.startsWith('ACTIVATE_')) finish();
    if (VIEW.has(type)) return original(type, payload);
    if (NEVER.has(type)) return DispatchResult.Success;
    try {
      if (CELL_WORK.has(type)) {
        return history.step(() => readBack(model, environment.book, () => original(type, payload)));
      }
      const command = { type, ...payload } as Command;
      const work = (): boolean => perform(user, command);
      const known = OUTSIDE_HISTORY.has(type) ? work() : history.step(work);
      if (!known) showToast({ message: UNSUPPORTED, title: '', seconds: 0 });
    } catch (error) {
      if (error instanceof RefusedByRule) showToast(refusal(error));
      else showProblem(error);
    } finally {
      refresh();
    }
    return DispatchResult.Success;
  };
  Object.assign(model, { dispatch });
  Object.assign(model.getters, { canUndo: () => history.canUndo, canRedo: () => history.canRedo });
}

interface Composer {
  /** The public `currentContent` is the cell's again as soon as the editing ends. */
  readonly _currentContent: string;
}

/** In a cell with a percent format the engine adds the sign itself, also where a person types it. */
const DOUBLE_PERCENT = /^([^=]*)%%$/;

/** What is typed goes to the book as it was typed: the book's locale parses it, not the engine's. */
export function handOverTypedText(): void {
  Object.assign(stores.CellComposerStore.prototype, {
    getCurrentCanonicalContent(this: Composer): string {
      return this._currentContent.replace(DOUBLE_PERCENT, '$1%');
    },
    addHeadersForSpreadingFormula(): void {},
  });
}
