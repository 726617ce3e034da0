import { beforeAll, describe, expect, it } from 'vitest';
import { DATA_FIRST, DATA_LETTER, DATA_ROW, SUMMARY_DATA_LAYOUT } from '../../../src/book/summary/layout.ts';
import { type CokRules, cokCounts, cokMeasure, DEFAULT_COK_RULES } from '../../../src/domain/cok.ts';
import { COK_INDICATORS, INDICATORS, type Indicator } from '../../../src/domain/indicators.ts';
import { organisationKind } from '../../../src/domain/organisation.ts';
import { rowToRecord } from '../../../src/domain/record.ts';
import { shareOf } from '../../../src/domain/share.ts';
import { sumPeople } from '../../../src/domain/yardsticks/district.ts';
import type { AppsScript } from '../../../workbench/apps-script/index.ts';
import { cokReport } from '../cok/report.ts';
import { importRows, openProject, sampleWeeks, sheetNamed, withUnknownTypes } from '../project.ts';
import { basisPoints, summaryValues } from './district.ts';

const weeks = sampleWeeks(16, 2, 3).map(withUnknownTypes);
const [before = [], week = []] = weeks;
const reports = [
  { rows: before, report: cokReport(before, '2026-11-09') },
  { rows: week, report: cokReport(week, '2026-11-17', 2) },
] as const;

function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

describe('the trend of УБ ЦОК in «Сводка»', () => {
  let app: AppsScript;
  beforeAll(async () => {
    app = openProject();
    for (const { rows, report } of reports) {
      await importRows(app, rows);
      expect(app.run('sidebarImportCok', report)).toMatchObject({ ok: true });
    }
  });

  function dataAt(letters: string, row: number): unknown {
    const id = sheetNamed(app, SUMMARY_DATA_LAYOUT.name);
    return app.view(id, { row, column: columnIndex(letters) + 1, rows: 1, columns: 1 }).values[0]?.[0];
  }

  function expected(indicator: Indicator, rules: CokRules = DEFAULT_COK_RULES): (number | null)[] {
    return reports.map(({ rows, report }) => {
      const measures = report.schools.map(([, , assigned, viewed], index) => {
        const record = rowToRecord(rows[index] ?? []);
        const counts = cokCounts((key) =>
          key === 'assigned' ? Number(assigned) : key === 'viewed' ? Number(viewed) : null,
        );
        return cokMeasure(indicator, counts, record, organisationKind(record.orgType), rules);
      });
      const { active, total } = sumPeople(measures);
      return shareOf(active, total);
    });
  }

  it.each(COK_INDICATORS)('has the dates and shares of the reports: $title', (indicator) => {
    const row = INDICATORS.indexOf(indicator) + 1;
    const shares = [0, 1].map((index) => dataAt(DATA_LETTER.share(indicator), DATA_FIRST + index));
    expect(shares.map(basisPoints)).toEqual(expected(indicator));
    const id = sheetNamed(app, SUMMARY_DATA_LAYOUT.name);
    const dates = { row: DATA_FIRST, column: columnIndex(DATA_LETTER.cokDate) + 1, rows: 2, columns: 1 };
    expect(app.view(id, dates).display).toEqual([['09.11.2026'], ['17.11.2026']]);
    expect(basisPoints(dataAt(DATA_LETTER.share(indicator), DATA_ROW.previous))).toBe(expected(indicator)[0]);
    const [was = 0, is = 0] = expected(indicator).map(Number);
    expect(Math.round(Number(summaryValues(app)[row]?.[7]) * 100)).toBe(is - was);
  });
});
