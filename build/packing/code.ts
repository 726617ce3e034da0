import path from 'node:path';
import vm from 'node:vm';
import { BUNDLE_VARIABLE, type Bundle, bundleStatements } from '../bundle.ts';
import { ROOT } from '../sources.ts';
import { write85 } from './base85.ts';
import { packText } from './pack-text.ts';
import { unpackText } from './unpack-text.ts';

const LINE = 300;
const STRICT = '"use strict";';
/** Stands in front of the packed text, so that it can be found again. */
const VARIABLE = 'packedCode_';
/** Direct, so that it sees the platform's services wherever the script around it does. */
const EVALUATION = `eval("(function(){" + ${VARIABLE} + "})()")`;
/** The bundler breaks long texts by a backslash and a line end. */
const PACKED = /packedCode_=[\w$]+\(([\s\S]+?),\s*\[("[^"]*"(?:,\s*"[^"]*")*)\s*\]\)/;

/**
 * A bundle as statements that hold it compressed and evaluate it when the bundle is first needed:
 * code and Russian texts shrink to under a half. The same bundle gives the same bytes.
 *
 * @param bundle statements made by `bundleForServer`
 */
export async function packCode(bundle: Bundle): Promise<Bundle> {
  const body = `${STRICT}var ${BUNDLE_VARIABLE};\n${bundle.code.replace(STRICT, '')}\nreturn ${BUNDLE_VARIABLE};`;
  const { letters, bytes } = packText(body);
  const lines = write85(bytes).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  const unpacking = await bundleStatements(
    path.join(ROOT, 'build/packing'),
    `import { unpackText } from './unpack-text.ts';\n${VARIABLE} = unpackText(${JSON.stringify(letters)}, ${JSON.stringify(lines)});`,
  );
  const code = unpacking.code.replace(STRICT, '');
  return {
    code: `${STRICT}var ${VARIABLE};${code}\n${BUNDLE_VARIABLE}=${EVALUATION};`,
    packages: [...new Set([...bundle.packages, ...unpacking.packages])].sort(),
  };
}

/** Code.js with its packed bundle as a function in its place, which does the same. */
export function unpackCode(code: string): string {
  const [, letters, lines] = PACKED.exec(code) ?? [];
  if (letters === undefined || lines === undefined) return code;
  const [text, packed] = vm.runInNewContext(`[${letters},[${lines}].join('')]`) as readonly [string, string];
  const unpacked = unpackText(text, [packed]);
  return code
    .replace(PACKED, () => `${VARIABLE}=""`)
    .replace(EVALUATION, () => `(function () {\n${unpacked}\n})()`);
}
