import type { Metadata } from '../book-state.ts';
import type { SheetArea } from '../cell.ts';
import type { Context } from '../context.ts';
import { Emulated, EnumValue } from '../emulated.ts';
import { enumValue } from '../enums.ts';
import { NotKnown, ServiceException } from '../errors.ts';
import { RangeService } from './range.ts';
import { type SheetService, sheetService } from './sheet.ts';
import { SpreadsheetService } from './spreadsheet.ts';

type Location = Metadata['location'];

export class DeveloperMetadataService extends Emulated {
  readonly platformName = 'DeveloperMetadata';
  private readonly context: Context;
  private readonly id: number;

  constructor(context: Context, id: number) {
    super();
    this.context = context;
    this.id = id;
  }

  getId(): number {
    return this.id;
  }
  getKey(): string {
    return this.entry().key;
  }
  getValue(): string | null {
    return this.entry().value;
  }
  getVisibility(): EnumValue {
    return enumValue('DeveloperMetadataVisibility', this.entry().visibility);
  }
  getLocation(): DeveloperMetadataLocationService {
    return new DeveloperMetadataLocationService(this.context, this.entry().location);
  }
  setKey(key: string): DeveloperMetadataService {
    return this.change({ key });
  }
  setValue(value: string): DeveloperMetadataService {
    return this.change({ value });
  }
  setVisibility(visibility: EnumValue): DeveloperMetadataService {
    return this.change({ visibility: visibilityOf(visibility) });
  }
  moveToSheet(sheet: SheetService): DeveloperMetadataService {
    return this.change({ location: { type: 'SHEET', sheetId: sheet.id } });
  }
  moveToSpreadsheet(): DeveloperMetadataService {
    return this.change({ location: { type: 'SPREADSHEET' } });
  }
  moveToRow(range: RangeService): DeveloperMetadataService {
    const { sheetId, row } = range.area;
    return this.change({ location: { type: 'ROW', sheetId, index: row } });
  }
  moveToColumn(range: RangeService): DeveloperMetadataService {
    const { sheetId, column } = range.area;
    return this.change({ location: { type: 'COLUMN', sheetId, index: column } });
  }
  remove(): void {
    this.replace(() => []);
  }

  private entry(): Metadata {
    const entry = this.context.book.metadata.find(({ id }) => id === this.id);
    if (entry === undefined) throw new ServiceException('The developer metadata was removed.');
    return entry;
  }
  private change(change: Partial<Metadata>): DeveloperMetadataService {
    this.replace((entry) => [{ ...entry, ...change }]);
    return this;
  }
  private replace(next: (entry: Metadata) => Metadata[]): void {
    const { book, run } = this.context;
    run.write(() =>
      book.changeBook((state) => {
        state.metadata = state.metadata.flatMap((entry) => (entry.id === this.id ? next(entry) : [entry]));
      }),
    );
  }
}

export class DeveloperMetadataLocationService extends Emulated {
  readonly platformName = 'DeveloperMetadataLocation';
  private readonly context: Context;
  private readonly location: Location;

  constructor(context: Context, location: Location) {
    super();
    this.context = context;
    this.location = location;
  }

  getLocationType(): EnumValue {
    return enumValue('DeveloperMetadataLocationType', this.location.type);
  }
  getSheet(): SheetService | null {
    return this.location.type === 'SHEET' ? sheetService(this.context, this.location.sheetId) : null;
  }
  getSpreadsheet(): SpreadsheetService | null {
    return this.location.type === 'SPREADSHEET' ? new SpreadsheetService(this.context) : null;
  }
  getRow(): RangeService | null {
    if (this.location.type !== 'ROW') return null;
    const { sheetId, index } = this.location;
    const columns = this.context.book.sheet(sheetId).maxColumns;
    const area = { sheetId, row: index, column: 1, rows: 1, columns };
    return new RangeService(this.context, area, { rows: false, columns: true });
  }
  getColumn(): RangeService | null {
    if (this.location.type !== 'COLUMN') return null;
    const { sheetId, index } = this.location;
    const rows = this.context.book.sheet(sheetId).maxRows;
    const area = { sheetId, row: 1, column: index, rows, columns: 1 };
    return new RangeService(this.context, area, { rows: true, columns: false });
  }
}

export class DeveloperMetadataFinderService extends Emulated {
  readonly platformName = 'DeveloperMetadataFinder';
  private readonly context: Context;
  /** null: the whole spreadsheet. `rows` 0: a whole sheet. */
  private readonly scope: SheetArea | { readonly sheetId: number; readonly whole: true } | null;
  private readonly tests: ((entry: Metadata) => boolean)[] = [];

  constructor(context: Context, scope: DeveloperMetadataFinderService['scope']) {
    super();
    this.context = context;
    this.scope = scope;
  }

  withKey(key: string): DeveloperMetadataFinderService {
    return this.where((entry) => entry.key === key);
  }
  withValue(value: string): DeveloperMetadataFinderService {
    return this.where((entry) => entry.value === value);
  }
  withId(id: number): DeveloperMetadataFinderService {
    return this.where((entry) => entry.id === id);
  }
  withVisibility(visibility: EnumValue): DeveloperMetadataFinderService {
    return this.where((entry) => entry.visibility === visibility.name());
  }
  withLocationType(type: EnumValue): DeveloperMetadataFinderService {
    return this.where((entry) => entry.location.type === type.name());
  }
  find(): readonly DeveloperMetadataService[] {
    return this.context.book.metadata
      .filter((entry) => this.inScope(entry.location) && this.tests.every((test) => test(entry)))
      .map(({ id }) => new DeveloperMetadataService(this.context, id));
  }

  private where(test: (entry: Metadata) => boolean): DeveloperMetadataFinderService {
    this.tests.push(test);
    return this;
  }
  /** A sheet's finder covers the sheet and its rows and columns; a range's, its lines inside. */
  private inScope(location: Location): boolean {
    const { scope } = this;
    if (scope === null) return true;
    if (location.type === 'SPREADSHEET' || location.sheetId !== scope.sheetId) return false;
    if ('whole' in scope) return true;
    if (location.type === 'ROW')
      return location.index >= scope.row && location.index < scope.row + scope.rows;
    if (location.type === 'SHEET') return false;
    return location.index >= scope.column && location.index < scope.column + scope.columns;
  }
}

/** (key) · (key, value) · (key, visibility) · (key, value, visibility). */
export function addMetadata(context: Context, location: Location, args: readonly unknown[]): void {
  const [key, second, third] = args;
  const value = typeof second === 'string' ? second : null;
  const visibility = second instanceof EnumValue ? second : third;
  const entry: Metadata = {
    id: context.book.nextId(),
    key: String(key),
    value,
    visibility: visibility instanceof EnumValue ? visibilityOf(visibility) : 'DOCUMENT',
    location,
  };
  context.run.write(() =>
    context.book.changeBook((state) => {
      state.metadata = [...state.metadata, entry];
    }),
  );
}

/** The metadata that hangs exactly there. */
export function metadataAt(context: Context, location: Location): readonly DeveloperMetadataService[] {
  return context.book.metadata
    .filter((entry) => sameLocation(entry.location, location))
    .map(({ id }) => new DeveloperMetadataService(context, id));
}

function sameLocation(a: Location, b: Location): boolean {
  if (a.type === 'SPREADSHEET' || b.type === 'SPREADSHEET') return a.type === b.type;
  if (a.type !== b.type || a.sheetId !== b.sheetId) return false;
  return a.type === 'SHEET' || b.type === 'SHEET' || a.index === b.index;
}

function visibilityOf(value: EnumValue): Metadata['visibility'] {
  const name = value.name();
  if (name === 'DOCUMENT' || name === 'PROJECT') return name;
  throw new NotKnown(`the visibility ${name}`);
}
