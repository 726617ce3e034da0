import { INVISIBLE } from '../invisible.ts';
import { unpackPage } from '../packing/script.ts';
import type { Rule } from './rule.ts';

const FILES = ['Code.js', 'appsscript.json', 'sidebar.html'];

export const FILE_RULES: readonly Rule[] = [
  {
    name: 'files',
    check: ({ fileNames }) =>
      fileNames
        .filter((name) => !FILES.includes(name))
        .map((name) => `dist/ holds ${name}, which would be pushed too: delete it.`),
  },
  {
    name: 'readable-text',
    check: ({ code, sidebar }) => [
      ...unreadable(code).map((found) => `Code.js ${found}`),
      ...unreadable(unpackPage(sidebar)).map((found) => `sidebar.html ${found}`),
    ],
  },
];

function unreadable(text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const letter = /\\u04[0-9a-f]{2}/i.exec(line);
    const invisible = INVISIBLE.exec(line);
    return [
      ...(letter === null
        ? []
        : [`has ${letter[0]} at line ${index + 1}: Cyrillic letters stand as letters.`]),
      ...(invisible === null
        ? []
        : [`has the invisible ${codePoint(invisible[0])} at line ${index + 1}: write it as an escape.`]),
    ];
  });
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
