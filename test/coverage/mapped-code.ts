import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eachMapping, TraceMap } from '@jridgewell/trace-mapping';
import { bundleWithMap } from '../../build/bundle.ts';
import { readExpected } from '../../build/dist.ts';
import type { PublicFunction } from '../../build/public-functions.ts';
import { SOURCES } from '../../build/sources.ts';
import { APP_BUNDLE, CELLS_BUNDLE, writeCode } from '../../build/stubs.ts';
import { BUNDLE_LINES, MAPPED_CODE, ROOT, SEGMENTS } from './paths.ts';

/** Where a piece of Code.js begins, and the line of src that it comes from. */
export type Segment = readonly [offset: number, file: string, line: number];

/** Before the tests of a run that counts lines: Code.js as its author wrote it, and its map. */
export default async function writeMappedCode(): Promise<void> {
  rmSync(BUNDLE_LINES, { recursive: true, force: true });
  mkdirSync(BUNDLE_LINES, { recursive: true });
  const { cells, server } = readExpected(SOURCES);
  const bundles = await Promise.all([
    bundleOf(CELLS_BUNDLE, SOURCES.cellsEntry, cells),
    bundleOf(APP_BUNDLE, SOURCES.serverEntry, server),
  ]);
  const code = writeCode('', bundles, '');
  writeFileSync(MAPPED_CODE, code);
  const segments = bundles.flatMap((bundle) => segmentsOf(code.indexOf(bundle.code), bundle));
  writeFileSync(SEGMENTS, JSON.stringify(segments));
}

async function bundleOf(name: string, entry: string, functions: readonly PublicFunction[]) {
  const bundle = await bundleWithMap(
    entry,
    functions.map((declared) => declared.name),
  );
  return { ...bundle, name, title: '', functions };
}

function segmentsOf(from: number, { code, map }: { readonly code: string; readonly map: string }): Segment[] {
  const starts = [0];
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
  const segments: Segment[] = [];
  eachMapping(new TraceMap(map), ({ generatedLine, generatedColumn, source, originalLine }) => {
    if (source === null) return;
    const file = path.relative(ROOT, path.resolve(ROOT, source));
    if (!file.startsWith('src/')) return;
    segments.push([from + (starts[generatedLine - 1] ?? 0) + generatedColumn, file, originalLine]);
  });
  return segments;
}
