import { type Issue, severityOf } from '../src/domain/issues.ts';
import { recordToRow } from '../src/domain/record.ts';
import { readStatisticsFile, type StatisticsReading } from '../src/import/read.ts';
import { selectRecords } from '../src/import/selection.ts';
import type { ImportOutcome } from '../src/server/contract.ts';
import type { AppsScript } from './apps-script/index.ts';
import { replyOf } from './reply.ts';

export interface HeadlessImport {
  readonly reading: StatisticsReading;
  /** What the server answered; null where the file was refused before anything was sent. */
  readonly outcome: ImportOutcome | null;
  /** All that was found, in the file or by the server. */
  readonly issues: readonly Issue[];
}

/** The sidebar's way without the sidebar: read and check the file, then one call of the server. */
export async function importStatisticsFile(
  environment: AppsScript,
  bytes: Uint8Array,
  fileName: string,
): Promise<HeadlessImport> {
  const reading = readStatisticsFile(bytes, fileName);
  if (reading.issues.some((issue) => severityOf(issue) === 'error')) {
    return { reading, outcome: null, issues: reading.issues };
  }
  const last = selectRecords(reading.records, { municipalities: null, date: null, older: true });
  const rows = last.records.map(recordToRow);
  const answer = await environment.clientRun('sidebarImportStatistics', {
    fileName,
    rows,
    older: last.older.map(recordToRow),
  });
  const reply = replyOf<ImportOutcome>(answer);
  if (reply.ok) return { reading, outcome: reply.value, issues: reading.issues };
  return { reading, outcome: null, issues: [...reading.issues, reply.issue] };
}
