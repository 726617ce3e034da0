import { parseAddress } from '../address.ts';
import type { Context } from '../context.ts';
import { Emulated, type EnumValue } from '../emulated.ts';
import { NotKnown, ServiceException } from '../errors.ts';
import { addSheet, assertFreeName, duplicateSheet } from '../structure.ts';
import {
  addMetadata,
  DeveloperMetadataFinderService,
  type DeveloperMetadataService,
  metadataAt,
} from './metadata.ts';
import { NamedRangeService } from './named-range.ts';
import { type ProtectionService, protectionsOf } from './protection.ts';
import { RangeService } from './range.ts';
import { type SheetService, sheetService } from './sheet.ts';

export class SpreadsheetService extends Emulated {
  readonly platformName = 'Spreadsheet';
  readonly context: Context;

  constructor(context: Context) {
    super();
    this.context = context;
  }

  getId(): string {
    return this.context.book.id;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.context.book.id}/edit`;
  }
  getName(): string {
    return this.context.book.name;
  }
  rename(name: string): void {
    this.context.run.write(() =>
      this.context.book.changeBook((state) => {
        state.name = name;
      }),
    );
  }
  getSpreadsheetLocale(): string {
    return this.context.book.locale;
  }
  setSpreadsheetLocale(locale: string): void {
    if (locale !== 'ru_RU' && locale !== 'en_US') throw new NotKnown(`the locale ${locale}`);
    this.context.run.write(() =>
      this.context.book.changeBook((state) => {
        state.locale = locale;
      }),
    );
  }
  getSpreadsheetTimeZone(): string {
    return this.context.book.timeZone;
  }
  setSpreadsheetTimeZone(timeZone: string): void {
    this.context.run.write(() =>
      this.context.book.changeBook((state) => {
        state.timeZone = timeZone;
      }),
    );
  }
  toast(message: string, title = '', seconds = 5): void {
    this.context.screen.showToast({ message, title, seconds });
  }

  getSheets(): readonly SheetService[] {
    return this.context.book.sheets.map(({ id }) => sheetService(this.context, id));
  }
  getNumSheets(): number {
    return this.context.book.sheets.length;
  }
  getSheetByName(name: string): SheetService | null {
    const sheet = this.context.book.sheetByName(name);
    return sheet === undefined ? null : sheetService(this.context, sheet.id);
  }
  getSheetById(id: number): SheetService | null {
    return this.context.book.findSheet(id) === undefined ? null : sheetService(this.context, id);
  }
  getActiveSheet(): SheetService {
    return sheetService(this.context, this.context.book.activeSheetId);
  }
  setActiveSheet(sheet: SheetService): SheetService {
    return sheet.activate();
  }
  /** (), (index), (name), (name, index). */
  insertSheet(first?: string | number, second?: unknown): SheetService {
    const { book, run } = this.context;
    if (second !== undefined && typeof second !== 'number') throw new NotKnown('insertSheet with options');
    const name = typeof first === 'string' ? first : this.freeName();
    assertFreeName(book, name);
    const active = book.sheets.findIndex(({ id }) => id === book.activeSheetId);
    const index = second ?? (typeof first === 'number' ? first : active + 1);
    if (index < 0 || index > book.sheets.length) throw new NotKnown(`insertSheet at index ${index}`);
    const id = book.nextId();
    run.write(() => addSheet(book, id, name, index));
    return sheetService(this.context, id);
  }
  deleteSheet(sheet: SheetService): void {
    sheet.remove();
  }
  deleteActiveSheet(): SheetService {
    this.getActiveSheet().remove();
    return this.getActiveSheet();
  }
  renameActiveSheet(name: string): void {
    this.getActiveSheet().setName(name);
  }
  duplicateActiveSheet(): SheetService {
    const { book, run } = this.context;
    const source = this.getActiveSheet();
    const id = book.nextId();
    const name = `${book.locale === 'ru_RU' ? 'Копия ' : 'Copy of '}${source.getName()}`;
    run.write(() => {
      duplicateSheet(book, source.id, id, name);
    });
    return sheetService(this.context, id).activate();
  }
  moveActiveSheet(position: number): void {
    const { book, run } = this.context;
    if (position < 1 || position > book.sheets.length) throw new NotKnown(`moveActiveSheet(${position})`);
    run.write(() =>
      book.changeSheets((state) => {
        const moved = state.sheets.find(({ id }) => id === state.activeSheetId);
        if (moved === undefined) return;
        state.sheets = state.sheets.filter((sheet) => sheet !== moved);
        state.sheets.splice(position - 1, 0, moved);
      }),
    );
  }
  getRange(name: string): RangeService {
    const address = parseAddress(name);
    if (address === null) {
      const named = this.getRangeByName(name);
      if (named === null) throw new ServiceException('Range not found');
      return named;
    }
    return this.getActiveSheet().getRange(name);
  }
  getRangeByName(name: string): RangeService | null {
    const named = this.context.book.namedRanges.find((range) => range.name === name);
    return named?.target == null ? null : new RangeService(this.context, named.target);
  }
  setNamedRange(name: string, range: RangeService): void {
    const { book, run } = this.context;
    if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)) {
      throw new ServiceException('The name of the named range is invalid.');
    }
    run.write(() =>
      book.changeBook((state) => {
        const others = state.namedRanges.filter((named) => named.name !== name);
        state.namedRanges = [...others, { name, target: range.area }];
      }),
    );
  }
  removeNamedRange(name: string): void {
    const { book, run } = this.context;
    run.write(() =>
      book.changeBook((state) => {
        state.namedRanges = state.namedRanges.filter((named) => named.name !== name);
      }),
    );
  }
  getNamedRanges(): readonly NamedRangeService[] {
    return this.context.book.namedRanges.map(({ name }) => new NamedRangeService(this.context, name));
  }

  addDeveloperMetadata(...args: readonly unknown[]): SpreadsheetService {
    addMetadata(this.context, { type: 'SPREADSHEET' }, args);
    return this;
  }
  getDeveloperMetadata(): readonly DeveloperMetadataService[] {
    return metadataAt(this.context, { type: 'SPREADSHEET' });
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinderService {
    return new DeveloperMetadataFinderService(this.context, null);
  }
  getProtections(type: EnumValue): readonly ProtectionService[] {
    return this.context.book.sheets.flatMap(({ id }) => protectionsOf(this.context, id, type.name()));
  }

  private freeName(): string {
    const word = this.context.book.locale === 'ru_RU' ? 'Лист' : 'Sheet';
    let number = this.context.book.sheets.length + 1;
    while (this.context.book.sheetByName(word + number) !== undefined) number++;
    return word + number;
  }
}
