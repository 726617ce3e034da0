import type { TableForm } from './table.ts';

const QUOTE = 34;
const ZERO = 48;
const BYTE_ORDER_MARK = 0xfeff;
/** Digits of the numbers that are made once a file: most counts of a school are so short. */
const SHORT = 4;

/**
 * Rows of a text whose quotes are all in their places, as those of nearly every file are; null where
 * it takes the careful parser to say what was meant. Most of the time of a big file goes into strings
 * and their collection, so few are made: a cell like the one above it is the same string, small
 * numbers are shared, and a row starts as a copy of the one above, as long as that as a rule.
 */
export function plainRows(text: string, form: TableForm): string[][] | null {
  return text === '' || text.charCodeAt(0) === BYTE_ORDER_MARK ? null : new PlainReader(text, form).rows();
}

class PlainReader {
  private readonly text: string;
  private readonly newline: string;
  private readonly mark: number;
  private readonly lineEnd: number;
  private readonly numbers = new Array<string>(10 ** SHORT).fill('');
  /** Of each column: the cell above may hold marks that here would end a cell. */
  private readonly quotedAbove: boolean[] = [];
  private at = 0;

  constructor(text: string, { delimiter, newline }: TableForm) {
    this.text = text;
    this.newline = newline;
    this.mark = delimiter.charCodeAt(0);
    this.lineEnd = newline.charCodeAt(0);
  }

  rows(): string[][] | null {
    const { text, newline } = this;
    const rows: string[][] = [];
    for (let row: string[] = []; ; row = row.slice()) {
      this.fill(row);
      rows.push(row);
      if (this.at === text.length) return rows;
      if (!text.startsWith(newline, this.at)) return null;
      this.at += newline.length;
    }
  }

  /** Reads a line over the row above it, as far as its quotes are in their places. */
  private fill(row: string[]): void {
    for (let column = 0; ; column += 1) {
      const quoted = this.unit(this.at) === QUOTE;
      const above = this.quotedAbove[column] === false ? row[column] : undefined;
      row[column] = quoted ? this.quoted() : this.bare(above);
      this.quotedAbove[column] = quoted;
      if (this.text.charCodeAt(this.at) !== this.mark) {
        row.length = column + 1;
        this.quotedAbove.length = column + 1;
        return;
      }
      this.at += 1;
    }
  }

  /** What stands there; the end of the text ends a line too. */
  private unit(at: number): number {
    return at < this.text.length ? this.text.charCodeAt(at) : this.lineEnd;
  }

  /** Stays before a quote that is not closed, where no line ends. */
  private quoted(): string {
    const { text } = this;
    const start = this.at + 1;
    let close = text.indexOf('"', start);
    while (close !== -1 && this.unit(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
    if (close === -1) return '';
    this.at = close + 1;
    const cell = text.slice(start, close);
    return cell.includes('"') ? cell.split('""').join('"') : cell;
  }

  private bare(above: string | undefined): string {
    const { text } = this;
    const start = this.at;
    const number = this.smallNumber();
    if (number >= 0) return this.shared(number, start);
    if (above !== undefined && text.startsWith(above, start) && this.endsCell(start + above.length)) {
      this.at = start + above.length;
      return above;
    }
    let at = this.at;
    while (!this.endsCell(at)) at += 1;
    this.at = at;
    return text.slice(start, at);
  }

  private endsCell(at: number): boolean {
    const unit = this.unit(at);
    return unit === this.mark || unit === this.lineEnd;
  }

  /** Passes the digits there; −1 where the cell holds something else as well, or a zero too many. */
  private smallNumber(): number {
    const start = this.at;
    let number = 0;
    let at = start;
    for (; at < start + SHORT && !(number === 0 && at > start); at += 1) {
      const digit = this.unit(at) - ZERO;
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
    }
    this.at = at;
    return at > start && this.endsCell(at) ? number : -1;
  }

  private shared(number: number, start: number): string {
    const known = this.numbers[number] ?? '';
    if (known !== '') return known;
    const made = this.text.slice(start, this.at);
    this.numbers[number] = made;
    return made;
  }
}
