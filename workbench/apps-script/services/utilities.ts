import type { Context } from '../context.ts';
import { Emulated, EnumValue } from '../emulated.ts';
import { platformEnum } from '../enums.ts';
import { NotKnown, ServiceException } from '../errors.ts';
import { zoneOffset } from '../zone.ts';

export class UtilitiesService extends Emulated {
  readonly platformName = 'Utilities';
  private readonly context: Context;

  constructor(context: Context) {
    super();
    this.context = context;
  }

  override properties(): Readonly<Record<string, unknown>> {
    return { Charset: platformEnum('Charset') };
  }

  getUuid(): string {
    return this.context.uuid();
  }
  /** Counted into the run's time, not slept. */
  sleep(milliseconds: number): void {
    if (milliseconds < 0 || milliseconds > 300_000) throw new NotKnown(`Utilities.sleep(${milliseconds})`);
    this.context.run.spend(milliseconds);
  }
  formatDate(date: Date, timeZone: string, format: string): string {
    return formatDate(date, timeZone, format);
  }
  parseCsv(text: string, delimiter = ','): readonly (readonly string[])[] {
    return parseCsv(text, delimiter);
  }
  newBlob(data: unknown, contentType: string | null = null, name: string | null = null): BlobService {
    return new BlobService(bytesOf(data), contentType, name);
  }
  base64Encode(data: unknown, charset?: unknown): string {
    assertUtf8(charset);
    return btoa(binary(bytesOf(data)));
  }
  base64EncodeWebSafe(data: unknown, charset?: unknown): string {
    return this.base64Encode(data, charset).replaceAll('+', '-').replaceAll('/', '_');
  }
  base64Decode(text: string, charset?: unknown): readonly number[] {
    assertUtf8(charset);
    return Array.from(atob(text), (sign) => signed(sign.charCodeAt(0)));
  }
  base64DecodeWebSafe(text: string, charset?: unknown): readonly number[] {
    return this.base64Decode(text.replaceAll('-', '+').replaceAll('_', '/'), charset);
  }
}

export class BlobService extends Emulated {
  readonly platformName = 'Blob';
  private bytes: Uint8Array;
  private type: string | null;
  private name: string | null;

  constructor(bytes: Uint8Array, type: string | null, name: string | null) {
    super();
    this.bytes = bytes;
    this.type = type;
    this.name = name;
  }

  getBytes(): readonly number[] {
    return Array.from(this.bytes, signed);
  }
  getContentType(): string | null {
    return this.type;
  }
  getName(): string | null {
    return this.name;
  }
  setName(name: string): BlobService {
    this.name = name;
    return this;
  }
  setContentType(type: string): BlobService {
    this.type = type;
    return this;
  }
  getDataAsString(charset = 'utf-8'): string {
    return decoder(charset).decode(this.bytes);
  }
  setDataFromString(text: string, charset = 'utf-8'): BlobService {
    if (charset.toLowerCase() !== 'utf-8') throw new NotKnown(`setDataFromString in ${charset}`);
    this.bytes = new TextEncoder().encode(text);
    return this;
  }
}

function decoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset, { ignoreBOM: true });
  } catch {
    throw new ServiceException(`Invalid argument: ${charset}`);
  }
}

function bytesOf(data: unknown): Uint8Array {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  if (Array.isArray(data)) return Uint8Array.from(data, (byte: unknown) => Number(byte) & 0xff);
  throw new NotKnown('bytes of other than a text or an array');
}

/** Java's bytes are signed. */
function signed(byte: number): number {
  return byte > 127 ? byte - 256 : byte;
}

function binary(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function assertUtf8(charset: unknown): void {
  if (charset === undefined || (charset instanceof EnumValue && charset.name() === 'UTF_8')) return;
  throw new NotKnown('base64 in another charset than UTF-8');
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Patterns of Java's SimpleDateFormat, in English. */
function formatDate(date: Date, zone: string, format: string): string {
  const offset = offsetOf(zone, date.getTime());
  const wall = new Date(date.getTime() + offset);
  return format.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (token, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    return datePart(token, wall, offset);
  });
}

function offsetOf(zone: string, moment: number): number {
  try {
    return zoneOffset(zone, moment);
  } catch {
    throw new NotKnown(`the time zone ${zone}`);
  }
}

function datePart(token: string, wall: Date, offset: number): string {
  const pad = (value: number): string => String(value).padStart(token.length, '0');
  const hours = wall.getUTCHours();
  switch (token.charAt(0)) {
    case 'y':
      return token.length === 2 ? String(wall.getUTCFullYear()).slice(-2) : pad(wall.getUTCFullYear());
    case 'M':
      if (token.length < 3) return pad(wall.getUTCMonth() + 1);
      return (MONTHS[wall.getUTCMonth()] ?? '').slice(0, token.length === 3 ? 3 : undefined);
    case 'd':
      return pad(wall.getUTCDate());
    case 'H':
      return pad(hours);
    case 'h':
      return pad(hours % 12 === 0 ? 12 : hours % 12);
    case 'm':
      return pad(wall.getUTCMinutes());
    case 's':
      return pad(wall.getUTCSeconds());
    case 'S':
      return pad(wall.getUTCMilliseconds());
    case 'a':
      return hours < 12 ? 'AM' : 'PM';
    case 'E':
      return (WEEKDAYS[wall.getUTCDay()] ?? '').slice(0, token.length < 4 ? 3 : undefined);
    case 'u':
      return pad(wall.getUTCDay() === 0 ? 7 : wall.getUTCDay());
    case 'Z':
      return zoneText(offset, '');
    case 'X':
      if (token.length === 3) return offset === 0 ? 'Z' : zoneText(offset, ':');
  }
  throw new NotKnown(`the pattern ${token} of Utilities.formatDate`);
}

function zoneText(offset: number, between: string): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}${between}${two(minutes % 60)}`;
}

function parseCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  let at = 0;
  const endRow = (): void => {
    row.push(field);
    rows.push(row);
    row = [];
    field = '';
  };
  for (; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at++;
      } else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === delimiter) {
      row.push(field);
      field = '';
    } else if (sign === '\n') endRow();
    else if (sign !== '\r') field += sign;
  }
  if (quoted) throw new ServiceException('Could not parse text.');
  if (field !== '' || row.length > 0) endRow();
  if (new Set(rows.map((cells) => cells.length)).size > 1) throw new NotKnown('parseCsv of ragged rows');
  return rows;
}
