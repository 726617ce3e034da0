import { normaliseText } from '../../domain/normalise.ts';

/** Form in which whole names are compared, and under which an answer is remembered. */
export function aliasOf(name: string): string {
  return normaliseText(name).replace(/№ /g, '№');
}
