const WORD = 4;

/** A number that another list of bytes of the same length hardly ever has: tells that a copy is whole. */
export function checkSum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = bytes.length;
  for (let at = 0; at + WORD <= bytes.length; at += WORD) sum = (Math.imul(sum, 31) + view.getUint32(at)) | 0;
  return sum;
}
