import type { IsoMonth } from '../domain/calendar.ts';
import { STAGE_COUNT } from '../domain/columns.ts';
import { appliesTo, awaitsKind, type Indicator, MAX_INDICATORS } from '../domain/indicators.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import type { StatisticsRecord } from '../domain/record.ts';
import { shareOf } from '../domain/share.ts';
import { STATUS_FACES } from '../domain/status.ts';
import type { Monitoring } from '../domain/yardsticks/monitoring.ts';
import type { SelfDiagnosis } from '../domain/yardsticks/self-diagnosis.ts';
import { priceOf } from '../domain/yardsticks/shortest-path.ts';
import { type CellInput, countCell, textCell } from './cells.ts';
import { KIND_WORDS } from './checklists/columns.ts';
import { type ChecklistsPlace, schoolProgressFormula } from './checklists/outward.ts';
import type { HistoryRow } from './history.ts';
import { indicatorFormulas, overallFormula } from './school-formulas.ts';
import { monitoringCells, selfDiagnosisCells } from './school-yardsticks.ts';
import { INDICATOR_FIELDS } from './schools.ts';

/** What an import knows of one school; `record` is null for a school that the report does not have. */
export interface SchoolInput {
  readonly record: StatisticsRecord | null;
  readonly kind: OrganisationKind;
  readonly previous: HistoryRow | null;
  readonly weakSpot: string;
  readonly remarks: string;
  readonly monitoring: Monitoring;
  /** The month of the monitoring; null where the book has no report. */
  readonly month: IsoMonth | null;
  /** What the report alone says, as if a person had ticked everything. */
  readonly diagnosis: SelfDiagnosis;
}

const NO_VALUES = { active: '', people: '', total: '', change: '' };
/** No number, so that every formula takes it for no data, and the word says why. */
export const KIND_AWAITED = { ...NO_VALUES, total: textCell(KIND_WORDS.unknown) };
const NOT_APPLICABLE = STATUS_FACES['not-applicable'].label;

/** Change of the number of active people against the previous report; '' where one of them is missing. */
function people(indicator: Indicator, record: StatisticsRecord, previous: HistoryRow | null): CellInput {
  const { active } = STAGE_COUNT[indicator.group];
  const now = record[active];
  const before = previous?.[active] ?? null;
  return now === null || before === null ? '' : now - before;
}

/** Change of the share in percentage points against the previous report; '' where one of them is missing. */
function change(indicator: Indicator, record: StatisticsRecord, previous: HistoryRow | null): CellInput {
  const keys = STAGE_COUNT[indicator.group];
  const now = shareOf(record[keys.active], record[keys.total]);
  const before = shareOf(previous?.[keys.active] ?? null, previous?.[keys.total] ?? null);
  return now === null || before === null ? '' : (now - before) / 100;
}

/** Cells of one indicator in the order of its columns. */
export function blockOf(
  indicator: Indicator,
  row: number,
  values: Readonly<Record<'active' | 'people' | 'total' | 'change', CellInput>>,
): CellInput[] {
  const cells = { ...values, ...indicatorFormulas(indicator, row) };
  return INDICATOR_FIELDS.map((field) => cells[field]);
}

/** «итог», and the MAX indicators of one school: counts, live formulas, change. */
export function maxCells(school: SchoolInput, row: number): CellInput[] {
  const blocks = MAX_INDICATORS.flatMap((indicator) => {
    const { record } = school;
    if (!appliesTo(indicator, school.kind))
      return blockOf(indicator, row, { ...NO_VALUES, total: textCell(NOT_APPLICABLE) });
    if (record !== null && awaitsKind(indicator, school.kind)) return blockOf(indicator, row, KIND_AWAITED);
    if (record === null) return blockOf(indicator, row, NO_VALUES);
    const keys = STAGE_COUNT[indicator.group];
    return blockOf(indicator, row, {
      active: countCell(record[keys.active]),
      people: people(indicator, record, school.previous),
      total: countCell(record[keys.total]),
      change: change(indicator, record, school.previous),
    });
  });
  return [overallFormula(row), ...blocks];
}

/** «слабое место» … «замечания». */
export function tailCells(school: SchoolInput, row: number, checklists: ChecklistsPlace): CellInput[] {
  return [
    textCell(school.weakSpot),
    checklistsCell(row, checklists),
    ...monitoringCells(school.monitoring, school.month),
    ...selfDiagnosisCells(school.diagnosis, school.record, row),
    countCell(school.monitoring.verdict === 'does-not-count' ? priceOf(school.monitoring) : null),
    textCell(KIND_WORDS[school.kind]),
    textCell(school.remarks),
  ];
}

/** Progress of the school's checklists, live. */
export function checklistsCell(row: number, checklists: ChecklistsPlace): CellInput {
  return `=${schoolProgressFormula(checklists, `$A${row}`)}`;
}
