/** Where a file of a ZIP archive lies. */
export interface ArchiveEntry {
  readonly method: number;
  readonly encrypted: boolean;
  /** Position of its packed bytes, and how many they are. */
  readonly start: number;
  readonly packed: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_PLACE = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end of the directory is followed by a comment of at most so many bytes. */
const END_LENGTH = 22;
const COMMENT_LIMIT = 0xffff;
/** In a field of 32 bits: the number stands in the 64-bit part. */
const ELSEWHERE = 0xffffffff;
const EXTRA_64 = 1;

/** The directory at the end of an archive: file name → where it lies. */
export function readDirectory(bytes: Uint8Array): ReadonlyMap<string, ArchiveEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, ArchiveEntry>();
  const { count, start } = directoryPlace(view);
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('The directory of the archive is damaged.');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name, entryAt(view, at, at + 46 + nameLength, extraLength));
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

function directoryPlace(view: DataView): { readonly count: number; readonly start: number } {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - COMMENT_LIMIT; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    const place = at - 20;
    if (start !== ELSEWHERE || place < 0 || view.getUint32(place, true) !== END_64_PLACE) {
      return { count, start };
    }
    const end = whole64(view, place + 8);
    if (view.getUint32(end, true) !== END_64) throw new Error('The directory of the archive is damaged.');
    return { count: whole64(view, end + 32), start: whole64(view, end + 48) };
  }
  throw new Error('The archive has no directory: it was cut.');
}

function entryAt(view: DataView, at: number, extra: number, extraLength: number): ArchiveEntry {
  let packed = view.getUint32(at + 20, true);
  let local = view.getUint32(at + 42, true);
  let field = extra;
  while (field + 4 <= extra + extraLength) {
    if (view.getUint16(field, true) === EXTRA_64) {
      // Numbers of 64 bits, of those fields only that refer to them, in this order.
      let next = field + 4;
      if (view.getUint32(at + 24, true) === ELSEWHERE) next += 8;
      if (packed === ELSEWHERE) {
        packed = whole64(view, next);
        next += 8;
      }
      if (local === ELSEWHERE) local = whole64(view, next);
      break;
    }
    field += 4 + view.getUint16(field + 2, true);
  }
  if (view.getUint32(local, true) !== LOCAL) throw new Error('The archive is damaged.');
  return {
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
    packed,
  };
}

function whole64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x100000000;
}

/** Names inside workbooks are plain; in others a strange letter does no harm. */
function nameOf(bytes: Uint8Array): string {
  let name = '';
  for (const byte of bytes) name += String.fromCharCode(byte);
  return name.replace(/\\/g, '/');
}
