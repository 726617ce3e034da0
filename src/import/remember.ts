import * as z from 'zod/mini';
import { IssueError } from '../domain/issues.ts';
import type { ChosenColumns } from './column-choice.ts';
import { CELL_TEXT_LIMIT } from './limits.ts';

/** What the book remembers of earlier imports. */
export interface Remembered {
  /** Columns chosen by hand, by the signature of the headings. */
  readonly columns: readonly ChosenColumns[];
  /** МО whose schools are taken from files; null: of all. */
  readonly municipalities: readonly string[] | null;
}

/** What an import asks to remember; a part left out stays as it is. */
export interface Remember {
  readonly columns?: ChosenColumns & {
    /** Which file it is about, as people read it in «Настройки». */
    readonly title: string;
  };
  readonly municipalities?: readonly string[] | null;
}

const TITLE_LENGTH = 300;

const rememberSchema = z.object({
  columns: z.optional(
    z.object({
      signature: z.string().check(z.regex(/^[a-z]{1,20}\.\d{1,6}\.[0-9a-f]{16}$/)),
      choice: z.record(
        z.string().check(z.regex(/^[A-Za-z]{1,40}$/)),
        z.int().check(z.minimum(0), z.maximum(20_000)),
      ),
      title: z.string().check(z.maxLength(TITLE_LENGTH)),
    }),
  ),
  municipalities: z.optional(
    // All of them stand in one cell.
    z.nullable(z.array(z.string()).check(z.refine((names) => names.join('\n').length <= CELL_TEXT_LIMIT))),
  ),
});

/**
 * What came over the wire to be remembered; nothing where it was left out.
 * @throws IssueError `request-invalid`
 */
export function validateRemember(remember: unknown): Remember {
  if (remember === undefined || remember === null) return {};
  const parsed = z.safeParse(rememberSchema, remember);
  if (!parsed.success) throw new IssueError({ code: 'request-invalid', detail: 'remember' });
  const { columns, municipalities } = parsed.data;
  return {
    ...(columns === undefined ? {} : { columns }),
    ...(municipalities === undefined ? {} : { municipalities }),
  };
}
