/** Characters that group digits: spaces of every width and apostrophes; trim() knows the spaces. */
const APOSTROPHES = "'’‘ʼ`";

function markOf(character: string): string | null {
  if (character === ',' || character === '.') return character;
  if (APOSTROPHES.includes(character)) return "'";
  return character.trim() === '' ? ' ' : null;
}

export interface GroupedNumber {
  readonly whole: string;
  /** Digits after the decimal mark; '' where there is none. */
  readonly fraction: string;
}

/**
 * Splits a number written by hand or by a formatter: `1 234`, `1,234`, `1.234.567`, `12,0`.
 * A comma or a point before exactly three digits groups, as counts and ids are whole. Null where the
 * text is no such number.
 */
export function splitGrouped(text: string): GroupedNumber | null {
  const groups: string[] = [''];
  const marks: string[] = [];
  for (const character of text) {
    if (character >= '0' && character <= '9') {
      groups[groups.length - 1] += character;
      continue;
    }
    const mark = markOf(character);
    if (mark === null) return null;
    marks.push(mark);
    groups.push('');
  }
  if (groups.includes('')) return null;
  const decimal = hasDecimal(groups, marks);
  const fraction = decimal ? (groups.pop() ?? '') : '';
  if (decimal) marks.pop();
  return wellGrouped(groups, marks) ? { whole: groups.join(''), fraction } : null;
}

function hasDecimal(groups: readonly string[], marks: readonly string[]): boolean {
  const last = marks[marks.length - 1];
  if (last !== ',' && last !== '.') return false;
  if (marks.indexOf(last) !== marks.length - 1) return false;
  const first = groups[0] ?? '';
  const tail = groups[groups.length - 1] ?? '';
  return marks.length > 1 || tail.length !== 3 || first.length > 3 || first === '0';
}

function wellGrouped(groups: readonly string[], marks: readonly string[]): boolean {
  if (marks.length === 0) return true;
  const [first = '', ...rest] = groups;
  return (
    marks.every((mark) => mark === marks[0]) && first.length <= 3 && rest.every((group) => group.length === 3)
  );
}
