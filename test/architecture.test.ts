import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** Packages that reach the add-on; whatever build, workbench and test use stays with us. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = { 'src/import': ['fflate', 'papaparse'] };

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

const FROM = /^(?:import|export)\s+(type\s)?[^;'"]*?\bfrom\s+'([^']+)'/gm;
const BARE = /\bimport(?:\s+|\()'([^']+)'/g;

function importsOf(source: string): Import[] {
  const named = [...source.matchAll(FROM)].map(([, type, target = '']) => ({
    target,
    typeOnly: type !== undefined,
  }));
  const bare = [...source.matchAll(BARE)].map(([, target = '']) => ({ target, typeOnly: false }));
  return [...named, ...bare];
}

/** `src/text/labels.ts` is in `src/text`, `build/dist.ts` in `build`. */
function folderOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'src' ? `${first}/${second}` : first;
}

interface Row {
  readonly folder: string;
  readonly may: readonly string[];
  readonly mayTypes: readonly string[];
}

/** Rows of the table of arrows, those that may import everything left out. */
function tableOfArrows(): Row[] {
  const text = readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8');
  const table = text.slice(text.indexOf('| folder | what it is | may import |')).split('\n\n')[0] ?? '';
  return [...table.matchAll(/^\| `([^`]+)` \|.*\| ([^|]+) \|$/gm)]
    .filter(([, , arrows]) => arrows !== 'everything')
    .map(([, folder = '', arrows = '']) => {
      const names = [...arrows.matchAll(/(types of )?`([^`]+)`/g)];
      return {
        folder,
        may: names.filter(([, type]) => type === undefined).map(([, , name = '']) => name),
        mayTypes: names.filter(([, type]) => type !== undefined).map(([, , name = '']) => name),
      };
    });
}

interface FoundImport extends Import {
  readonly file: string;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join(folder, file));
}

function importsIn(folder: string): FoundImport[] {
  return sourcesIn(folder).flatMap((file) =>
    importsOf(readFileSync(path.join(ROOT, file), 'utf8')).map((found) => ({ file, ...found })),
  );
}

const ROWS = tableOfArrows();

it('imports are read in every way of writing them', () => {
  const source = [
    "import type { A } from './a.ts';",
    "import {\n  b,\n  type C,\n} from './b.ts';",
    "export { d } from './d.ts';",
    "import './e.ts';",
    "const f = await import('./f.ts');",
  ].join('\n');
  expect(importsOf(source)).toEqual([
    { target: './a.ts', typeOnly: true },
    { target: './b.ts', typeOnly: false },
    { target: './d.ts', typeOnly: false },
    { target: './e.ts', typeOnly: false },
    { target: './f.ts', typeOnly: false },
  ]);
});

it('the table of arrows has every folder of src, build and workbench', () => {
  const folders = readdirSync(path.join(ROOT, 'src')).map((name) => `src/${name}`);
  expect(ROWS.map(({ folder }) => folder).sort()).toEqual([...folders, 'build', 'workbench'].sort());
});

it.each(ROWS)('$folder follows its arrows', ({ folder, may, mayTypes }) => {
  const wrong = importsIn(folder)
    .filter(({ target }) => target.startsWith('.'))
    .map(({ file, target, typeOnly }) => ({
      file,
      typeOnly,
      to: path.posix.join(path.posix.dirname(file), target),
    }))
    .filter(({ to, typeOnly }) => {
      const other = folderOf(to);
      return other !== folder && !may.includes(other) && !(typeOnly && mayTypes.includes(other));
    })
    .map(({ file, to }) => `${file} → ${to}`);
  expect(wrong).toEqual([]);
});

it.each(ROWS.map(({ folder }) => folder).filter((folder) => folder.startsWith('src/')))(
  '%s takes no package but those of the add-on',
  (folder) => {
    const packages = importsIn(folder)
      .filter(({ target }) => !target.startsWith('.'))
      .map(({ target }) => target.split('/')[0] ?? '');
    expect([...new Set(packages)].sort()).toEqual(PACKAGES[folder] ?? []);
  },
);
