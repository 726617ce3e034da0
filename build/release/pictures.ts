import { MENU_TITLE, SIDEBAR_TITLE } from '../../src/server/menu.ts';
import { box, frame, menuBar, PICTURE_WIDTH, picture, pressable, ring, text, tick } from './svg.ts';

/** The drawings of Установка.html, one a step. They show where to press, not how Google looks. */

const SHEET_MENU = ['Файл', 'Правка', 'Вид', 'Вставка', 'Формат', 'Данные', 'Инструменты', 'Расширения'];
const ENDING = 'Справка';

function grid(top: number, height: number): string {
  const lines: string[] = [];
  for (let y = top; y < height - 8; y += 22) lines.push(`M8 ${y} H${PICTURE_WIDTH - 8}`);
  for (let x = 8; x < PICTURE_WIDTH; x += 68) lines.push(`M${x} ${top} V${height - 8}`);
  return `<path d="${lines.join(' ')}" stroke="#e1e3e1" fill="none"/>`;
}

export function drawExtensionsMenu(): string {
  const height = 170;
  const { drawing, starts } = menuBar(54, SHEET_MENU);
  const x = starts[SHEET_MENU.length - 1] ?? 0;
  return picture(
    'Окно таблицы: в строке меню открыто «Расширения», в нём пункт Apps Script',
    height,
    frame('Книга района', height) +
      drawing +
      grid(68, height) +
      box({ x: x - 60, y: 64, width: 150, height: 92 }) +
      text({ x: x - 46, y: 90 }, 'Дополнения', { pale: true }) +
      text({ x: x - 46, y: 116 }, 'Макросы', { pale: true }) +
      text({ x: x - 46, y: 142 }, 'Apps Script', { bold: true }) +
      ring({ x: x - 6, y: 37, width: 96, height: 24 }) +
      ring({ x: x - 56, y: 124, width: 142, height: 28 }),
  );
}

interface EditorFile {
  readonly name: string;
  readonly marked?: boolean;
}

function editor(height: number, files: readonly EditorFile[], lines: readonly string[]): string {
  const list = files.map(({ name, marked = false }, index) => {
    const y = 78 + index * 30;
    const area = { x: 48, y: y - 20, width: 150, height: 28 };
    return text({ x: 58, y }, name, { bold: marked }) + (marked ? ring(area) : '');
  });
  const code = lines.map((line, index) =>
    text({ x: 218, y: 62 + index * 20 }, line, { pale: true, size: 12 }),
  );
  return (
    frame('Apps Script: МАХ и УБ ЦОК', height) +
    text({ x: 14, y: 58 }, '‹›') +
    text({ x: 13, y: 96 }, '⚙', { size: 18 }) +
    text({ x: 58, y: 50 }, 'Файлы', { pale: true }) +
    text({ x: 176, y: 51 }, '+', { size: 20 }) +
    `<path d="M40 32 V${height - 2} M206 32 V${height - 2}" stroke="#c4c7c5"/>` +
    list.join('') +
    code.join('')
  );
}

export function drawCodeFile(codeName: string): string {
  const height = 150;
  return picture(
    `Редактор: слева открыт файл ${codeName}, его прежний текст заменён вставленным`,
    height,
    editor(
      height,
      [{ name: codeName, marked: true }],
      ['Ctrl+A — выделить всё', 'Ctrl+V — вставить', '', 'прежний текст заменён целиком'],
    ) + ring({ x: 212, y: 44, width: 320, height: 90 }),
  );
}

export function drawHtmlFile(codeName: string, sidebarName: string): string {
  const height = 180;
  return picture(
    `Редактор: у слова «Файлы» нажат плюс, выбрано HTML, новый файл назван ${sidebarName}`,
    height,
    editor(height, [{ name: codeName }, { name: `${sidebarName}.html`, marked: true }], []) +
      box({ x: 218, y: 40, width: 150, height: 72 }) +
      text({ x: 232, y: 66 }, 'Скрипт', { pale: true }) +
      text({ x: 232, y: 96 }, 'HTML', { bold: true }) +
      ring({ x: 166, y: 32, width: 32, height: 24 }) +
      ring({ x: 222, y: 78, width: 142, height: 28 }) +
      text({ x: 218, y: 150 }, `введите: ${sidebarName}  (без «.html») и Enter`),
  );
}

export function drawManifestSetting(): string {
  const height = 150;
  return picture(
    'Настройки проекта: шестерёнка слева, флажок показа файла манифеста установлен',
    height,
    frame('Настройки проекта', height) +
      text({ x: 14, y: 58 }, '‹›') +
      text({ x: 13, y: 96 }, '⚙', { size: 18 }) +
      '<path d="M40 32 V148" stroke="#c4c7c5"/>' +
      text({ x: 58, y: 58 }, 'Общие настройки', { bold: true }) +
      tick({ x: 62, y: 80 }) +
      text({ x: 92, y: 94 }, 'Показывать файл манифеста «appsscript.json» в редакторе') +
      ring({ x: 5, y: 76, width: 32, height: 28 }) +
      ring({ x: 52, y: 72, width: 440, height: 34 }),
  );
}

export function drawManifestFile(codeName: string, sidebarName: string, manifestName: string): string {
  const height = 170;
  return picture(
    `Редактор: в списке файлов появился ${manifestName}, он открыт, текст заменён`,
    height,
    editor(
      height,
      [{ name: manifestName, marked: true }, { name: codeName }, { name: `${sidebarName}.html` }],
      ['Ctrl+A — выделить всё', 'Ctrl+V — вставить', 'Ctrl+S — сохранить'],
    ) + ring({ x: 212, y: 44, width: 320, height: 66 }),
  );
}

export function drawReadyMenu(firstItem: string): string {
  const height = 170;
  const { drawing, starts } = menuBar(54, [...SHEET_MENU.slice(4), ENDING, MENU_TITLE]);
  const x = starts[starts.length - 1] ?? 0;
  return picture(
    `Окно таблицы после перезагрузки: правее «Справки» появилось меню «${MENU_TITLE}»`,
    height,
    frame('Книга района', height) +
      drawing +
      grid(68, height) +
      box({ x: x - 60, y: 64, width: 190, height: 60 }) +
      text({ x: x - 46, y: 88 }, firstItem, { bold: true }) +
      text({ x: x - 46, y: 112 }, '…', { pale: true }) +
      ring({ x: x - 6, y: 37, width: 120, height: 24 }),
  );
}

export function drawUnverified(): string {
  const height = 190;
  return picture(
    'Окно предупреждения: приложение не проверено; внизу ссылки «Дополнительные настройки» и переход',
    height,
    frame('Вход в аккаунт', height) +
      text({ x: 24, y: 62 }, '⚠ Google не проверил это приложение', { bold: true, size: 16 }) +
      text({ x: 24, y: 88 }, 'Приложение запрашивает доступ к вашему аккаунту…', { pale: true }) +
      text({ x: 24, y: 126 }, 'Дополнительные настройки', { fill: '#0b57d0' }) +
      text({ x: 24, y: 162 }, 'Перейти на страницу «МАХ и УБ ЦОК» (небезопасно)', { fill: '#0b57d0' }) +
      ring({ x: 16, y: 108, width: 196, height: 28 }) +
      ring({ x: 16, y: 144, width: 362, height: 28 }),
  );
}

export function drawConsent(permissions: readonly string[]): string {
  const height = 110 + permissions.length * 32;
  const rows = permissions.map((words, index) => {
    const y = 84 + index * 32;
    return tick({ x: 24, y: y - 14 }) + text({ x: 54, y }, words);
  });
  const bottom = height - 46;
  return picture(
    'Окно разрешений: отмечены два разрешения, нажата кнопка продолжения',
    height,
    frame('МАХ и УБ ЦОК запрашивает доступ', height) +
      rows.join('') +
      pressable({ x: 300, y: bottom, width: 90, height: 32 }, 'Отмена') +
      pressable({ x: 410, y: bottom, width: 110, height: 32 }, 'Разрешить', true) +
      ring({ x: 405, y: bottom - 5, width: 120, height: 42 }),
  );
}

export function drawSidebar(): string {
  const height = 170;
  return picture(
    `Таблица с открытой справа панелью «${SIDEBAR_TITLE}»`,
    height,
    frame('Книга района', height) +
      grid(40, height) +
      box({ x: 330, y: 36, width: 222, height: 126 }) +
      text({ x: 344, y: 60 }, SIDEBAR_TITLE, { bold: true, size: 12 }) +
      box({ x: 344, y: 76, width: 194, height: 36 }, '#f1f3f4') +
      text({ x: 358, y: 99 }, 'Выбрать файл') +
      ring({ x: 326, y: 32, width: 230, height: 134 }),
  );
}
