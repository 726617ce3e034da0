import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleForBrowser, bundleStyle } from './bundle.ts';
import { BuildFailure } from './failure.ts';
import { licenceNotices } from './notices.ts';
import { bareReads } from './packing/bare-reads.ts';
import { packScript } from './packing/script.ts';
import { bundleScripts } from './scripts.ts';
import { ROOT } from './sources.ts';

const STYLE_LINK = /[ \t]*<link rel="stylesheet" href="style\.css"\s*\/?>\n?/;
const SCRIPT_LINK = /[ \t]*<script type="module" src="main\.ts"><\/script>\n?/;

const UNPACK = path.join(ROOT, 'build/packing/in-page.ts');

/** Makes one self-contained page of index.html, style.css and main.ts; style and script are packed. */
export async function buildSidebar(folder: string): Promise<string> {
  const file = path.join(folder, 'index.html');
  const page = await readFile(file, 'utf8').catch(() => {
    throw new BuildFailure(`${path.relative(process.cwd(), file)} is missing.`);
  });
  const [style, script, unpack] = await Promise.all([
    bundleStyle(path.join(folder, 'style.css')),
    bundleScripts(path.join(folder, 'main.ts')),
    bundleForBrowser(UNPACK),
  ]);
  const notices = await licenceNotices(script.packages);
  const unstyled = inline(page, STYLE_LINK, '', '<link rel="stylesheet" href="style.css">');
  return inline(
    unstyled,
    SCRIPT_LINK,
    [notices, packScript({ style, scripts: script.codes }), bareReads(unpack.code)]
      .filter((part) => part !== '')
      .map((part) => `<script>${escapeForHtml(part)}</script>\n`)
      .join(''),
    '<script type="module" src="main.ts"></script>',
  );
}

function inline(page: string, link: RegExp, content: string, expected: string): string {
  if (!link.test(page)) throw new BuildFailure(`index.html has no ${expected} to put the built text in.`);
  // A function as replacement: `$` in the content stays what it is.
  return page.replace(link, () => content);
}

/** Inside strings and regular expressions the added backslash means nothing; outside them neither occurs. */
function escapeForHtml(script: string): string {
  return script.replace(/<!--/g, '<\\!--').replace(/<\/(?=script)/gi, '<\\/');
}
