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
    check: ({ code, sidebar }) =>
      [
        { name: 'Code.js', text: code },
        { name: 'sidebar.html', text: sidebar },
      ].flatMap(({ name, text }) => [
        ...(/\\u04[0-9a-f]{2}/i.test(text)
          ? [`${name} has Cyrillic letters as \\u04xx escapes, not as letters.`]
          : []),
        ...(text.startsWith('\uFEFF') ? [`${name} begins with a byte order mark.`] : []),
        ...(text.includes('\uFFFD')
          ? [`${name} holds a replacement character: a source was read in a wrong encoding.`]
          : []),
      ]),
  },
];
