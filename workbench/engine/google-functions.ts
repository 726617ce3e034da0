import { momentToSerial } from '../apps-script/zone.ts';
import { hostOf } from './context.ts';
import { addFunction, EvaluationError, registries } from './o-spreadsheet.ts';

/** Functions of Google Sheets that the engine lacks, or that must not ask the machine's clock. */

interface Argument {
  readonly value?: unknown;
  readonly format?: string;
}

type Value = number | string | boolean | null;

function cellValue(argument: unknown): Value {
  const value = typeof argument === 'object' && argument !== null ? (argument as Argument).value : undefined;
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

function textOf(argument: unknown): string {
  const value = cellValue(argument);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null ? '' : String(value);
}

function regularExpression(argument: unknown): RegExp {
  try {
    return new RegExp(textOf(argument), 'u');
  } catch {
    throw new EvaluationError('The regular expression is not valid.', '#REF!');
  }
}

addFunction('ARRAYFORMULA', {
  description: 'Calculates its argument as an array',
  args: [{ name: 'array', description: '', type: ['ANY'], acceptMatrix: true }],
  compute: (array) => array ?? { value: '' },
});

addFunction('REGEXMATCH', {
  description: 'Tells whether a text matches a regular expression',
  args: [
    { name: 'text', description: '', type: ['STRING'] },
    { name: 'regular_expression', description: '', type: ['STRING'] },
  ],
  compute: (text, pattern) => regularExpression(pattern).test(textOf(text)),
});

/** Google gives the first group where there is one; the library gives the whole. */
registries.functionRegistry.replace('REGEXEXTRACT', {
  description: 'The first part of a text that matches a regular expression, or its first group',
  args: [
    { name: 'text', description: '', type: ['STRING'] },
    { name: 'regular_expression', description: '', type: ['STRING'] },
  ],
  compute: (text, pattern) => {
    const match = regularExpression(pattern).exec(textOf(text));
    if (match === null) throw new EvaluationError('Nothing matches the regular expression.', '#N/A');
    return match[1] ?? match[0];
  },
});

addFunction('N', {
  description: 'The number of a value, 0 for a text',
  args: [{ name: 'value', description: '', type: ['ANY'] }],
  compute: (argument) => {
    const value = cellValue(argument);
    if (typeof value === 'boolean') return value ? 1 : 0;
    return typeof value === 'number' ? value : 0;
  },
});

addFunction('T', {
  description: 'The value if it is a text',
  args: [{ name: 'value', description: '', type: ['ANY'] }],
  compute: (argument) => {
    const value = cellValue(argument);
    return typeof value === 'string' ? value : '';
  },
});

function serialNow(evaluation: Readonly<Record<string, unknown>>): number {
  const host = hostOf(evaluation);
  const now = host?.now() ?? new Date();
  return momentToSerial(now.getTime(), host?.book.timeZone ?? 'UTC');
}

const NO_ARGUMENTS: [] = [];

registries.functionRegistry.replace('NOW', {
  description: 'Now',
  args: NO_ARGUMENTS,
  compute(): { value: number; format: string } {
    return { value: serialNow(this), format: 'dd.mm.yyyy hh:mm:ss' };
  },
});

registries.functionRegistry.replace('TODAY', {
  description: 'Today',
  args: NO_ARGUMENTS,
  compute(): { value: number; format: string } {
    return { value: Math.floor(serialNow(this)), format: 'dd.mm.yyyy' };
  },
});
