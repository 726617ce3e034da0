import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';

/** Variable of the page that holds the packed script as lines of text. */
const VARIABLE = 'packedScript';
const LINE = 300;
const PACKED = new RegExp(`^var ${VARIABLE}=\\[([\\s\\S]*)\\];$`);

/**
 * A script as a statement that holds it compressed (zlib) and as base64 of the URL alphabet: of the
 * usual one HtmlService could take `//` for a comment. What is most of the sidebar, Russian text and
 * code, shrinks to under a half.
 */
export function packScript(code: string): string {
  const text = Buffer.from(zlibSync(strToU8(code), { level: 9, mem: 9 })).toString('base64url');
  const lines = text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return `var ${VARIABLE}=[\n${lines.map((line) => `"${line}"`).join(',\n')}\n];`;
}

/** The page with its packed script as it is unpacked: for looking through, not for running. */
export function unpackPage(html: string): string {
  return html.replace(
    /(<script>)([\s\S]*?)(<\/script>)/g,
    (_all, open: string, content: string, close: string) =>
      `${open}${unpackScript(content) ?? content}${close}`,
  );
}

/** The script that `packScript` packed; null for any other statement. */
export function unpackScript(statement: string): string | null {
  const [, lines] = PACKED.exec(statement.trim()) ?? [];
  if (lines === undefined) return null;
  return strFromU8(unzlibSync(Buffer.from(lines.replace(/[",\s]/g, ''), 'base64url')));
}
