import { normaliseText } from '../domain/normalise.ts';

/**
 * Which column of a file holds which field, where the headings did not tell: field key → 0-based
 * position. A field that is not there is a field that the file does not have.
 */
export type ColumnChoice = Readonly<Record<string, number>>;

/** A choice that was made for files with the headings of this signature. */
export interface ChosenColumns {
  readonly signature: string;
  readonly choice: ColumnChoice;
}

/** A field that a column is wanted for. */
export interface WantedField {
  readonly key: string;
  /** As users read it. */
  readonly title: string;
  /** What the column holds, in a few words; '' where the title says it. */
  readonly hint: string;
  readonly required: boolean;
}

/** A column of the file as a person is shown it. */
export interface OfferedColumn {
  readonly position: number;
  /** '' where the file leaves it blank. */
  readonly heading: string;
  /** First different cells that are filled. */
  readonly samples: readonly string[];
}

/** What a person is asked about a file whose columns were not recognised. */
export interface ColumnQuestion {
  readonly signature: string;
  readonly fields: readonly WantedField[];
  /** Columns that may be taken; those of personal data are not among them. */
  readonly columns: readonly OfferedColumn[];
  /** What is known already: recognised headings, or an earlier choice. */
  readonly proposed: ColumnChoice;
}

export type ChoiceFault =
  /** A required field without a column. */
  | { readonly kind: 'missing'; readonly field: WantedField }
  /** One column for two fields. */
  | { readonly kind: 'doubled'; readonly field: WantedField; readonly other: WantedField };

const SAMPLES = 3;
/** Rows looked at for samples. */
const SAMPLE_ROWS = 50;
const SAMPLE_LENGTH = 40;

/**
 * The same for files with the same headings in the same order, however they are written; different
 * for others, save for a chance of 1 in 2^50.
 * @param kind of what table the headings are, for example `max` or `cok`
 */
export function headingSignature(kind: string, headings: readonly string[]): string {
  const text = headings.map(normaliseText).join('\n');
  return `${kind}.${headings.length}.${hashOf(text, 0x811c9dc5)}${hashOf(text, 0x1000193)}`;
}

/** 32 bits of FNV-1a over UTF-16 units, as 8 hexadecimal digits. */
function hashOf(text: string, start: number): string {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Columns with a few of their cells, for a person to recognise them by. */
export function offeredColumns(
  rows: readonly (readonly string[])[],
  headingRow: number,
  mayBeTaken: (heading: string) => boolean = () => true,
): OfferedColumn[] {
  const sample = rows.slice(headingRow + 1, headingRow + 1 + SAMPLE_ROWS);
  return (rows[headingRow] ?? []).flatMap((cell, position): OfferedColumn[] => {
    const heading = cell.trim();
    const samples = samplesOf(sample, position);
    const blank = heading === '' && samples.length === 0;
    return blank || !mayBeTaken(heading) ? [] : [{ position, heading, samples }];
  });
}

function samplesOf(rows: readonly (readonly string[])[], position: number): string[] {
  const samples: string[] = [];
  for (const row of rows) {
    const text = (row[position] ?? '').trim().slice(0, SAMPLE_LENGTH);
    if (text !== '' && !samples.includes(text)) samples.push(text);
    if (samples.length === SAMPLES) break;
  }
  return samples;
}

/** What is still wrong with a choice, in the order of the fields; empty where it can be used. */
export function choiceFaults(fields: readonly WantedField[], choice: ColumnChoice): ChoiceFault[] {
  const faults: ChoiceFault[] = [];
  const taken = new Map<number, WantedField>();
  for (const field of fields) {
    const position = choice[field.key];
    if (position === undefined) {
      if (field.required) faults.push({ kind: 'missing', field });
      continue;
    }
    const other = taken.get(position);
    if (other === undefined) taken.set(position, field);
    else faults.push({ kind: 'doubled', field, other });
  }
  return faults;
}

/** The choice made before for such headings; null where there is none or it does not fit any more. */
export function rememberedChoice(
  question: Pick<ColumnQuestion, 'signature' | 'fields' | 'columns'>,
  remembered: readonly ChosenColumns[],
): ColumnChoice | null {
  const found = remembered.find(({ signature }) => signature === question.signature);
  if (found === undefined) return null;
  const keys = question.fields.map(({ key }) => key);
  const positions = question.columns.map(({ position }) => position);
  const fits = Object.entries(found.choice).every(
    ([key, position]) => keys.includes(key) && positions.includes(position),
  );
  return fits && choiceFaults(question.fields, found.choice).length === 0 ? found.choice : null;
}
