import { MAX_INDICATORS } from '../../src/domain/indicators.ts';
import { STATUS_FACES, STATUSES } from '../../src/domain/status.ts';
import type { DumpedSheet } from '../dump.ts';

/** The coloured table of schools for a terminal, from the sheet «Школы» as a person sees it. */

const NAME_WIDTH = 46;
const SHARE_WIDTH = 9;
const MISSING_WIDTH = 6;
const STATUS_WIDTH = Math.max(...STATUSES.map((status) => STATUS_FACES[status].label.length));
/** Headings in row 1, targets in row 2. */
const FIRST_ROW = 2;
const NAME_COLUMN = 1;

const RESET = '\u001b[0m';
const DARK_TEXT = '\u001b[38;2;32;33;36m';
const WHITE = '#ffffff';

/** Text on the cell's own colour. */
function painted(text: string, fill: string, colours: boolean): string {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(fill);
  if (!colours || channels === null || fill === WHITE) return text;
  const [red, green, blue] = channels.slice(1).map((hex) => Number.parseInt(hex, 16));
  return `\u001b[48;2;${red};${green};${blue}m${DARK_TEXT}${text}${RESET}`;
}

function padded(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}

interface Columns {
  readonly title: string;
  readonly share: number;
  readonly status: number;
  readonly missing: number;
}

function columnsOf(headings: readonly string[]): Columns[] {
  return MAX_INDICATORS.map(({ shortTitle }) => ({
    title: shortTitle,
    share: headings.indexOf(`${shortTitle}: доля`),
    status: headings.indexOf(`${shortTitle}: статус`),
    missing: headings.indexOf(`${shortTitle}: ещё чел.`),
  }));
}

/** One line a school: name, then share, status and people to the target of each MAX indicator. */
export function schoolTable(schools: DumpedSheet, colours: boolean): string[] {
  const columns = columnsOf(schools.display[0] ?? []);
  const block = SHARE_WIDTH + STATUS_WIDTH + MISSING_WIDTH + 2;
  const heading = [padded('Школа', NAME_WIDTH), ...columns.map(({ title }) => padded(title, block))].join(
    '  ',
  );
  const under = [
    padded('', NAME_WIDTH),
    ...columns.map(() =>
      ['доля'.padStart(SHARE_WIDTH), padded('статус', STATUS_WIDTH), 'ещё'.padStart(MISSING_WIDTH)].join(' '),
    ),
  ].join('  ');
  const lines = schools.display.slice(FIRST_ROW).flatMap((row, index) => {
    const name = row[NAME_COLUMN] ?? '';
    if (name === '') return [];
    const fills = schools.fills[index + FIRST_ROW] ?? [];
    const cells = columns.map(({ share, status, missing }) =>
      [
        (row[share] ?? '').padStart(SHARE_WIDTH),
        painted(padded(row[status] ?? '', STATUS_WIDTH), fills[status] ?? WHITE, colours),
        (row[missing] ?? '').padStart(MISSING_WIDTH),
      ].join(' '),
    );
    return [[padded(name, NAME_WIDTH), ...cells].join('  ')];
  });
  return [heading, under, ...lines];
}

/** How many schools have each status, one line an indicator. */
export function statusCounts(schools: DumpedSheet): string[] {
  return columnsOf(schools.display[0] ?? []).map(({ title, status }) => {
    const counts = STATUSES.map((one) => {
      const { label } = STATUS_FACES[one];
      const count = schools.display.slice(FIRST_ROW).filter((row) => row[status] === label).length;
      return count === 0 ? null : `${label} ${count}`;
    });
    return `${title}: ${counts.filter((text) => text !== null).join(' · ')}`;
  });
}
