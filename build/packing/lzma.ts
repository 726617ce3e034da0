/**
 * LZMA, unpacking only: small and in plain ES2019, since it travels in what it unpacks. It reads what
 * any LZMA writer makes whose header tells the unpacked size (the format «.lzma» of the LZMA SDK).
 */

/** A header: properties, the size of the dictionary, the unpacked size. */
const SIZE_AT = 5;
const BODY_AT = 13;

/** A probability is 11 bits and moves by a thirty-second part; both are the format's. */
const PROBABILITY_BITS = 11;
const EVEN = 1 << (PROBABILITY_BITS - 1);
const WHOLE = 1 << PROBABILITY_BITS;
const MOVE = 5;
const LEAST_RANGE = 2 ** 24;

/** The two numbers of the range coder. */
const RANGE = 0;
const CODE = 1;

/** Where each table of probabilities begins. */
const LITERAL_TABLE = 0x300;
const LENGTH_TABLE = 514;
const IS_REPEAT = 192;
const IS_FIRST = 204;
const IS_SECOND = 216;
const IS_THIRD = 228;
const IS_ONE_BYTE = 240;
const DISTANCE_SLOT = 432;
const DISTANCE_SPECIAL = 688;
const DISTANCE_ALIGN = 802;
const MATCH_LENGTH = 818;
const REPEAT_LENGTH = MATCH_LENGTH + LENGTH_TABLE;
const LITERALS = REPEAT_LENGTH + LENGTH_TABLE;

const SHORTEST_MATCH = 2;

/** A stream that is unpacked no further than asked: what stands behind costs nothing until then. */
export interface Unpacking {
  /** Bytes of the whole, unpacked. */
  readonly length: number;
  /** The whole, of which at least the bytes before `end` are there. */
  upTo(end: number): Uint8Array;
  /** Packed bytes that were read so far: those behind may be filled in until they are needed. */
  taken(): number;
}

/** No unpacked byte takes more packed ones: nine decisions of less than six bits each, rounded up. */
export const MOST_BYTES = 8;

/** All bytes that were packed. */
export function unpackLzma(packed: Uint8Array): Uint8Array {
  const unpacking = openLzma(packed);
  return unpacking.upTo(unpacking.length);
}

/** @param packed a whole «.lzma» stream; one that was damaged gives other bytes, never an endless loop */
export function openLzma(packed: Uint8Array): Unpacking {
  const properties = packed[0] ?? 0;
  const literalContext = properties % 9;
  const literalPlace = Math.floor(properties / 9) % 5;
  const places = (1 << Math.floor(properties / 45)) - 1;
  const unpacked = new Uint8Array(sizeOf(packed));
  const probabilities = new Uint16Array(LITERALS + (LITERAL_TABLE << (literalContext + literalPlace))).fill(
    EVEN,
  );

  // The first byte of the body is 0 by the format.
  let at = BODY_AT + 1;
  // In variables they would be boxed at every step, as they take all of 32 bits: five times as slow.
  const coder = new Uint32Array([0xffffffff, 0]);
  for (let index = 0; index < 4; index += 1) coder[CODE] = (coder[CODE] ?? 0) * 256 + next();

  let state = 0;
  let [first, second, third, fourth] = [0, 0, 0, 0];
  let end = 0;
  return {
    length: unpacked.length,
    upTo(wanted) {
      unpack(Math.min(wanted, unpacked.length));
      return unpacked;
    },
    taken: () => at,
  };

  /** In one loop, so that the engine replaces it by compiled code while it runs. */
  function unpack(wanted: number): void {
    while (end < wanted) {
      const place = end & places;
      if (bit((state << 4) + place) === 0) {
        literal();
        continue;
      }
      let length: number;
      if (bit(IS_REPEAT + state) === 0) {
        [second, third, fourth] = [first, second, third];
        length = lengthFrom(MATCH_LENGTH, place);
        first = distance(length);
        state = state < 7 ? 7 : 10;
      } else {
        if (bit(IS_FIRST + state) === 0) {
          if (bit(IS_ONE_BYTE + (state << 4) + place) === 0) {
            state = state < 7 ? 9 : 11;
            copy(1);
            continue;
          }
        } else repeat();
        length = lengthFrom(REPEAT_LENGTH, place);
        state = state < 7 ? 8 : 11;
      }
      copy(length + SHORTEST_MATCH);
    }
  }

  function next(): number {
    const byte = packed[at] ?? 0;
    at += 1;
    return byte;
  }

  /** The innermost step, taken a million times in an engine that is cold: hence it calls nothing. */
  function bit(index: number): 0 | 1 {
    const probability = probabilities[index] ?? 0;
    let range = coder[RANGE] ?? 0;
    let code = coder[CODE] ?? 0;
    const bound = (range >>> PROBABILITY_BITS) * probability;
    const found = code < bound ? 0 : 1;
    if (found === 0) {
      range = bound;
      probabilities[index] = probability + ((WHOLE - probability) >> MOVE);
    } else {
      range -= bound;
      code -= bound;
      probabilities[index] = probability - (probability >> MOVE);
    }
    if (range < LEAST_RANGE) {
      range *= 256;
      code = code * 256 + (packed[at] ?? 0);
      at += 1;
    }
    coder[RANGE] = range;
    coder[CODE] = code;
    return found;
  }

  /** A number of so many bits, the highest first. */
  function tree(table: number, bits: number): number {
    let symbol = 1;
    for (let index = 0; index < bits; index += 1) symbol = symbol * 2 + bit(table + symbol);
    return symbol - (1 << bits);
  }

  /** A number of so many bits, the lowest first. */
  function reverseTree(table: number, bits: number): number {
    let symbol = 1;
    let number = 0;
    for (let index = 0; index < bits; index += 1) {
      const found = bit(table + symbol);
      symbol = symbol * 2 + found;
      number |= found << index;
    }
    return number;
  }

  /** A number of so many bits that are as likely 0 as 1. */
  function evenBits(bits: number): number {
    let number = 0;
    for (let index = 0; index < bits; index += 1) {
      let range = (coder[RANGE] ?? 0) >>> 1;
      let code = coder[CODE] ?? 0;
      const found = code >= range ? 1 : 0;
      if (found === 1) code -= range;
      number = number * 2 + found;
      if (range < LEAST_RANGE) {
        range *= 256;
        code = code * 256 + next();
      }
      coder[RANGE] = range;
      coder[CODE] = code;
    }
    return number;
  }

  function literal(): void {
    const before = end > 0 ? (unpacked[end - 1] ?? 0) : 0;
    const context = ((end & ((1 << literalPlace) - 1)) << literalContext) + (before >> (8 - literalContext));
    const table = LITERALS + LITERAL_TABLE * context;
    let symbol = 1;
    if (state >= 7) {
      // After a match the byte it would have gone on with is a hint, as long as the bits agree.
      let hint = unpacked[end - first - 1] ?? 0;
      let agree = true;
      while (agree && symbol < 0x100) {
        const expected = (hint >> 7) & 1;
        hint <<= 1;
        const found = bit(table + ((1 + expected) << 8) + symbol);
        symbol = symbol * 2 + found;
        agree = found === expected;
      }
    }
    while (symbol < 0x100) symbol = symbol * 2 + bit(table + symbol);
    unpacked[end] = symbol;
    end += 1;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  function lengthFrom(table: number, place: number): number {
    if (bit(table) === 0) return tree(table + 2 + (place << 3), 3);
    if (bit(table + 1) === 0) return 8 + tree(table + 130 + (place << 3), 3);
    return 16 + tree(table + 258, 8);
  }

  function distance(length: number): number {
    const slot = tree(DISTANCE_SLOT + (Math.min(length, 3) << 6), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const least = (2 + (slot & 1)) * 2 ** bits;
    if (slot < 14) return least + reverseTree(DISTANCE_SPECIAL + least - slot - 1, bits);
    return least + evenBits(bits - 4) * 16 + reverseTree(DISTANCE_ALIGN, 4);
  }

  /** One of the three distances before the last one comes to the front. */
  function repeat(): void {
    let found = second;
    if (bit(IS_SECOND + state) === 1) {
      found = third;
      if (bit(IS_THIRD + state) === 1) {
        found = fourth;
        fourth = third;
      }
      third = second;
    }
    second = first;
    first = found;
  }

  function copy(length: number): void {
    for (const stop = Math.min(end + length, unpacked.length); end < stop; end += 1) {
      unpacked[end] = unpacked[end - first - 1] ?? 0;
    }
  }
}

function sizeOf(packed: Uint8Array): number {
  let size = 0;
  for (let index = 3; index >= 0; index -= 1) size = size * 256 + (packed[SIZE_AT + index] ?? 0);
  return size;
}
