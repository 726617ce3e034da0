import { Inflate } from 'fflate';

/** More than may be unpacked or kept. */
export class TooBig extends Error {}

/** Packed bytes taken at once: they become at most about a thousand times as many. */
const STEP = 16_384;

/**
 * Unpacks a deflated stream, and stops as soon as it has become larger than `limit` bytes.
 * @throws TooBig, or Error where the stream is damaged or cut
 */
export function inflateWithin(packed: Uint8Array, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const stream = new Inflate((chunk, final) => {
    size += chunk.length;
    chunks.push(chunk);
    ended = final;
  });
  for (let at = 0; at < packed.length; at += STEP) {
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    if (size > limit) throw new TooBig();
  }
  if (!ended) throw new Error('The stream was cut.');
  const whole = new Uint8Array(size);
  let filled = 0;
  for (const chunk of chunks) {
    whole.set(chunk, filled);
    filled += chunk.length;
  }
  return whole;
}
