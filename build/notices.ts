import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { BuildFailure } from './failure.ts';
import { ROOT } from './sources.ts';

interface Licence {
  readonly title: string;
  /** Lines of its holders. */
  readonly copyright: string;
  readonly terms: string;
}

const TITLE = /^(?:The )?([\w. -]*License)[^\n]*\n\s*/;
const COPYRIGHT = /^(?:Copyright [^\n]*\n\s*)+/;

/**
 * A block comment with the licence of each package, which must go with every copy; '' without packages.
 * Terms of the same words stand once, below the lines of all their holders.
 */
export async function licenceNotices(packages: readonly string[]): Promise<string> {
  const names = [...new Set(packages)].sort();
  const licences = await Promise.all(names.map(licenceOf));
  const shared = new Map<string, { readonly holders: string[]; readonly terms: string }>();
  for (const [index, { title, copyright, terms }] of licences.entries()) {
    const key = `${title} ${terms}`.replace(/\s+/g, ' ');
    const found = shared.get(key) ?? { holders: [], terms: `${title}\n\n${terms}`.trim() };
    found.holders.push(`${names[index]}:\n${copyright}`.trim());
    shared.set(key, found);
  }
  const notices = [...shared.values()].map(({ holders, terms }) => [...holders, terms].join('\n\n'));
  return notices.length === 0 ? '' : `/*\n${notices.join('\n\n')}\n*/`;
}

async function licenceOf(name: string): Promise<Licence> {
  const file = path.join(ROOT, 'node_modules', name, 'LICENSE');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new BuildFailure(
      `${name} has no LICENSE file: add its notice to build/notices.ts before it is bundled.`,
    );
  });
  const clean = text.trim().replace(/\r\n/g, '\n').replace(/\*\//g, '* /');
  const title = TITLE.exec(clean);
  const rest = title === null ? clean : clean.slice(title[0].length);
  const copyright = COPYRIGHT.exec(rest)?.[0] ?? '';
  return { title: title?.[1] ?? '', copyright: copyright.trim(), terms: rest.slice(copyright.length).trim() };
}
