import { contains, intersects } from '../address.ts';
import type { SheetProtection } from '../book-state.ts';
import type { Area, SheetArea } from '../cell.ts';
import type { Context } from '../context.ts';
import { Emulated, type EnumValue } from '../emulated.ts';
import { enumValue } from '../enums.ts';
import { ServiceException } from '../errors.ts';
import { RangeService } from './range.ts';

/** Of editors it is known only whether the person who runs the script is one; those of a script's own protections are everybody. */
export class ProtectionService extends Emulated {
  readonly platformName = 'Protection';
  private readonly context: Context;
  private readonly sheetId: number;
  private readonly id: number;

  constructor(context: Context, sheetId: number, id: number) {
    super();
    this.context = context;
    this.sheetId = sheetId;
    this.id = id;
  }

  canEdit(): boolean {
    return this.state().closed !== true;
  }
  /** A new protection does not list the owner, who alone can edit here. */
  getEditors(): readonly never[] {
    return [];
  }
  getDescription(): string {
    return this.state().description;
  }
  getProtectionType(): EnumValue {
    return enumValue('ProtectionType', this.state().area === null ? 'SHEET' : 'RANGE');
  }
  getRange(): RangeService {
    const { area } = this.state();
    const { maxRows, maxColumns } = this.context.book.sheet(this.sheetId);
    const whole = { row: 1, column: 1, rows: maxRows, columns: maxColumns };
    const open = { rows: area === null, columns: area === null };
    return new RangeService(this.context, { ...(area ?? whole), sheetId: this.sheetId }, open);
  }
  getUnprotectedRanges(): readonly RangeService[] {
    return this.state().unprotected.map(
      (area) => new RangeService(this.context, { ...area, sheetId: this.sheetId }),
    );
  }
  isWarningOnly(): boolean {
    return this.state().warningOnly;
  }
  setDescription(description: string): ProtectionService {
    return this.change({ description });
  }
  setWarningOnly(warningOnly: boolean): ProtectionService {
    return this.change({ warningOnly });
  }
  setRange(range: RangeService): ProtectionService {
    const { row, column, rows, columns } = range.area;
    return this.change({ area: { row, column, rows, columns } });
  }
  setUnprotectedRanges(ranges: readonly RangeService[]): ProtectionService {
    if (this.state().area !== null) {
      throw new ServiceException("Unprotected ranges can't be set on a range protection.");
    }
    if (ranges.some((range) => range.area.sheetId !== this.sheetId)) {
      throw new ServiceException('Unprotected ranges must be on the protected sheet.');
    }
    return this.change({ unprotected: ranges.map(({ area }) => area) });
  }
  remove(): void {
    const { book, run } = this.context;
    run.write(() =>
      book.changeLayout(this.sheetId, (sheet) => {
        sheet.protections = sheet.protections.filter(({ id }) => id !== this.id);
      }),
    );
  }

  private state(): SheetProtection {
    const state = this.context.book.sheet(this.sheetId).protections.find(({ id }) => id === this.id);
    if (state === undefined) throw new ServiceException('The protection was removed.');
    return state;
  }
  private change(change: Partial<SheetProtection>): ProtectionService {
    const { book, run } = this.context;
    run.write(() =>
      book.changeLayout(this.sheetId, (sheet) => {
        sheet.protections = sheet.protections.map((state) =>
          state.id === this.id ? { ...state, ...change } : state,
        );
      }),
    );
    return this;
  }
}

/** `area` null protects the whole sheet; a protected sheet answers its one protection again. */
export function protectArea(context: Context, sheetId: number, area: Area | null): ProtectionService {
  const { book, run } = context;
  const known =
    area === null ? book.sheet(sheetId).protections.find((state) => state.area === null) : undefined;
  if (known !== undefined) return new ProtectionService(context, sheetId, known.id);
  const state: SheetProtection = {
    id: book.nextId(),
    area:
      area === null ? null : { row: area.row, column: area.column, rows: area.rows, columns: area.columns },
    description: '',
    warningOnly: false,
    unprotected: [],
  };
  run.write(() =>
    book.changeLayout(sheetId, (sheet) => {
      sheet.protections = [...sheet.protections, state];
    }),
  );
  return new ProtectionService(context, sheetId, state.id);
}

export function protectionsOf(context: Context, sheetId: number, type: string): readonly ProtectionService[] {
  return context.book
    .sheet(sheetId)
    .protections.filter(({ area }) => (area === null) === (type === 'SHEET'))
    .map(({ id }) => new ProtectionService(context, sheetId, id));
}

/** @throws ServiceException when a part of the area is closed to the person who runs the script */
export function assertOpen({ book }: Context, { sheetId, ...area }: SheetArea): void {
  const isClosed = ({ closed, area: kept, unprotected }: SheetProtection): boolean =>
    closed === true &&
    (kept === null || intersects(kept, area)) &&
    !unprotected.some((one) => holds(one, area));
  if (book.sheet(sheetId).protections.some(isClosed)) {
    throw new ServiceException(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
  }
}

function holds(outer: Area, { row, column, rows, columns }: Area): boolean {
  return contains(outer, row, column) && contains(outer, row + rows - 1, column + columns - 1);
}
