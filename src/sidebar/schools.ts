import { assessCok } from '../domain/assess-cok.ts';
import { rowToCok } from '../domain/cok.ts';
import { assessMax, type IndicatorAssessment } from '../domain/indicators.ts';
import { type OrganisationKind, organisationKind } from '../domain/organisation.ts';
import { type IsoDate, rowToRecord, type StatisticsRecord } from '../domain/record.ts';
import { isMissed } from '../domain/weak-spot.ts';
import type { BookState } from '../server/contract.ts';
import type { Findable } from './findable.ts';

/** One school of the book, judged and ready to be found. */
export interface School extends Findable {
  readonly record: StatisticsRecord;
  readonly kind: OrganisationKind;
  readonly assessments: readonly IndicatorAssessment[];
  /** Day of its counts of УБ ЦОК. */
  readonly cokDate: IsoDate | null;
  /** At least one indicator is below its target (near counts: it is not met). */
  readonly lagging: boolean;
  /** False for a school that the last report does not have: its counts are empty. */
  readonly reported: boolean;
}

/** Schools of the book in the book's order. */
export function schoolsOf(book: BookState): School[] {
  const kinds = new Map<string, OrganisationKind>();
  const cok = new Map(book.cokRows.map(rowToCok).map((row) => [row.id, row]));
  return book.rows.map((row) => {
    const record = rowToRecord(row);
    const kind = kinds.get(record.orgType) ?? organisationKind(record.orgType, book.kindWords);
    kinds.set(record.orgType, kind);
    const cokRow = cok.get(record.orgId);
    const assessments = [
      ...assessMax(record, kind, book.targets),
      ...assessCok(record, cokRow, kind, book.targets, book.cok),
    ];
    return {
      record,
      kind,
      assessments,
      cokDate: cokRow?.date ?? null,
      lagging: assessments.some(isMissed),
      reported: record.date !== '',
    };
  });
}
