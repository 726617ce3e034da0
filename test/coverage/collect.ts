/**
 * Counts the lines of src that the built code runs through: the tests of the book evaluate it as one
 * script, in which vitest sees no modules.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Segment } from './mapped-code.ts';
import { BUNDLE_LINES, MAPPED_CODE, SEGMENTS } from './paths.ts';

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });

afterAll(() => {
  const { length } = readFileSync(MAPPED_CODE, 'utf8');
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    if (error !== null) throw error;
    // Other scripts carry the same name: the code is told by its length.
    const scripts = taken.result.filter(({ functions }) => functions[0]?.ranges[0]?.endOffset === length);
    if (scripts.length === 0) return;
    const lines = coveredLines(
      scripts.map(({ functions }) => ranThrough(functions, length)),
      JSON.parse(readFileSync(SEGMENTS, 'utf8')),
    );
    writeFileSync(path.join(BUNDLE_LINES, `${randomUUID()}.json`), JSON.stringify(lines));
  });
});

/** 1 at each character that ran: an inner function or block comes after what is around it. */
function ranThrough(functions: readonly Profiler.FunctionCoverage[], length: number): Uint8Array {
  const ran = new Uint8Array(length);
  for (const { ranges } of functions) {
    for (const { startOffset, endOffset, count } of ranges) {
      ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
    }
  }
  return ran;
}

function coveredLines(
  scripts: readonly Uint8Array[],
  segments: readonly Segment[],
): Record<string, number[]> {
  const lines = new Map<string, Set<number>>();
  for (const [offset, file, line] of segments) {
    if (scripts.every((ran) => ran[offset] === 0)) continue;
    lines.set(file, (lines.get(file) ?? new Set()).add(line));
  }
  return Object.fromEntries([...lines].map(([file, found]) => [file, [...found]]));
}
