import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyse } from 'scslre';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every literal expression of the product, with where it stands. */
function expressions(): Expression[] {
  return readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => expressionsOf(`src/${file}`));
}

function expressionsOf(file: string): Expression[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source = '', flags = ''] = /^\/([\s\S]*)\/([a-z]*)$/.exec(node.getText(parsed)) ?? [];
      const line = parsed.getLineAndCharacterOfPosition(node.getStart(parsed)).line + 1;
      found.push({ place: `${file}:${line}`, source, flags });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

function superLinear({ source, flags }: Pick<Expression, 'source' | 'flags'>): string[] {
  return analyse({ source, flags }).reports.map(
    ({ type, exponential }) => `${exponential ? 'exponential' : 'polynomial'} ${type}`,
  );
}

describe('regular expressions', () => {
  it('of the product take linear time, whatever a file or a cell holds', () => {
    const all = expressions();
    expect(all.length).toBeGreaterThan(40);
    const slow = all.flatMap((expression) =>
      superLinear(expression).map((report) => `${expression.place} /${expression.source}/ ${report}`),
    );
    expect(slow).toEqual([]);
  });

  it.each([
    { note: 'a repeat in a repeat', source: '^(a+)+$' },
    { note: 'two repeats that share letters', source: '^\\s*\\s*x$' },
    { note: 'a search that begins anew at every space', source: '\\s+$' },
  ])('are told when they do not: $note', ({ source }) => {
    expect(superLinear({ source, flags: '' })).not.toEqual([]);
  });
});
