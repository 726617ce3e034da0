import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** The fact rows as a script of the platform: `factRows()` lists them, `tryFact(index)` tries one. */
export function factScript(): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { outputFiles } = buildSync({
    stdin: {
      contents: `
        import { FACTS } from './src/server/facts/index.ts';
        export { FACTS };`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bundle',
    target: 'es2019',
  });
  return `${outputFiles[0]?.text ?? ''}
function factRows() {
  return bundle.FACTS.map(function (fact) {
    return [fact.id, fact.certainty, fact.source, fact.locale, JSON.stringify(fact.expected)];
  });
}
function tryFact(index) {
  var book = SpreadsheetApp.getActiveSpreadsheet();
  return JSON.stringify(bundle.FACTS[index].probe(book.insertSheet('facts')));
}`;
}
