import { STAGE_COUNT } from '../domain/columns.ts';
import { appliesTo, type Indicator, MAX_INDICATORS } from '../domain/indicators.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import type { StatisticsRecord } from '../domain/record.ts';
import { shareOf } from '../domain/share.ts';
import { STATUS_FACES } from '../domain/status.ts';
import { type CellInput, countCell, textCell } from './cells.ts';
import type { HistoryRow } from './history.ts';
import { indicatorFormulas, overallFormula } from './school-formulas.ts';

/** What an import knows of one school; `record` is null for a school that the report does not have. */
export interface SchoolInput {
  readonly record: StatisticsRecord | null;
  readonly kind: OrganisationKind;
  readonly previous: HistoryRow | null;
  readonly weakPoint: string;
  readonly remarks: string;
}

const NOT_APPLICABLE = STATUS_FACES['not-applicable'].label;

/** Change of the share in percentage points against the previous report; '' where one of them is missing. */
function change(indicator: Indicator, record: StatisticsRecord, previous: HistoryRow | null): CellInput {
  const keys = STAGE_COUNT[indicator.group];
  const now = shareOf(record[keys.active], record[keys.total]);
  const before = shareOf(previous?.[keys.active] ?? null, previous?.[keys.total] ?? null);
  return now === null || before === null ? '' : (now - before) / 100;
}

function blockOf(
  indicator: Indicator,
  row: number,
  counts: readonly [CellInput, CellInput, CellInput],
): CellInput[] {
  const formulas = indicatorFormulas(indicator, row);
  const [active, total, points] = counts;
  return [active, total, formulas.share, formulas.status, formulas.missing, points];
}

/** «итог», and the MAX indicators of one school: counts, live formulas, change. */
export function maxCells(school: SchoolInput, row: number): CellInput[] {
  const blocks = MAX_INDICATORS.flatMap((indicator) => {
    const { record } = school;
    if (!appliesTo(indicator, school.kind))
      return blockOf(indicator, row, ['', textCell(NOT_APPLICABLE), '']);
    if (record === null) return blockOf(indicator, row, ['', '', '']);
    const keys = STAGE_COUNT[indicator.group];
    return blockOf(indicator, row, [
      countCell(record[keys.active]),
      countCell(record[keys.total]),
      change(indicator, record, school.previous),
    ]);
  });
  return [overallFormula(row), ...blocks];
}

/** «слабое место», then «замечания». */
export function tailCells(school: SchoolInput): CellInput[] {
  return [textCell(school.weakPoint), textCell(school.remarks)];
}
