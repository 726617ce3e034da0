import { INDICATORS, type Indicator } from '../../domain/indicators.ts';
import { WHOLE } from '../../domain/share.ts';
import { STATUS_FACES, STATUSES } from '../../domain/status.ts';
import { textCell } from '../cells.ts';
import { DATA_LETTER, DATA_ROW, summaryRow } from './layout.ts';
import type { Sources } from './sources.ts';

const LABEL = STATUS_FACES;

/** Share of two cells, rounded down to 0.01 %; '' where there is none. */
export function shareFormula(active: string, total: string): string {
  return `IF(AND(ISNUMBER(${active});ISNUMBER(${total}));IF(${total}>0;INT(${WHOLE}*${active}/${total})/${WHOLE};"");"")`;
}

/** Status of a share by its target and the lower edge of «близко»; the words of the school's own status. */
export function statusFormula(share: string, target: string, nearEdge: string): string {
  return (
    `=IF(AND(ISNUMBER(${share});ISNUMBER(${target}));IF(${share}>=${target};"${LABEL.met.label}";` +
    `IF(${share}>=${nearEdge};"${LABEL.near.label}";"${LABEL.below.label}"));"${LABEL['no-data'].label}")`
  );
}

/** People missing to the target; −INT(−x) rounds up, and the product is whole in 0.01 %, so it is exact. */
export function missingFormula(share: string, target: string, active: string, total: string): string {
  return `=IF(AND(ISNUMBER(${share});ISNUMBER(${target}));MAX(0;-INT(-ROUND(${WHOLE}*${target};0)*${total}/${WHOLE})-${active});"")`;
}

/** The indicators of the district: Σ active ÷ Σ total over the schools that have a share, never a mean of percents. */
export function districtRows(sources: Sources): string[][] {
  return INDICATORS.map((indicator) => districtRow(indicator, sources));
}

function districtRow(indicator: Indicator, sources: Sources): string[] {
  const row = summaryRow(indicator);
  const [active, total, share, target] = ['B', 'C', 'D', 'E'].map((letter) => `${letter}${row}`) as [
    string,
    string,
    string,
    string,
  ];
  // A share is a number only where both counts are there and the total is above 0.
  const sum = (field: 'active' | 'total'): string =>
    `=SUMIFS(${sources.field(indicator, field)};${sources.field(indicator, 'share')};">=0";${sources.ids};"<>")`;
  const before = sources.data(`$${DATA_LETTER.share(indicator)}$${DATA_ROW.previous}`);
  const statuses = sources.field(indicator, 'status');
  return [
    textCell(indicator.title),
    sum('active'),
    sum('total'),
    `=${shareFormula(active, total)}`,
    `=${sources.target(indicator)}`,
    districtStatus(share, target, sources.nearEdge(indicator), statuses, sources.ids),
    missingFormula(share, target, active, total),
    `=IF(AND(ISNUMBER(${share});ISNUMBER(${before}));ROUND(100*(${share}-${before});2);"")`,
    ...STATUSES.map((status) => `=COUNTIFS(${statuses};"${LABEL[status].label}";${sources.ids};"<>")`),
  ];
}

/** Not applicable where it applies to no school of the book. */
function districtStatus(
  share: string,
  target: string,
  nearEdge: string,
  statuses: string,
  ids: string,
): string {
  const label = LABEL['not-applicable'].label;
  const schools = `COUNTIFS(${ids};"<>")`;
  return `=IF(AND(${schools}>0;COUNTIFS(${statuses};"${label}";${ids};"<>")=${schools});"${label}";${statusFormula(share, target, nearEdge).slice(1)})`;
}
