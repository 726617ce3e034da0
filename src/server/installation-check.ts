import { findSheets } from '../book/book.ts';
import { CHECKLISTS_LAYOUT } from '../book/checklists/columns.ts';
import { closedParts } from '../book/closed.ts';
import { COK_LAYOUT } from '../book/cok/layout.ts';
import { HISTORY_LAYOUT } from '../book/history.ts';
import { isForeign, readBookMarks, takeOver } from '../book/installation.ts';
import { JOURNAL_LAYOUT } from '../book/journal.ts';
import { LOG_LAYOUT } from '../book/log.ts';
import { LAYOUT_VERSION, layoutVersionOf } from '../book/migrations.ts';
import type { Spreadsheet } from '../book/platform.ts';
import { SCHOOLS_LAYOUT } from '../book/schools.ts';
import { SETTINGS_LAYOUT } from '../book/settings/sheet.ts';
import { STATISTICS_LAYOUT } from '../book/statistics.ts';
import { SUMMARY_DATA_LAYOUT, SUMMARY_LAYOUT } from '../book/summary/layout.ts';
import { type Access, tryAccess } from './access-check.ts';
import type { InstallationCheck } from './contract.ts';
import { RELIED_FACTS, type ReliedFact } from './facts/relied.ts';
import { underDocumentLock } from './lock.ts';
import { onScratchSheet, removeLeftover } from './scratch.ts';
import { VERSION } from './version.ts';

const LAYOUTS = [
  SUMMARY_LAYOUT,
  SCHOOLS_LAYOUT,
  CHECKLISTS_LAYOUT,
  STATISTICS_LAYOUT,
  COK_LAYOUT,
  HISTORY_LAYOUT,
  LOG_LAYOUT,
  SETTINGS_LAYOUT,
  JOURNAL_LAYOUT,
  SUMMARY_DATA_LAYOUT,
];

/** A line of the report: for information, something that a person may set right, or a fault. */
type Line = readonly [text: string, kind: 'said' | 'advice' | 'fault'];

/** Makes this installation the one that writes into the book, and checks it. */
export function takeBookOver(): InstallationCheck {
  underDocumentLock(() => takeOver(SpreadsheetApp.getActiveSpreadsheet()));
  return checkInstallation();
}

/** Version, sheets, rights, locale, time zones, and the platform facts that the add-on relies on. */
export function checkInstallation(): InstallationCheck {
  return underDocumentLock(() => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const shown = spreadsheet.getActiveSheet();
    removeLeftover(spreadsheet);
    const foreign = isForeign(spreadsheet, readBookMarks(spreadsheet));
    const access = tryAccess(spreadsheet);
    const book = describe(spreadsheet, foreign, access);
    const lines = [...book];
    // Who may only look cannot try anything: that is told once.
    if (access.refusal === null) {
      lines.push(
        ['Поведение Google Таблиц, на которое полагается надстройка:', 'said'],
        ...RELIED_FACTS.map((fact, index) => tried(spreadsheet, fact, index + 1)),
      );
      spreadsheet.setActiveSheet(shown);
    }
    return {
      report: lines.map(([text]) => text).join('\n'),
      faults: lines.filter(([, kind]) => kind === 'fault').length,
      advice: book.filter(([, kind]) => kind !== 'said').map(([text]) => text),
      foreign,
    };
  });
}

function describe(spreadsheet: Spreadsheet, foreign: boolean, access: Access): Line[] {
  const sheetOf = findSheets(spreadsheet);
  const missing = LAYOUTS.filter((layout) => sheetOf(layout) === null).map(({ name }) => name);
  const empty = missing.length === LAYOUTS.length;
  const ours = new Set(LAYOUTS.flatMap((layout) => sheetOf(layout)?.getSheetId() ?? []));
  const version = layoutVersionOf(readBookMarks(spreadsheet));
  return [
    [`Показатели МАХ и УБ ЦОК, версия ${VERSION}`, 'said'],
    version > LAYOUT_VERSION
      ? [
          `Версия книги: ${version}, а надстройка знает ${LAYOUT_VERSION}. Обновите надстройку: до тех пор она только читает`,
          'fault',
        ]
      : [`Версия книги: ${empty ? 'ещё нет' : version} (надстройка знает ${LAYOUT_VERSION})`, 'said'],
    foreign
      ? [
          'Установка: в этой книге уже пишет другая. Оставьте одну; если другой больше нет, нажмите «Писать в книгу отсюда»',
          'fault',
        ]
      : ['Установка: другой в этой книге не найдено', 'said'],
    sheetsLine(missing, empty),
    ...rightsLines(access, closedParts(spreadsheet, ours)),
    localeLine(spreadsheet.getSpreadsheetLocale(), access.decimalComma),
    zoneLine(spreadsheet.getSpreadsheetTimeZone(), Session.getScriptTimeZone()),
  ];
}

function rightsLines({ refusal }: Access, closed: readonly string[]): Line[] {
  if (refusal !== null) {
    return [
      [
        `Права: изменить книгу нельзя (${refusal}). Если у вас только просмотр или комментирование, попросите владельца: «Настройки доступа» → «Редактор». Если книгу открыли вы, а в браузере несколько аккаунтов Google, откройте её там, где вошёл один`,
        'fault',
      ],
    ];
  }
  if (closed.length === 0) return [['Права: вы можете менять книгу и все листы надстройки', 'said']];
  return [
    [
      `Права: книгу менять можно, но от вас защищено: ${closed.join(', ')}. Запись туда прервётся. Попросите владельца: «Данные» → «Защитить листы и диапазоны» → добавить вас в редакторы или только предупреждать`,
      'fault',
    ],
  ];
}

function localeLine(locale: string, decimalComma: boolean): Line {
  const write = decimalComma
    ? 'в ваших формулах аргументы разделяет «;», дробную часть — запятая'
    : 'в ваших формулах аргументы разделяет запятая, дробную часть — точка';
  if (locale === 'ru_RU') return [`Региональные настройки книги: Россия; ${write}`, 'said'];
  return [
    `Региональные настройки книги: ${locale}, не Россия; ${write}. Надстройка работает и так. Чтобы было как в справке, выберите «Файл» → «Настройки» → «Региональные настройки» → «Россия»`,
    'advice',
  ];
}

function zoneLine(book: string, script: string): Line {
  if (book === script) return [`Часовой пояс книги и скрипта: ${book}`, 'said'];
  return [
    `Часовой пояс книги ${book}, скрипта ${script}: они различаются. Даты отчётов это не портит; чтобы совпали и сегодняшние даты, выберите пояс книги в «Файл» → «Настройки», а пояс скрипта — в настройках проекта Apps Script`,
    'advice',
  ];
}

function sheetsLine(missing: readonly string[], empty: boolean): Line {
  if (empty) return ['Листы: ещё не созданы, их сделает первый импорт', 'said'];
  if (missing.length === 0) return ['Листы: все на месте', 'said'];
  const names = missing.map((name) => `«${name}»`).join(', ');
  return [`Листы: нет ${names}; их сделает следующий импорт`, 'fault'];
}

function tried(spreadsheet: Spreadsheet, { title, id, probe, expected }: ReliedFact, number: number): Line {
  try {
    const wanted = JSON.stringify(expected);
    const found = onScratchSheet(spreadsheet, number, (sheet) => JSON.stringify(probe(sheet)));
    if (found === wanted) return [`${title}: да`, 'said'];
    return [`${title}: нет (${id}: ожидалось ${wanted}, найдено ${found})`, 'fault'];
  } catch (error) {
    return [
      `${title}: не определено (${id}: ${error instanceof Error ? error.message : String(error)})`,
      'fault',
    ];
  }
}
