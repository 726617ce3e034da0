import type { ActionSpec } from '@odoo/o-spreadsheet/dist/types/actions/action';
import type { Menu, MenuEntry } from '../apps-script/environment.ts';
import { registries } from '../engine/o-spreadsheet.ts';

export interface FileActions {
  readonly openEmpty: () => void;
  readonly openSample: () => void;
  readonly saveBook: () => void;
  readonly openBook: () => void;
  readonly downloadWorkbook: () => void;
}

const { topbarMenuRegistry } = registries;

/** Items of the engine's own menus that the workbench cannot do. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  edit: ['undo', 'redo', 'copy', 'paste', 'find_and_replace', 'delete'],
  view: ['show', 'zoom', 'freeze_panes', 'unfreeze_panes'],
  format: [
    'format_number',
    'format_bold',
    'format_italic',
    'format_underline',
    'format_strikethrough',
    'format_font_size',
    'format_alignment',
    'format_wrapping',
    'format_clearFormat',
  ],
};
const DROPPED = ['insert', 'data'];

function keepOnly(menuId: string, kept: readonly string[]): void {
  const menu = topbarMenuRegistry.get(menuId);
  const children = (menu.children ?? []).filter(
    (child) => typeof child !== 'function' && kept.includes(child.id ?? ''),
  );
  topbarMenuRegistry.replace(menuId, { ...menu, children });
}

/** Once: the engine's menus without what the workbench cannot do. */
export function pruneMenus(): void {
  for (const id of DROPPED) topbarMenuRegistry.remove(id);
  for (const [id, kept] of Object.entries(KEPT)) keepOnly(id, kept);
}

export function setFileMenu(actions: FileActions): void {
  const items = [
    { id: 'open_sample', name: 'Открыть книгу с примером', execute: actions.openSample },
    { id: 'open_empty', name: 'Открыть пустую книгу', execute: actions.openEmpty, separator: true },
    { id: 'save_book', name: 'Сохранить книгу в файл', execute: actions.saveBook },
    { id: 'open_book', name: 'Открыть книгу из файла…', execute: actions.openBook, separator: true },
    { id: 'download_xlsx', name: 'Скачать как Excel (.xlsx)', execute: actions.downloadWorkbook },
  ];
  topbarMenuRegistry.replace('file', {
    id: 'file',
    name: 'Файл',
    sequence: 10,
    children: items.map((item, index) => ({ ...item, sequence: index, isReadonlyAllowed: true })),
  });
}

let addonMenuIds: string[] = [];

function childrenOf(
  entries: readonly MenuEntry[],
  click: (caption: string) => void,
  path: string,
): ActionSpec[] {
  const children: ActionSpec[] = [];
  entries.forEach((entry, index) => {
    const last = children[children.length - 1];
    if (entry.kind === 'separator') {
      if (last !== undefined) last.separator = true;
      return;
    }
    const common = { id: `${path}_${index}`, name: entry.caption, sequence: index };
    children.push(
      entry.kind === 'item'
        ? { ...common, execute: () => click(entry.caption) }
        : { ...common, children: childrenOf(entry.entries, click, `${path}_${index}`) },
    );
  });
  return children;
}

/** The add-on's menus, as its onOpen built them. */
export function setAddonMenus(menus: readonly Menu[], click: (caption: string) => void): void {
  for (const id of addonMenuIds) topbarMenuRegistry.remove(id);
  addonMenuIds = menus.map((_, index) => `addon_${index}`);
  menus.forEach((menu, index) => {
    const id = `addon_${index}`;
    topbarMenuRegistry.add(id, {
      id,
      name: menu.caption,
      sequence: 100 + index,
      children: childrenOf(menu.entries, click, id),
    });
  });
}
