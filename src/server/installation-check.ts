import { findSheets } from '../book/book.ts';
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
import type { InstallationCheck } from './contract.ts';
import { RELIED_FACTS, type ReliedFact } from './facts/relied.ts';
import { underDocumentLock } from './lock.ts';
import { onScratchSheet, removeLeftover } from './scratch.ts';
import { VERSION } from './version.ts';

const LAYOUTS = [
  SUMMARY_LAYOUT,
  SCHOOLS_LAYOUT,
  STATISTICS_LAYOUT,
  COK_LAYOUT,
  HISTORY_LAYOUT,
  LOG_LAYOUT,
  SETTINGS_LAYOUT,
  JOURNAL_LAYOUT,
  SUMMARY_DATA_LAYOUT,
];

/** A line of the report, and whether it tells of a fault. */
type Line = readonly [text: string, fault: boolean];

/** Makes this installation the one that writes into the book, and checks it. */
export function takeBookOver(): InstallationCheck {
  underDocumentLock(() => takeOver(SpreadsheetApp.getActiveSpreadsheet()));
  return checkInstallation();
}

/** Version, sheets, locale, time zones, and the platform facts that the add-on relies on. */
export function checkInstallation(): InstallationCheck {
  return underDocumentLock(() => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const shown = spreadsheet.getActiveSheet();
    removeLeftover(spreadsheet);
    const foreign = isForeign(spreadsheet, readBookMarks(spreadsheet));
    const lines = [
      ...describe(spreadsheet, foreign),
      ...RELIED_FACTS.map((fact, index) => tried(spreadsheet, fact, index + 1)),
    ];
    spreadsheet.setActiveSheet(shown);
    const faults = lines.filter(([, fault]) => fault).length;
    return { report: lines.map(([text]) => text).join('\n'), faults, foreign };
  });
}

function describe(spreadsheet: Spreadsheet, foreign: boolean): Line[] {
  const sheetOf = findSheets(spreadsheet);
  const missing = LAYOUTS.filter((layout) => sheetOf(layout) === null).map(({ name }) => name);
  const empty = missing.length === LAYOUTS.length;
  const version = layoutVersionOf(readBookMarks(spreadsheet));
  const [bookZone, scriptZone] = [spreadsheet.getSpreadsheetTimeZone(), Session.getScriptTimeZone()];
  return [
    [`Показатели МАХ и УБ ЦОК, версия ${VERSION}`, false],
    [
      `Версия книги: ${empty ? 'ещё нет' : version} (надстройка знает ${LAYOUT_VERSION})`,
      version > LAYOUT_VERSION,
    ],
    [
      foreign
        ? 'Установка: в этой книге уже пишет другая. Оставьте одну'
        : 'Установка: другой в этой книге не найдено',
      foreign,
    ],
    [sheetsLine(missing, empty), !empty && missing.length > 0],
    [`Язык книги: ${spreadsheet.getSpreadsheetLocale()}`, false],
    bookZone === scriptZone
      ? [`Часовой пояс книги и скрипта: ${bookZone}`, false]
      : [
          `Часовой пояс книги ${bookZone}, скрипта ${scriptZone}: они различаются. Даты отчётов это не ` +
            'портит; чтобы совпали и сегодняшние даты, выберите пояс книги в «Файл» → «Настройки», ' +
            'а пояс скрипта — в настройках проекта Apps Script',
          false,
        ],
    ['Поведение Google Таблиц, на которое полагается надстройка:', false],
  ];
}

function sheetsLine(missing: readonly string[], empty: boolean): string {
  if (empty) return 'Листы: ещё не созданы, их сделает первый импорт';
  if (missing.length === 0) return 'Листы: все на месте';
  return `Листы: нет ${missing.map((name) => `«${name}»`).join(', ')}; их сделает следующий импорт`;
}

function tried(spreadsheet: Spreadsheet, { title, id, probe, expected }: ReliedFact, number: number): Line {
  try {
    const wanted = JSON.stringify(expected);
    const found = onScratchSheet(spreadsheet, number, (sheet) => JSON.stringify(probe(sheet)));
    if (found === wanted) return [`${title}: да`, false];
    return [`${title}: нет (${id}: ожидалось ${wanted}, найдено ${found})`, true];
  } catch (error) {
    return [
      `${title}: не определено (${id}: ${error instanceof Error ? error.message : String(error)})`,
      true,
    ];
  }
}
