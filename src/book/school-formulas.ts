import { INDICATORS, type Indicator, MAX_INDICATORS } from '../domain/indicators.ts';
import { WHOLE } from '../domain/share.ts';
import { STATUS_FACES } from '../domain/status.ts';
import { indicatorLetter, TARGET_ROW } from './schools.ts';

/**
 * Same-row native formulas of one indicator. They look at the counts of the row and at row 2 (the
 * target and the lower edge of the band) only, use `;` and no decimal constants, so they are right
 * in every locale; a test holds them equal to `assess` of the core.
 */
export interface IndicatorFormulas {
  readonly share: string;
  readonly status: string;
  readonly missing: string;
}

const LABEL = {
  met: STATUS_FACES.met.label,
  near: STATUS_FACES.near.label,
  below: STATUS_FACES.below.label,
  noData: STATUS_FACES['no-data'].label,
  notApplicable: STATUS_FACES['not-applicable'].label,
};

/** «итог» of a row; a test holds it equal to `overallStatus` of the core. */
export function overallFormula(row: number): string {
  const [first, last] = [INDICATORS[0], INDICATORS[INDICATORS.length - 1]];
  if (first === undefined || last === undefined) return '';
  // Nothing else of the block is any of the words.
  const block = `${indicatorLetter(first, 'share')}${row}:${indicatorLetter(last, 'status')}${row}`;
  const has = (label: string): string => `COUNTIF(${block};"${label}")>0`;
  const lacks = MAX_INDICATORS.map(
    (indicator) =>
      `AND(${indicatorLetter(indicator, 'status')}${row}="${LABEL.noData}";${indicatorLetter(indicator, 'share')}${row}="")`,
  );
  return (
    `=IF(${has(LABEL.below)};"${LABEL.below}";IF(OR(${lacks.join(';')});"${LABEL.noData}";` +
    `IF(${has(LABEL.near)};"${LABEL.near}";IF(${has(LABEL.met)};"${LABEL.met}";"${LABEL.noData}"))))`
  );
}

export function indicatorFormulas(indicator: Indicator, row: number): IndicatorFormulas {
  const active = `${indicatorLetter(indicator, 'active')}${row}`;
  const total = `${indicatorLetter(indicator, 'total')}${row}`;
  const share = `${indicatorLetter(indicator, 'share')}${row}`;
  const target = `${indicatorLetter(indicator, 'share')}$${TARGET_ROW}`;
  const nearEdge = `${indicatorLetter(indicator, 'status')}$${TARGET_ROW}`;
  return {
    // Rounded down to 0.01 %, so that a share below the target never reads as the target.
    share: `=IF(AND(ISNUMBER(${active});ISNUMBER(${total}));IF(${total}>0;INT(${WHOLE}*${active}/${total})/${WHOLE};"");"")`,
    status:
      `=IF(${total}="${LABEL.notApplicable}";"${LABEL.notApplicable}";` +
      `IF(AND(ISNUMBER(${share});ISNUMBER(${target}));` +
      `IF(${share}>=${target};"${LABEL.met}";IF(${share}>=${nearEdge};"${LABEL.near}";"${LABEL.below}"));` +
      `"${LABEL.noData}"))`,
    // −INT(−x) rounds up; the product is a whole number of people in 0.01 %, so it is exact.
    missing:
      `=IF(AND(ISNUMBER(${share});ISNUMBER(${target}));` +
      `MAX(0;-INT(-ROUND(${WHOLE}*${target};0)*${total}/${WHOLE})-${active});"")`,
  };
}
