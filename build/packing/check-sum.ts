/** A number that another text of the same length hardly ever has: tells that a copy is whole. */
export function checkSum(lines: readonly string[]): number {
  let sum = lines.length;
  for (const line of lines) {
    for (let at = 0; at < line.length; at += 1) sum = (Math.imul(sum, 31) + line.charCodeAt(at)) | 0;
  }
  return sum;
}
