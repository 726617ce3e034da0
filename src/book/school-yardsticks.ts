import type { IsoMonth } from '../domain/calendar.ts';
import type { StatisticsRecord } from '../domain/record.ts';
import type { Monitoring } from '../domain/yardsticks/monitoring.ts';
import type {
  SelfDiagnosis,
  SelfDiagnosisReason,
  SelfDiagnosisTicks,
} from '../domain/yardsticks/self-diagnosis.ts';
import { levelText } from '../text/levels.ts';
import { reasonText } from '../text/self-diagnosis.ts';
import { VERDICT_LABELS } from '../text/verdicts.ts';
import { monitoringText } from '../text/yardsticks.ts';
import { type CellInput, countCell, textCell } from './cells.ts';
import { columnAt, SCHOOL_COLUMNS } from './schools.ts';

/** The verdict of the month, and why. */
export function monitoringCells(monitoring: Monitoring, month: IsoMonth | null): CellInput[] {
  if (month === null) return ['', ''];
  return [
    textCell(VERDICT_LABELS[monitoring.verdict]),
    monitoring.verdict === 'not-applicable' ? '' : textCell(monitoringText(monitoring, month)),
  ];
}

/** What stands in «8.5: доли»: the level formulas tell the cases by these beginnings. */
const SHARES = {
  short: 'ниже: ',
  unknown: 'неполно: ',
  reached: 'достигнуты',
  absent: 'нет в отчёте',
} as const;

/** As if a person had ticked everything: what the report alone says. */
export const ALL_TICKED: SelfDiagnosisTicks = {
  notRegistered: false,
  structure: true,
  communities: true,
  activeUse: true,
};

function sharesText(reason: SelfDiagnosisReason): string {
  if (reason.code === 'absent') return SHARES.absent;
  if (reason.code === 'shares-short') return SHARES.short + reasonText(reason);
  if (reason.code === 'counts-missing') return SHARES.unknown + reasonText(reason);
  return reason.code === 'all-met' ? SHARES.reached : '';
}

const UNDETERMINED = levelText({ outcome: 'undetermined', level: null });
const NO_DATA = levelText({ outcome: 'no-data', level: null });

/**
 * «8.5», its reason, registered users and shares. Level and reason are live formulas over the two
 * cells of the report and a person's ticks; a test holds them equal to `selfDiagnosis` of the core.
 *
 * @param byReport the diagnosis with `ALL_TICKED`
 */
export function selfDiagnosisCells(
  byReport: SelfDiagnosis,
  record: StatisticsRecord | null,
  row: number,
): CellInput[] {
  const { code } = byReport.reason;
  if (code === 'not-for-kind' || code === 'kind-unknown') {
    return [textCell(levelText(byReport)), textCell(reasonText(byReport.reason)), '', ''];
  }
  return [
    levelFormula(row),
    reasonFormula(row),
    countCell(record === null ? null : record.registeredTotal),
    textCell(sharesText(byReport.reason)),
  ];
}

function cellsOf(row: number) {
  const at = (column: number): string => `$${columnAt(column)}${row}`;
  const tick = (index: number): string => `${at(SCHOOL_COLUMNS.ticks + index)}=TRUE`;
  const shares = at(SCHOOL_COLUMNS.registeredShares);
  const registered = at(SCHOOL_COLUMNS.registered);
  const begins = (beginning: string): string => `LEFT(${shares};${beginning.length})="${beginning}"`;
  return {
    registered,
    shares,
    notRegistered: tick(0),
    structure: tick(1),
    communities: tick(2),
    activeUse: tick(3),
    // A blank cell and a text are no number above 0.
    someRegistered: `N(${registered})>0`,
    nobody: `IF(ISNUMBER(${registered});${registered}=0)`,
    absent: begins(SHARES.absent),
    short: begins(SHARES.short),
    unknown: begins(SHARES.unknown),
  };
}

function levelFormula(row: number): string {
  const cell = cellsOf(row);
  const shares = `IF(${cell.short};1;IF(${cell.unknown};"${UNDETERMINED}";IF(${cell.communities};IF(${cell.activeUse};3;2);2)))`;
  return (
    `=IF(${cell.notRegistered};IF(${cell.someRegistered};"${UNDETERMINED}";0);` +
    `IF(${cell.absent};"${NO_DATA}";IF(${cell.nobody};"${UNDETERMINED}";` +
    `IF(${cell.structure};${shares};"${UNDETERMINED}"))))`
  );
}

function reasonFormula(row: number): string {
  const cell = cellsOf(row);
  const text = (reason: SelfDiagnosisReason): string => `"${reasonText(reason).replace(/"/g, '""')}"`;
  const after = (beginning: string): string => `MID(${cell.shares};${beginning.length + 1};500)`;
  const missing = (...ticks: readonly ('communities' | 'activeUse')[]): string =>
    text({ code: 'ticks-missing', ticks });
  const ticks =
    `IF(${cell.communities};IF(${cell.activeUse};${text({ code: 'all-met' })};${missing('activeUse')});` +
    `IF(${cell.activeUse};${missing('communities')};${missing('communities', 'activeUse')}))`;
  const shares = `IF(${cell.short};${after(SHARES.short)};IF(${cell.unknown};${after(SHARES.unknown)};${ticks}))`;
  // The sentence ends with the number.
  const afterAll = reasonText({ code: 'registered-after-all', registered: 0 }).slice(0, -1);
  return (
    `=IF(${cell.notRegistered};IF(${cell.someRegistered};"${afterAll}"&${cell.registered};${text({ code: 'confirmed-not-registered' })});` +
    `IF(${cell.absent};${text({ code: 'absent' })};IF(${cell.nobody};${text({ code: 'nobody-registered' })};` +
    `IF(${cell.structure};${shares};${text({ code: 'structure-unconfirmed' })}))))`
  );
}
