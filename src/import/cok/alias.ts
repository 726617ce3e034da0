import { normaliseText } from '../../domain/normalise.ts';

/** Form in which whole names are compared, and under which an answer is remembered. */
export function aliasOf(name: string): string {
  return normaliseText(name).replace(/№ /g, '№');
}

/** Stands in place of an id for a name that is no school of the book: such rows are not asked about again. */
export const NOT_OURS = 'не наша';
