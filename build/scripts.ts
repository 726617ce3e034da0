import path from 'node:path';
import type { ExportNamedDeclaration, ImportDeclaration } from 'acorn';
import { build, type Metafile } from 'esbuild';
import { FOR_BROWSER, packagesOf } from './bundle.ts';
import { BuildFailure } from './failure.ts';
import { escapeInvisible } from './invisible.ts';
import { ROOT } from './sources.ts';
import { parseModule, walk } from './syntax/tree.ts';

export interface Scripts {
  /** Classic scripts, each of which leaves a list of functions in `sidebarParts`; the last of the first starts. */
  readonly codes: readonly string[];
  /** Names of the packages of which the scripts hold a part. */
  readonly packages: readonly string[];
}

/** The style is the first of the packed parts. */
const FIRST = 1;
const VARIABLE = 'sidebarParts';
const TAKE = 'takePart';
const LOAD = 'loadPart';
const RESERVED = new RegExp(`\\b(?:${VARIABLE}|${TAKE}|${LOAD})\\b`);

/**
 * Bundles the sidebar's script into parts: what starts it, and what an `import()` in it asks for. The
 * bundler writes modules that name each other by files; in one page they are functions that name
 * each other by two numbers: which script, and which function in it.
 */
export async function bundleScripts(entry: string): Promise<Scripts> {
  const { outputFiles, metafile } = await build({
    ...FOR_BROWSER,
    entryPoints: [entry],
    format: 'esm',
    splitting: true,
    outdir: path.join(ROOT, 'parts'),
    chunkNames: '[hash]',
  }).catch((reason: unknown) => {
    throw new BuildFailure(reason instanceof Error ? reason.message : String(reason), { cause: reason });
  });
  const texts = new Map(outputFiles.map((file) => [path.relative(ROOT, file.path), file.text]));
  const source = path.relative(ROOT, entry);
  const [first = ''] = Object.entries(metafile.outputs).find(([, made]) => made.entryPoint === source) ?? [];
  const order = inOrderOfNeed(metafile.outputs, first);
  const numbers = new Map(
    order.flatMap((files, script) =>
      files.map((file, place) => [path.basename(file), `${script + FIRST},${place}`] as const),
    ),
  );
  const codes = order.map((files, script) => {
    const parts = files.map((file) => asPart(texts.get(file) ?? '', numbers));
    return escapeInvisible(`${VARIABLE}[${script + FIRST}]=[${parts.join(',\n')}];`);
  });
  return { codes, packages: packagesOf(metafile) };
}

/**
 * Files of a build, each once: one list for what starts, one for each that may be loaded with what it
 * imports and no list before it has; that stands before it, so that it ends its list. What may be loaded
 * at once comes before what that may load, and of the same the smallest first: so little is unpacked on
 * the way to it.
 */
function inOrderOfNeed(outputs: Metafile['outputs'], entry: string): string[][] {
  const lists: string[][] = [];
  const order: string[] = [];
  let loadable = [entry];
  while (loadable.length > 0) {
    const before = order.length;
    for (let left = loadable; left.length > 0; left = left.filter((file) => !order.includes(file))) {
      const [next = []] = left.map(missingFor).sort((one, other) => bytesOf(one) - bytesOf(other));
      lists.push(next);
      order.push(...next);
    }
    const found = order.slice(before).flatMap((file) => importsOf(file, 'dynamic-import'));
    loadable = found.filter((file) => !order.includes(file));
  }
  return lists;

  function importsOf(file: string, kind: string): string[] {
    const imports = outputs[file]?.imports ?? [];
    return imports.filter((found) => found.kind === kind).map((found) => found.path);
  }

  /** The file and what it imports, as far as it is not in the order yet. */
  function missingFor(file: string): string[] {
    const seen = new Set(order);
    const found: string[] = [];
    visit(file);
    return found;

    function visit(visited: string): void {
      if (seen.has(visited)) return;
      seen.add(visited);
      importsOf(visited, 'import-statement').forEach(visit);
      found.push(visited);
    }
  }

  function bytesOf(files: readonly string[]): number {
    return files.reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
  }
}

/**
 * A module of the bundler as a function. It gives what it exports as it
 * is when the module has run; the bundler's own modules and ours reassign nothing that they export
 * (`export let` is no word of ours).
 */
function asPart(code: string, numbers: ReadonlyMap<string, string>): string {
  if (RESERVED.test(code)) throw new BuildFailure(`The sidebar's script uses a name of ${RESERVED.source}.`);
  const program = parseModule(code);
  const changes: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const numbersOf = (source: unknown): string => {
    const found = typeof source === 'string' ? numbers.get(path.basename(source)) : undefined;
    if (found === undefined)
      throw new BuildFailure(`The sidebar's script imports ${String(source)}, no part of it.`);
    return found;
  };
  const returned: string[] = [];
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      changes.push({ ...placed(statement), text: importing(statement, numbersOf(statement.source.value)) });
    } else if (statement.type === 'ExportNamedDeclaration') {
      returned.push(...exported(statement));
      changes.push({ ...placed(statement), text: '' });
    } else if (/^Export/.test(statement.type)) {
      throw new BuildFailure(`The bundler wrote ${statement.type}, which scripts.ts does not know.`);
    }
  }
  walk(program, (node) => {
    if (node.type !== 'ImportExpression') return;
    const source = node.source.type === 'Literal' ? node.source.value : null;
    changes.push({ ...placed(node), text: `${LOAD}(${numbersOf(source)})` });
  });
  let body = code;
  for (const { start, end, text } of changes.sort((one, other) => other.start - one.start)) {
    body = body.slice(0, start) + text + body.slice(end);
  }
  return `function(${TAKE},${LOAD}){"use strict";\n${body.trim()}\nreturn{${returned.join(',')}}}`;
}

function placed({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}

function importing({ specifiers }: ImportDeclaration, numbers: string): string {
  const names = specifiers.map((specifier) => {
    if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') {
      throw new BuildFailure(`The bundler wrote ${specifier.type}, which scripts.ts does not know.`);
    }
    return `${specifier.imported.name}:${specifier.local.name}`;
  });
  return names.length === 0 ? `${TAKE}(${numbers});` : `var{${names.join(',')}}=${TAKE}(${numbers});`;
}

function exported({ specifiers, declaration, source }: ExportNamedDeclaration): string[] {
  return specifiers.map(({ local, exported: name }) => {
    if (declaration || source || local.type !== 'Identifier' || name.type !== 'Identifier') {
      throw new BuildFailure('The bundler wrote an export that scripts.ts does not know.');
    }
    return `${name.name}:${local.name}`;
  });
}
