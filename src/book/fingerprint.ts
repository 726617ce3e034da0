import { idOfRow, type StatisticsRow } from '../domain/record.ts';
import type { Settings } from './settings/areas.ts';

/**
 * A short text that changes with whatever a preview shows of the book: the rows of «Статистика», the
 * targets and the words of the types. FNV-1a, two passes of 32 bits: it guards against a change, not
 * against an attacker.
 */
export function fingerprintOf(
  rows: readonly StatisticsRow[],
  { targets, kindWords }: Pick<Settings, 'targets' | 'kindWords'>,
): string {
  // People may sort the sheet: that changes nothing of what the preview says.
  const sorted = [...rows].sort((one, other) => (idOfRow(one) < idOfRow(other) ? -1 : 1));
  const text = JSON.stringify([sorted, targets, kindWords]);
  return [0x811c9dc5, 0x1234567].map((seed) => hash(text, seed).toString(36)).join('-');
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
