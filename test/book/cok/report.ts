/** Reports of УБ ЦОК for the schools of a book, as they travel to the server. */
import { COLUMN_INDEX } from '../../../src/domain/columns.ts';
import type { StatisticsRow } from '../../../src/domain/record.ts';
import type { CokRequest } from '../../../src/server/contract-cok.ts';

/** Every school: a tenth of its number more each time `step` grows. */
export function cokReport(rows: readonly StatisticsRow[], date: string, step = 1): CokRequest {
  return {
    fileName: `cok-${date}.csv`,
    date,
    fields: ['loggedIn', 'assigned', 'viewed'],
    schools: rows.map((row, index) => [
      String(row[COLUMN_INDEX.orgId]),
      20 + step,
      5 * step + (index % 9),
      40 * step + index,
    ]),
    aliases: [],
  };
}
