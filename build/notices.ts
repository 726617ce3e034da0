import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { BuildFailure } from './failure.ts';
import { ROOT } from './sources.ts';

/** A block comment with the licence of each package, which must go with every copy; '' without packages. */
export async function licenceNotices(packages: readonly string[]): Promise<string> {
  const notices = await Promise.all([...new Set(packages)].sort().map(noticeOf));
  return notices.length === 0 ? '' : `/*\n${notices.join('\n\n')}\n*/`;
}

async function noticeOf(name: string): Promise<string> {
  const file = path.join(ROOT, 'node_modules', name, 'LICENSE');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new BuildFailure(
      `${name} has no LICENSE file: add its notice to build/notices.ts before it is bundled.`,
    );
  });
  return `${name}:\n${text.trim().replace(/\r\n/g, '\n').replace(/\*\//g, '* /')}`;
}
