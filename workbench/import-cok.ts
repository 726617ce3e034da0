import { rowToRecord } from '../src/domain/record.ts';
import { readCokFile } from '../src/import/cok/read.ts';
import { resolveSchools } from '../src/import/cok/resolve.ts';
import type { CokWire } from '../src/import/cok/wire.ts';
import type { BookState } from '../src/server/contract.ts';
import type { CokOutcome, CokState } from '../src/server/contract-cok.ts';
import type { AppsScript } from './apps-script/index.ts';
import { replyOf } from './reply.ts';

/**
 * A file of УБ ЦОК without the sidebar: the columns as the reader proposes them, the guesses about
 * schools confirmed, then one call of the server.
 * @throws Error where the file or the server's answer is not what it should be
 */
export async function importCokFile(
  environment: AppsScript,
  bytes: Uint8Array,
  fileName: string,
): Promise<CokOutcome> {
  const ask = async <T>(name: string, ...args: readonly unknown[]): Promise<T> => {
    const reply = replyOf<T>(await environment.clientRun(name, ...args));
    if (!reply.ok) throw new Error(`${fileName}: ${JSON.stringify(reply.issue)}`);
    return reply.value;
  };
  const first = readCokFile(bytes);
  const proposed = first.question?.proposed;
  const reading = first.known || proposed === undefined ? first : readCokFile(bytes, { columns: proposed });
  const book = await ask<BookState>('sidebarReadBook');
  const { aliases } = await ask<CokState>('sidebarReadCok');
  const known = book.rows
    .map(rowToRecord)
    .map(({ orgId, shortName, inn }) => ({ id: orgId, name: shortName, inn }));
  const { sure, guesses } = resolveSchools(reading.rows, known, aliases);
  const wire: CokWire = {
    date: reading.date ?? '',
    fields: reading.fields,
    schools: [...sure, ...guesses].map(({ row, id }) => [
      id,
      ...reading.fields.map((key) => row.counts[key]),
    ]),
    aliases: [],
  };
  return ask<CokOutcome>('sidebarImportCok', { ...wire, fileName });
}
