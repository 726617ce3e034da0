import { describe, expect, it } from 'vitest';
import { mergeLines, percentOf, sumOf } from './lines.ts';

const at = (line: number) => ({ start: { line } });
const MODULES = {
  '/p/src/a.ts': {
    path: '/p/src/a.ts',
    statementMap: { 0: at(1), 1: at(2), 2: at(2), 3: at(5) },
    s: { 0: 0, 1: 0, 2: 3, 3: 0 },
  },
  '/p/src/b.ts': { path: '/p/src/b.ts', statementMap: { 0: at(1) }, s: { 0: 0 } },
};

describe('lines that tests ran through', () => {
  const lines = mergeLines(MODULES, [{ 'src/a.ts': [5, 9] }, { 'src/c.ts': [1] }], (path) => path.slice(3));

  it('are those of any statement that begins there, in modules or in the built code', () => {
    expect([...(lines.get('src/a.ts') ?? [])]).toEqual([
      [1, false],
      [2, true],
      [5, true],
    ]);
    expect([...lines.keys()]).toEqual(['src/a.ts', 'src/b.ts']);
  });

  it('are summed with what is missing', () => {
    const sum = sumOf('src', lines.values());
    expect(sum).toEqual({ name: 'src', all: 4, covered: 2, missing: [1, 1] });
    expect(percentOf(sum)).toBe(50);
    expect(percentOf(sumOf('none', []))).toBe(100);
  });
});
