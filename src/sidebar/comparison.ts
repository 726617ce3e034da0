import { COLUMN_INDEX, COLUMNS } from '../domain/columns.ts';
import { type Indicator, MAX_INDICATORS, maxMeasure } from '../domain/indicators.ts';
import { type KindWords, type OrganisationKind, organisationKind } from '../domain/organisation.ts';
import { idOfRow, rowToRecord, type StatisticsRow } from '../domain/record.ts';
import { type BasisPoints, shareOf } from '../domain/share.ts';

/** An indicator before and after an import; null where there is no share. */
export interface ShareChange {
  readonly indicator: Indicator;
  readonly before: BasisPoints | null;
  readonly after: BasisPoints | null;
}

/** A school whose row an import changes. */
export interface SchoolChange {
  readonly id: string;
  readonly name: string;
  /** Indicators whose share changes. */
  readonly shares: readonly ShareChange[];
  /** Headings of the columns that change, the report date left out. */
  readonly headings: readonly string[];
}

/** The indicators of all schools together, weighted by people: sum of active over sum of totals. */
export function districtChanges(
  before: readonly StatisticsRow[],
  after: readonly StatisticsRow[],
  kindWords: KindWords,
): ShareChange[] {
  const [sharesBefore, sharesAfter] = [before, after].map((rows) => districtShares(rows, kindWords));
  return MAX_INDICATORS.map((indicator, at) => ({
    indicator,
    before: sharesBefore?.[at] ?? null,
    after: sharesAfter?.[at] ?? null,
  }));
}

function districtShares(rows: readonly StatisticsRow[], kindWords: KindWords): (BasisPoints | null)[] {
  const sums = MAX_INDICATORS.map(() => ({ active: 0, total: 0 }));
  for (const row of rows) {
    schoolMeasures(row, kindWords).forEach(({ active, total, applicable }, at) => {
      const sum = sums[at];
      if (sum === undefined || !applicable || active === null || total === null || total === 0) return;
      sum.active += active;
      sum.total += total;
    });
  }
  return sums.map(({ active, total }) => shareOf(active, total));
}

function schoolMeasures(row: StatisticsRow, kindWords: KindWords) {
  const record = rowToRecord(row);
  const kind: OrganisationKind = organisationKind(record.orgType, kindWords);
  return MAX_INDICATORS.map((indicator) => maxMeasure(indicator, record, kind));
}

/** What changes in the schools with these ids. */
export function schoolChanges(
  ids: readonly string[],
  before: readonly StatisticsRow[],
  after: readonly StatisticsRow[],
  kindWords: KindWords,
): SchoolChange[] {
  const wanted = new Set(ids);
  const rowsBefore = new Map(before.map((row) => [idOfRow(row), row]));
  return after.flatMap((row): SchoolChange[] => {
    const id = idOfRow(row);
    const known = rowsBefore.get(id);
    return known === undefined || !wanted.has(id) ? [] : [schoolChange(id, known, row, kindWords)];
  });
}

function schoolChange(
  id: string,
  before: StatisticsRow,
  after: StatisticsRow,
  kindWords: KindWords,
): SchoolChange {
  const [sharesBefore, sharesAfter] = [before, after].map((row) =>
    schoolMeasures(row, kindWords).map(({ active, total, applicable }) =>
      applicable ? shareOf(active, total) : null,
    ),
  );
  const shares = MAX_INDICATORS.map((indicator, at) => ({
    indicator,
    before: sharesBefore?.[at] ?? null,
    after: sharesAfter?.[at] ?? null,
  }));
  return {
    id,
    name: String(after[COLUMN_INDEX.shortName] ?? ''),
    shares: shares.filter((share) => share.before !== share.after),
    headings: COLUMNS.flatMap(({ key, heading }, at) =>
      key !== 'date' && (before[at] ?? '') !== (after[at] ?? '') ? [heading] : [],
    ),
  };
}
