import type { SidebarView } from './contract.ts';

export const MENU_TITLE = 'МАХ и УБ ЦОК';
export const SIDEBAR_TITLE = 'Показатели МАХ и УБ ЦОК';

/** Caption and global function of every item, in order; null is a separator. */
const MENU: readonly (readonly [caption: string, functionName: string] | null)[] = [
  ['Импорт статистики…', 'showImport'],
  ['Импорт УБ ЦОК…', 'showCok'],
  ['Чек-листы', 'showChecklists'],
  ['Тексты школам', 'showTexts'],
  null,
  ['Отменить последний импорт', 'undoImport'],
  ['Пересчитать школы', 'recalculate'],
  ['Пример данных', 'showSample'],
  null,
  ['Справка', 'showReference'],
  ['Проверка установки', 'showCheck'],
];

/** Only builds the menu: at this moment there may be no right to the document. */
export function buildMenu(): void {
  const menu = SpreadsheetApp.getUi().createMenu(MENU_TITLE);
  for (const item of MENU) {
    if (item === null) menu.addSeparator();
    else menu.addItem(item[0], item[1]);
  }
  menu.addToUi();
}

/** Opens the sidebar on a view: the view stands in the page as `data-view` of its main element. */
export function openSidebar(view: SidebarView): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').getContent();
  const html = page.replace('data-view="import"', `data-view="${view}"`);
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(html).setTitle(SIDEBAR_TITLE));
}
