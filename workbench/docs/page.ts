import { fileURLToPath } from 'node:url';
import { BuildFailure } from '../../build/failure.ts';
import { isCustomFunction, readPublicFunctions } from '../../build/public-functions.ts';
import * as entry from '../../src/cells/entry.ts';
import { ERRORS, EXAMPLES, type Example, RANGES, TABLE_FORM } from './examples.ts';
import { answerOf, type Functions, type Grid } from './formula.ts';
import { documentationOf, type FunctionDocumentation } from './jsdoc.ts';

const ENTRY = fileURLToPath(new URL('../../src/cells/entry.ts', import.meta.url));
const FUNCTIONS: Functions = new Map(Object.entries(entry));
const SHARE_FORMULA = /^=[A-Z_]+_(?:PCT|SHARE)\(/;

function decimal(value: number): string {
  return String(value).replace('.', ',');
}

/** A table cell of Markdown. */
function escaped(text: string): string {
  return text.replace(/\|/g, '\\|');
}

function cellText(value: unknown): string {
  if (value instanceof Date) return value.toLocaleDateString('ru-RU');
  return typeof value === 'number' ? decimal(value) : String(value);
}

function answerText(value: unknown, isShare: boolean): string {
  if (value === '') return '*пусто*';
  if (typeof value !== 'number' || !isShare) return escaped(cellText(value));
  return `${decimal(value)} = ${decimal(Math.round(value * 10_000) / 100)} %`;
}

/** One cell, or the cells that the formula fills, one under the other. */
function resultText(answer: unknown, isShare: boolean): string {
  const cells: unknown[] = Array.isArray(answer) ? answer.flat() : [answer];
  return cells.map((cell) => answerText(cell, isShare)).join('<br>');
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function gridText(grid: Grid): string {
  const letters = (grid[0] ?? []).map((_, column) => String.fromCharCode('A'.charCodeAt(0) + column));
  const rows = grid.map((row, index) => [`**${index + 1}**`, ...row.map((cell) => escaped(cellText(cell)))]);
  return table([' ', ...letters], rows);
}

function exampleText({ grid, formulas }: Example): string {
  const results = formulas.map((formula) => [
    `\`${formula}\``,
    resultText(answerOf(formula, grid, FUNCTIONS), SHARE_FORMULA.test(formula)),
  ]);
  const answers = table(['формула', 'результат'], results);
  return grid.length === 0 ? answers : `${gridText(grid)}\n\n${answers}`;
}

/** `NAME(a; b[; c][; d])` */
function signature({ name, parameters }: FunctionDocumentation): string {
  const listed = parameters.map((parameter, index) => {
    const text = `${index === 0 ? '' : '; '}${parameter.name}`;
    return parameter.optional ? `[${text}]` : text;
  });
  return `${name}(${listed.join('')})`;
}

function firstSentence(text: string): string {
  return /^.*?[.:;](?= |$)/.exec(text)?.[0].replace(/[.:;]$/, '') ?? text;
}

function sectionText(documented: FunctionDocumentation): string {
  const example = EXAMPLES[documented.name];
  if (example === undefined)
    throw new BuildFailure(`${documented.name}: no example in workbench/docs/examples.ts.`);
  const parameters = documented.parameters.map(({ name, description }) => [
    `\`${name}\``,
    escaped(description),
  ]);
  return [
    `## ${documented.name}`,
    `\`=${signature(documented)}\``,
    documented.description,
    table(['аргумент', 'что это'], parameters),
    `**Ответ.** ${documented.answer}.`,
    `**В книге:** ${documented.formulas.map((formula) => `\`${formula}\``).join(', ')}`,
    '**Примеры**',
    exampleText(example),
  ].join('\n\n');
}

/** GitHub's anchor of a heading of Latin letters and `_`. */
function linkTo(name: string): string {
  return `[${name}](#${name.toLowerCase()})`;
}

const INTRODUCTION = `# Функции в ячейках

<!-- Made by \`npm run docs\` from the JSDoc of src/cells/entry.ts and workbench/docs/examples.ts; do not edit. -->

Формулы набираются в любой ячейке таблицы, к которой подключена надстройка. Подсказки при вводе
берутся из тех же описаний, что и эта страница, а результаты всех примеров посчитаны самими функциями.

- **Доли — дроби.** Функция отвечает 0,75, а не 75: задайте ячейке формат «Процент»
  (Формат → Числа → Процент). Цели и доли в аргументах пишутся \`75%\` или \`0,75\`.
- **Вниз до 0,01 %.** Доли округляются только вниз: 74,999 % не станет целью 75 %.
- **Между аргументами — точка с запятой**, в дробях — запятая, как принято в русских таблицах. Аргументы
  в квадратных скобках можно не указывать.
- **Пустое остаётся пустым.** Нет данных или «всего» равно 0 — ячейка пуста; это не 0 %.
- **Ошибка — это предложение.** Вместо \`#ERROR!\` в ячейке сказано, чего функция ждала и что нашла.
  Ошибки других формул (\`#N/A\`, \`#REF!\`) проходят насквозь.`;

/** The page docs/functions.ru.md, in the order of the entry. */
export function functionsPage(): string {
  const documented = readPublicFunctions(ENTRY).filter(isCustomFunction).map(documentationOf);
  const rows = documented.map(({ name, description }) => [linkTo(name), escaped(firstSentence(description))]);
  return `${[
    INTRODUCTION,
    '## Диапазоны',
    'Аргумент — число, ячейка или диапазон; диапазоны в одной формуле — одного размера. Одна формула ' +
      'заполняет весь столбец. Открытый диапазон (`A2:A`) продолжается до последней заполненной строки.',
    exampleText(RANGES),
    '## Ошибки',
    exampleText(ERRORS),
    '## Таблица с заголовками, школа и дата',
    'Функции долей (`…_PCT`) понимают и таблицу целиком: первым аргументом укажите лист с заголовками ' +
      '(`Статистика!A:Y`, `История!A:O`), вторым — школу (ID или название, можно диапазоном), третьим, если ' +
      'нужно, — дату отчёта. Столбцы находятся по заголовкам, порядок не важен. Без даты берётся последний ' +
      'отчёт школы.',
    exampleText(TABLE_FORM),
    '## Все функции',
    table(['функция', 'что считает'], rows),
    ...documented.map(sectionText),
  ].join('\n\n')}\n`;
}
