import type { ChecklistIssue } from './issues.ts';
import { STEPS, type StepId, stepOf } from './steps.ts';

/**
 * The column «не применимо»: steps that a person left out, each with a reason, as people type it:
 * «И3 — нет СМИР; О4, О5: дети до 14 лет». Pieces stand apart by `;` or a line break. A step is
 * named by its short number; several steps may share a reason.
 */
export interface ExceptionReading {
  readonly exceptions: Readonly<Partial<Record<StepId, string>>>;
  readonly issues: readonly ChecklistIssue[];
}

/** One piece of the text: the steps it names (none where it could not be read) and their reason. */
interface Piece {
  readonly steps: readonly StepId[];
  readonly reason: string;
  readonly text: string;
  /** What stands in the list of steps and is none: «И3, И99 — …». */
  readonly unknown: readonly string[];
}

/*
 * The grammar of steps in front of a reason, of what RE2 reads as JavaScript does: the sheet's
 * formulas are made of the same parts. NBSP is what phones put between words.
 */
const BLANK = '[\\t\\f \u00a0]';
/** A letter of the lists (Latin O and P look the same) with a number, as people type it. */
const LABEL = '(?:[ИЦОРOP][ .-]?|[ицорop])[0-9]{1,2}';
const GAP = `(?:${BLANK}*,${BLANK}*|${BLANK}+и${BLANK}+|${BLANK}+)`;
/** What cannot follow a label: «И31» and «И3а» are no steps. */
const GLUED = '0-9А-Яа-яA-Za-z';

/**
 * One piece with its end. Group 1: its steps, from the first label to the last one before the
 * reason; nothing where the piece does not begin with a step.
 */
export const PIECE_PATTERN = `[\\t\\n\\f\\r ;\u00a0]*(?:(${LABEL}(?:${GAP}${LABEL})*)(?:[^${GLUED};\\n\\r][^;\\n\\r]*)?|[^;\\n\\r]*)(?:[;\\n\\r]|$)`;
/** A label inside such steps. Groups: letter, number. The text is in upper case. */
export const LABEL_PATTERN = '([ИЦОРOP])[ .-]?([0-9]+)';

const BETWEEN_PIECES = /[;\n\r]+/;
const STEPS_OF_PIECE = new RegExp(`^${PIECE_PATTERN}`);
const LABELS = new RegExp(LABEL, 'g');
/** A piece that begins so was meant as a step of its own, and is not the end of another's reason. */
const MEANT_AS_STEP = new RegExp(`^(?:[0-9]|[A-Za-z]+\\.[A-Za-z]|${LABEL}(?![${GLUED}]))`);
const BEFORE_REASON = /^[\s,:.—–-]+/;

const BY_LABEL: ReadonlyMap<string, StepId> = new Map(STEPS.map((step) => [step.label, step.id]));

/** Latin letters that look like the Cyrillic ones of the short numbers. */
function withCyrillic(label: string): string {
  return label.replace(/O/g, 'О').replace(/P/g, 'Р');
}

function stepOfReference(reference: string): StepId | null {
  return BY_LABEL.get(withCyrillic(reference.toUpperCase().replace(/[ .-]/g, ''))) ?? null;
}

export function readExceptions(text: string, school: string): ExceptionReading {
  const exceptions: Partial<Record<StepId, string>> = {};
  const issues: ChecklistIssue[] = [];
  for (const piece of piecesOf(text)) {
    for (const found of piece.unknown) issues.push({ code: 'exception-unknown', school, found });
    for (const step of piece.steps) {
      if (exceptions[step] !== undefined) issues.push({ code: 'exception-doubled', school, step });
      else if (piece.reason === '') issues.push({ code: 'exception-without-reason', school, step });
      exceptions[step] = exceptions[step] || piece.reason;
    }
  }
  return { exceptions, issues };
}

/** The text with one more exception behind what people wrote; a step that stands there gets the new reason. */
export function withException(text: string, step: StepId, reason: string): string {
  const rest = withoutException(text, step);
  const added = formatPiece([step], reason);
  return rest === '' ? added : `${rest}; ${added}`;
}

/** The text without a step; pieces that name other steps, or that could not be read, stay. */
export function withoutException(text: string, step: StepId): string {
  const pieces = piecesOf(text);
  if (!pieces.some((piece) => piece.steps.includes(step))) return text.trim();
  const kept = pieces.map((piece) => {
    if (!piece.steps.includes(step)) return piece.text;
    const others = piece.steps.filter((other) => other !== step);
    return others.length + piece.unknown.length === 0 ? '' : formatPiece(others, piece.reason, piece.unknown);
  });
  return kept.filter((piece) => piece !== '').join('; ');
}

/** A reason on one line and without the sign that parts the pieces, so that it reads back as it is. */
function formatPiece(steps: readonly StepId[], reason: string, unknown: readonly string[] = []): string {
  const labels = [...steps.map((step) => stepOf(step).label), ...unknown].join(', ');
  const line = reason.replace(/;/g, ',').replace(/\s+/g, ' ').replace(BEFORE_REASON, '').trim();
  return line === '' ? labels : `${labels} — ${line}`;
}

/** A piece without a step behind one that has some goes on with its reason: «И3 — нет СМИР; ждём». */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text.split(BETWEEN_PIECES)) {
    const piece = readPiece(part.trim());
    if (piece.text === '') continue;
    const before = pieces[pieces.length - 1];
    const namesStep = MEANT_AS_STEP.test(piece.text);
    if (!namesStep && before !== undefined && before.steps.length > 0) {
      const reason = before.reason === '' ? piece.text : `${before.reason}, ${piece.text}`;
      pieces[pieces.length - 1] = { ...before, reason, text: `${before.text}; ${piece.text}` };
    } else pieces.push(piece);
  }
  return pieces;
}

function readPiece(text: string): Piece {
  const steps: StepId[] = [];
  const unknown: string[] = [];
  const listed = STEPS_OF_PIECE.exec(text)?.[1] ?? '';
  for (const reference of listed.match(LABELS) ?? []) {
    const step = stepOfReference(reference);
    if (step === null) unknown.push(reference);
    else if (!steps.includes(step)) steps.push(step);
  }
  if (steps.length === 0) return { steps, reason: '', text, unknown: [text] };
  return { steps, reason: text.slice(listed.length).replace(BEFORE_REASON, ''), text, unknown };
}
