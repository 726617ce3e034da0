/** What was counted, merged: lines of src by file, and whether some test ran through them. */
export type Lines = ReadonlyMap<string, ReadonlyMap<number, boolean>>;

/** One file as istanbul describes it, of which the first line of each statement is wanted. */
interface FileCoverage {
  readonly path: string;
  readonly statementMap: Readonly<Record<string, { readonly start: { readonly line: number } }>>;
  readonly s: Readonly<Record<string, number>>;
}

/**
 * @param modules what vitest found, by path
 * @param bundles lines that the built code ran through, by file
 * @param nameOf the name of a file by its path
 */
export function mergeLines(
  modules: Readonly<Record<string, FileCoverage>>,
  bundles: readonly Readonly<Record<string, readonly number[]>>[],
  nameOf: (path: string) => string,
): Lines {
  const merged = new Map<string, ReadonlyMap<number, boolean>>();
  for (const { path, statementMap, s } of Object.values(modules)) {
    const file = nameOf(path);
    const inBundles = new Set(bundles.flatMap((bundle) => bundle[file] ?? []));
    const lines = new Map<number, boolean>();
    for (const [id, { start }] of Object.entries(statementMap)) {
      const ran = (s[id] ?? 0) > 0 || inBundles.has(start.line);
      lines.set(start.line, ran || lines.get(start.line) === true);
    }
    merged.set(file, lines);
  }
  return merged;
}

export interface Sum {
  readonly name: string;
  readonly all: number;
  readonly covered: number;
  readonly missing: readonly number[];
}

export function sumOf(name: string, files: Iterable<ReadonlyMap<number, boolean>>): Sum {
  const lines = [...files].flatMap((file) => [...file]);
  const missing = lines.filter(([, ran]) => !ran).map(([line]) => line);
  return { name, all: lines.length, covered: lines.length - missing.length, missing };
}

export function percentOf({ all, covered }: Sum): number {
  return all === 0 ? 100 : (100 * covered) / all;
}
