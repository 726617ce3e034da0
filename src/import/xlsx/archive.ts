import { decodeBytes } from '../text-decoder.ts';
import { type ArchiveEntry, readDirectory } from './directory.ts';
import { inflateWithin } from './inflate.ts';

/** What all parts of a workbook that are read may unpack to: far more than a city's statistics. */
export const UNPACKED_LIMIT = 128 * 1024 * 1024;

const STORED = 0;
const DEFLATED = 8;

/**
 * Files of a ZIP archive, unpacked one by one when they are asked for. All together they may become
 * no larger than the limit, whatever the archive says of them: one made to swell is refused on the way.
 */
export class Archive {
  private readonly bytes: Uint8Array;
  private readonly entries: ReadonlyMap<string, ArchiveEntry>;
  private room: number;

  /** @throws Error where the bytes are no whole archive */
  constructor(bytes: Uint8Array, limit = UNPACKED_LIMIT) {
    this.bytes = bytes;
    this.entries = readDirectory(bytes);
    this.room = limit;
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * Text of a file; null where the archive has none of this name.
   * @throws TooBig, or Error where the file is damaged
   */
  text(name: string): string | null {
    const entry = this.entries.get(name);
    if (entry === undefined) return null;
    const unpacked = this.unpack(entry);
    this.room -= unpacked.length;
    const isUtf16 = unpacked[0] === 0xff && unpacked[1] === 0xfe;
    return decodeBytes(unpacked, isUtf16 ? 'utf-16le' : 'utf-8');
  }

  private unpack({ method, start, packed, encrypted }: ArchiveEntry): Uint8Array {
    if (encrypted || start + packed > this.bytes.length) throw new Error('The archive is not readable.');
    const stored = this.bytes.subarray(start, start + packed);
    if (method === DEFLATED) return inflateWithin(stored, this.room);
    if (method === STORED && packed <= this.room) return stored;
    throw new Error(`Packed in a way that is not known: ${method}`);
  }
}
