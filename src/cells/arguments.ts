/**
 * What a function in a cell admits as an argument, and what it answers when it gets something else.
 * The answer is a Russian sentence in the cell: a thrown error would show only `#ERROR!`.
 */
export interface Parameter {
  /** Name in the function's signature, as autocompletion shows it. */
  readonly name: string;
  /** The same in Russian. */
  readonly title: string;
  /** Beginning of the sentence about a wrong argument: what is expected. */
  readonly expected: string;
  /** People are whole; shares are not. */
  readonly whole: boolean;
  /** Largest number admitted; the least is 0. */
  readonly max: number;
  /** What a blank stands for; without it, a blank argument makes a blank answer. */
  readonly fallback?: number;
  /** What else it takes beside numbers: words, ticks. */
  readonly also?: (value: unknown) => boolean;
}

/** How Sheets hands over a cell in error: its text, never an exception. */
const ERROR_VALUE = /^#[A-Z][A-Z_/0]*[!?]?$|^Loading\.\.\.$/;

const NUMBER_AS_TEXT = /^[\d\s.,]+%?$/;
const QUOTE_LENGTH = 30;

export function isBlank(value: unknown): boolean {
  return value === '' || value === null || value === undefined;
}

export function admits(parameter: Parameter, value: unknown): value is number {
  return (
    typeof value === 'number' &&
    value >= 0 &&
    value <= parameter.max &&
    (!parameter.whole || Math.floor(value) === value)
  );
}

/** The text of an error value, or null: `#N/A` and the like pass through every function. */
export function errorValue(value: unknown): string | null {
  if (typeof value === 'number' || value === '') return null;
  if (typeof value === 'string') return ERROR_VALUE.test(value) ? value : null;
  if (typeof value !== 'object' || value === null || !('message' in value)) return null;
  return String(value.message);
}

/** A date of Sheets is made in another realm: `instanceof` would fail. */
export function isDate(value: unknown): value is Pick<Date, 'getTime'> {
  return typeof value === 'object' && value !== null && 'getTime' in value;
}

function found(value: unknown): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return `логическое значение ${value ? 'ИСТИНА' : 'ЛОЖЬ'}`;
  if (isDate(value)) return 'дата';
  if (typeof value !== 'string') return 'не число';
  const excerpt = value.length > QUOTE_LENGTH ? `${value.slice(0, QUOTE_LENGTH)}…` : value;
  return `${NUMBER_AS_TEXT.test(excerpt) ? 'число, записанное текстом:' : 'текст'} «${excerpt}»`;
}

/** The sentence about an argument that `parameter` does not admit. */
export function wrongArgument(parameter: Parameter, value: unknown): string {
  return `${parameter.expected}, а в аргументе ${parameter.name} (${parameter.title}) стоит ${found(value)}`;
}

/** The sentence about an argument that was left out. */
export function missingArgument(parameter: Parameter): string {
  return `${parameter.expected}, а аргумент ${parameter.name} (${parameter.title}) не указан`;
}
