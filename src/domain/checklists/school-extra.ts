import type { IndicatorCode } from '../indicators.ts';

/** What «Школы» says of a school and the statistics do not. */
export interface SchoolExtra {
  readonly coordinator: string;
  /** Change of the shares in percentage points since the report before; absent where unknown. */
  readonly changes: Readonly<Partial<Record<IndicatorCode, number>>>;
}
