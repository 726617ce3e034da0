/** A book with random reports, and the same as records for the pure rules. */

import { DEFAULT_TARGETS, type Indicator, maxMeasure, yardstickOf } from '../../../src/domain/indicators.ts';
import { organisationKind } from '../../../src/domain/organisation.ts';
import { rowToRecord, type StatisticsRecord, type StatisticsRow } from '../../../src/domain/record.ts';
import { assess, type Measure } from '../../../src/domain/status.ts';
import type { AppsScript } from '../../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed, withUnknownTypes } from '../project.ts';

export interface RandomDistrict {
  readonly app: AppsScript;
  /** Records by report, the oldest first. */
  readonly weeks: readonly (readonly StatisticsRecord[])[];
}

export async function randomDistrict(schools: number, weeks: number, seed: number): Promise<RandomDistrict> {
  const rows: StatisticsRow[][] = sampleWeeks(schools, weeks, seed).map(withUnknownTypes);
  const app = openProject();
  for (const week of rows) {
    const reply = await importRows(app, week);
    if (!reply.ok) throw new Error(`the import failed: ${reply.issue.code}`);
  }
  return { app, weeks: rows.map((week) => week.map(rowToRecord)) };
}

export function measuresOf(indicator: Indicator, week: readonly StatisticsRecord[]) {
  return week.map((record): Measure & { orgId: string } => ({
    orgId: record.orgId,
    ...maxMeasure(indicator, record, organisationKind(record.orgType)),
  }));
}

export function shareIn(
  indicator: Indicator,
  week: readonly StatisticsRecord[],
  orgId: string,
): number | null {
  const record = week.find((one) => one.orgId === orgId);
  if (record === undefined) return null;
  const measure = maxMeasure(indicator, record, organisationKind(record.orgType));
  return assess(measure, yardstickOf(indicator, DEFAULT_TARGETS)).share;
}

/** Values of «Сводка», by 0-based row and column. */
export function summaryValues(app: AppsScript): readonly (readonly unknown[])[] {
  return app.view(sheetNamed(app, 'Сводка'), { row: 1, column: 1, rows: 60, columns: 13 }).values;
}

export function basisPoints(value: unknown): number {
  return Math.round(Number(value) * 10_000);
}
