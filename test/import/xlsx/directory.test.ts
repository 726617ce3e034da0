import { describe, expect, it } from 'vitest';
import { readDirectory } from '../../../src/import/xlsx/directory.ts';

const ELSEWHERE = 0xffffffff;
const DAMAGED = 'The directory of the archive is damaged.';

/** One file of an archive as its directory tells it. */
interface Entry {
  readonly name: string;
  readonly flags?: number;
  readonly method?: number;
  readonly unpacked?: number;
  readonly packed?: number;
  readonly local?: number;
  /** Bytes of extra fields: of the directory, of the file's own header. */
  readonly extra?: readonly number[];
  readonly localExtra?: number;
  readonly comment?: string;
}

const u16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
const u32 = (value: number): number[] => [...u16(value % 0x10000), ...u16(Math.floor(value / 0x10000))];
const u64 = (value: number): number[] => [...u32(value % 2 ** 32), ...u32(Math.floor(value / 2 ** 32))];
const text = (letters: string): number[] => Array.from(letters, (letter) => letter.charCodeAt(0));
const zeros = (count: number): number[] => new Array<number>(count).fill(0);
const field = (id: number, body: readonly number[]): number[] => [...u16(id), ...u16(body.length), ...body];

function localOf({ name, localExtra = 0 }: Entry): number[] {
  return [
    ...u32(0x04034b50),
    ...zeros(22),
    ...u16(name.length),
    ...u16(localExtra),
    ...text(name),
    ...zeros(localExtra),
  ];
}

function entryOf(entry: Entry, at: number): number[] {
  const {
    name,
    flags = 0,
    method = 8,
    unpacked = 0,
    packed = 5,
    local = at,
    extra = [],
    comment = '',
  } = entry;
  return [
    ...[
      ...u32(0x02014b50),
      ...zeros(4),
      ...u16(flags),
      ...u16(method),
      ...zeros(8),
      ...u32(packed),
      ...u32(unpacked),
    ],
    ...[...u16(name.length), ...u16(extra.length), ...u16(comment.length), ...zeros(8), ...u32(local)],
    ...[...text(name), ...extra, ...text(comment)],
  ];
}

interface Ends {
  /** Bytes of the end in the place where it stands: 64-bit ends before it, other numbers in it. */
  readonly before?: (start: number, count: number, end: number) => readonly number[];
  readonly start?: number;
  readonly comment?: string;
}

function archive(entries: readonly Entry[], { before, start, comment = '' }: Ends = {}): Uint8Array {
  const files: number[] = [];
  const places = entries.map((entry) => {
    const at = files.length;
    files.push(...localOf(entry), ...zeros(5));
    return at;
  });
  const directory = entries.flatMap((entry, index) => entryOf(entry, places[index] ?? 0));
  const end = files.length + directory.length;
  return Uint8Array.from([
    ...files,
    ...directory,
    ...(before?.(files.length, entries.length, end) ?? []),
    ...[...u32(0x06054b50), ...zeros(6), ...u16(before === undefined ? entries.length : 0xffff), ...zeros(4)],
    ...[...u32(start ?? files.length), ...u16(comment.length), ...text(comment)],
  ]);
}

/** The end of 64 bits, and where it stands. */
function ends64(start: number, count: number, end: number): number[] {
  return [
    ...[...u32(0x06064b50), ...zeros(28), ...u64(count), ...zeros(8), ...u64(start)],
    ...[...u32(0x07064b50), ...zeros(4), ...u64(end), ...zeros(4)],
  ];
}

describe('readDirectory', () => {
  it('tells where each file lies, whatever stands beside the numbers', () => {
    const entries = readDirectory(
      archive(
        [
          { name: 'a.xml', extra: field(0x5455, [1, 2, 3]), comment: 'note', localExtra: 3 },
          { name: 'xl\\b\\c.xml', method: 0, flags: 0x0801, packed: 70_000 },
          { name: 'd', flags: 0x0800 },
        ],
        { comment: 'made by hand' },
      ),
    );
    expect([...entries]).toEqual([
      ['a.xml', { method: 8, encrypted: false, start: 38, packed: 5 }],
      ['xl/b/c.xml', { method: 0, encrypted: true, start: 83, packed: 70_000 }],
      ['d', { method: 8, encrypted: false, start: 119, packed: 5 }],
    ]);
  });

  it('counts from the first byte of a part of a buffer', () => {
    const bytes = archive([{ name: 'a' }]);
    const within = new Uint8Array(bytes.length + 7);
    within.set(bytes, 7);
    expect([...readDirectory(within.subarray(7))]).toEqual([...readDirectory(bytes)]);
  });

  const SIZES: readonly [note: string, entry: Partial<Entry>, packed: number][] = [
    ['packed', { packed: ELSEWHERE, extra: field(1, u64(2 ** 33 + 6)) }, 2 ** 33 + 6],
    [
      'unpacked and packed',
      { unpacked: ELSEWHERE, packed: ELSEWHERE, extra: field(1, [...u64(9), ...u64(7)]) },
      7,
    ],
    ['unpacked alone', { unpacked: ELSEWHERE, packed: 3, extra: field(1, u64(9)) }, 3],
    [
      'packed and the place',
      { packed: ELSEWHERE, local: ELSEWHERE, extra: field(1, [...u64(7), ...u64(0)]) },
      7,
    ],
    ['the place', { packed: 4, local: ELSEWHERE, extra: field(1, u64(0)) }, 4],
    [
      'after another field',
      { packed: ELSEWHERE, extra: [...field(0x5455, [1, 0, 1]), ...field(1, u64(7))] },
      7,
    ],
    ['an empty field before', { packed: ELSEWHERE, extra: [...field(0x5455, []), ...field(1, u64(8))] }, 8],
    ['said without need', { packed: 4, extra: field(1, u64(7)) }, 4],
  ];
  it.each(SIZES)('64-bit numbers of a file: %s', (_note, entry, packed) => {
    const [found] = readDirectory(archive([{ name: 'a', ...entry }])).values();
    expect(found).toEqual({ method: 8, encrypted: false, start: 31, packed });
  });

  it('a directory that stands beyond 32 bits, or only says so', () => {
    const names = [{ name: 'a' }, { name: 'b' }];
    const plain = [...readDirectory(archive(names))];
    expect([...readDirectory(archive(names, { before: ends64, start: ELSEWHERE }))]).toEqual(plain);
    // A number that is no hint goes before the 64-bit part.
    expect(() => readDirectory(archive(names, { before: ends64 }))).toThrow(DAMAGED);
  });

  it('a comment as long as there may be', () => {
    expect(readDirectory(archive([{ name: 'a' }], { comment: 'x'.repeat(0xffff) })).size).toBe(1);
    const longer = Uint8Array.from([...archive([{ name: 'a' }], { comment: 'x'.repeat(0xffff) }), 0]);
    expect(() => readDirectory(longer)).toThrow('The archive has no directory: it was cut.');
  });

  it('an archive of nothing, and of less than that', () => {
    const empty = archive([]);
    expect(readDirectory(empty).size).toBe(0);
    expect(() => readDirectory(empty.subarray(1))).toThrow('it was cut');
    expect(() => readDirectory(new Uint8Array(0))).toThrow('it was cut');
  });

  it('says that it is damaged', () => {
    const spoiled = (at: number, ends?: Ends): Uint8Array => {
      const bytes = archive([{ name: 'a' }], ends);
      bytes[at] = 0;
      return bytes;
    };
    const directory = 36;
    expect(() => readDirectory(spoiled(directory))).toThrow(DAMAGED);
    expect(() => readDirectory(spoiled(0))).toThrow('The archive is damaged.');
    const end64 = directory + 47;
    expect(() => readDirectory(spoiled(end64, { before: ends64, start: ELSEWHERE }))).toThrow(DAMAGED);
    // Without the place of the 64-bit end, the number of 32 bits is all there is.
    expect(() => readDirectory(spoiled(end64 + 56, { before: ends64, start: ELSEWHERE }))).toThrow();
  });
});
