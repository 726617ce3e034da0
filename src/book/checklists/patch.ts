import { columnLetter } from '../../domain/columns.ts';
import { IssueError } from '../../domain/issues.ts';
import { type CellInput, dateCell, textCell } from '../cells.ts';
import type { CellOutput, DateReader, Sheet } from '../platform.ts';
import { type ColumnKey, headingOf } from './columns.ts';
import { type ChecklistReading, readWith } from './reading.ts';

/** A cell that is to hold something: told by school and column, never by place. */
export interface Patch {
  readonly id: string;
  readonly key: ColumnKey;
  readonly value: CellInput;
}

interface Placed extends Patch {
  readonly row: number;
  readonly column: number;
}

/** People sort, insert and delete while we write; so often the write is checked and done again. */
const ATTEMPTS = 3;

/**
 * Writes the cells and reads the sheet again (which flushes). What landed elsewhere, because
 * somebody sorted or inserted between reading and writing, is put back and written anew.
 *
 * @returns the sheet after it
 * @throws IssueError book-busy, checklist-school-missing, checklist-step-missing
 */
export function writePatches(
  sheet: Sheet,
  read: (sheet: Sheet) => ChecklistReading,
  before: ChecklistReading,
  patches: readonly Patch[],
  dateOf: DateReader,
): ChecklistReading {
  let reading = before;
  let wanted = patches;
  for (let attempt = 1; ; attempt += 1) {
    const placed = placesOf(reading, wanted, sheet);
    write(sheet, placed);
    const after = readWith(
      sheet,
      read,
      placed.map(({ id }) => id),
    );
    const missed = placed.filter(({ id, key, value }) => !holds(after.cell(id, key), value, dateOf));
    if (missed.length === 0) return after;
    if (attempt === ATTEMPTS) throw new IssueError({ code: 'book-busy' });
    wanted = [...missed, ...strays(sheet, placed, reading, after, dateOf)];
    reading = after;
  }
}

function placesOf(reading: ChecklistReading, patches: readonly Patch[], sheet: Sheet): Placed[] {
  return patches.map((patch) => {
    const row = reading.keyed.rowOf.get(patch.id);
    if (row === undefined) throw new IssueError({ code: 'checklist-school-missing', sheet: sheet.getName() });
    const column = reading.columns.get(patch.key);
    if (column === undefined) {
      throw new IssueError({
        code: 'checklist-column-missing',
        sheet: sheet.getName(),
        column: headingOf(patch.key),
      });
    }
    return { ...patch, row, column };
  });
}

/** One call for neighbouring cells of one row, else one for all cells that get the same. */
function write(sheet: Sheet, placed: readonly Placed[]): void {
  const [first] = placed;
  const inOneRow = placed.every(({ row }) => row === first?.row);
  if (first === undefined) return;
  if (inOneRow) {
    const cells = [...placed].sort((one, other) => one.column - other.column);
    let block: Placed[] = [];
    for (const cell of cells) {
      const last = block[block.length - 1];
      if (last !== undefined && cell.column !== last.column + 1) {
        writeRow(sheet, block);
        block = [];
      }
      block.push(cell);
    }
    writeRow(sheet, block);
    return;
  }
  const groups = new Map<string, Placed[]>();
  for (const cell of placed) {
    const same = `${cell.column}|${typeof cell.value}|${cell.value}`;
    groups.set(same, [...(groups.get(same) ?? []), cell]);
  }
  for (const cells of groups.values()) {
    sheet.getRangeList(areasOf(cells)).setValue(cells[0]?.value);
  }
}

function writeRow(sheet: Sheet, block: readonly Placed[]): void {
  const [first] = block;
  if (first === undefined) return;
  sheet.getRange(first.row, first.column, 1, block.length).setValues([block.map(({ value }) => value)]);
}

/** Cells of one column as areas of neighbouring rows. */
function areasOf(cells: readonly Placed[]): string[] {
  const rows = cells.map(({ row }) => row).sort((one, other) => one - other);
  const letter = columnLetter((cells[0]?.column ?? 1) - 1);
  const areas: string[] = [];
  rows.forEach((row, index) => {
    if (index > 0 && rows[index - 1] === row - 1) return;
    let last = index;
    while (rows[last + 1] === (rows[last] ?? 0) + 1) last += 1;
    areas.push(`${letter}${row}:${letter}${rows[last] ?? row}`);
  });
  return areas;
}

/**
 * Cells of others that hold what was meant for ours: back to what they held before. One that has no
 * school or no column of ours was inserted meanwhile, and is emptied.
 */
function strays(
  sheet: Sheet,
  placed: readonly Placed[],
  before: ChecklistReading,
  after: ChecklistReading,
  dateOf: DateReader,
): Patch[] {
  const back: Patch[] = [];
  for (const { id, key, value, row, column } of placed) {
    const found = after.at(row, column);
    if ((found.id === id && found.key === key) || !holds(found.cell, value, dateOf)) continue;
    if (found.id === '' || found.key === null) {
      if (value !== '') sheet.getRange(row, column).clearContent();
      continue;
    }
    if (placed.some((other) => other.id === found.id && other.key === found.key)) continue;
    const held = before.cell(found.id, found.key);
    if (!holds(held, value, dateOf)) {
      back.push({ id: found.id, key: found.key, value: inputOf(held, dateOf) });
    }
  }
  return back;
}

/** Does the cell hold what was written? A date is written as a serial number. */
function holds(cell: CellOutput, value: CellInput, dateOf: DateReader): boolean {
  return inputOf(cell, dateOf) === value;
}

/** A cell as it was read, as it is written. */
function inputOf(cell: CellOutput, dateOf: DateReader): CellInput {
  if (typeof cell === 'object') return dateCell(dateOf(cell));
  return typeof cell === 'string' ? textCell(cell) : cell;
}
