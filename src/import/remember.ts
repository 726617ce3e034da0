import { type KindAnswer, KNOWN_KINDS } from '../domain/organisation.ts';
import type { ChosenColumns } from './column-choice.ts';
import { CELL_TEXT_LIMIT } from './limits.ts';
import { fields, list, Mismatch, mapOf, nullable, oneOf, readRequest, text, whole } from './shape.ts';

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
  /** Which kind an unknown «Тип ОО» is. */
  readonly kinds?: readonly KindAnswer[];
}

const TITLE_LENGTH = 300;

const MUNICIPALITIES = 5000;

const KIND_ANSWERS = 200;
const readKinds = list(
  fields<KindAnswer>({ type: text(TITLE_LENGTH, /\S/), kind: oneOf(KNOWN_KINDS) }),
  KIND_ANSWERS,
);
const readMunicipalities = nullable(list(text(CELL_TEXT_LIMIT), MUNICIPALITIES));
const readColumns = fields<Required<Remember>['columns']>({
  signature: text(50, /^[a-z]{1,20}\.\d{1,6}\.[0-9a-f]{16}$/),
  choice: mapOf(/^[A-Za-z]{1,40}$/, whole(0, 20_000)),
  title: text(TITLE_LENGTH),
});

/**
 * What came over the wire to be remembered; nothing where it was left out.
 * @throws IssueError `request-invalid`
 */
export function validateRemember(remember: unknown): Remember {
  return readRequest('remember', () => {
    const { columns, municipalities, kinds } = fields<Readonly<Record<keyof Remember, unknown>>>({
      columns: (value) => value,
      municipalities: (value) => value,
      kinds: (value) => value,
    })(remember ?? {});
    const names = municipalities === undefined ? undefined : readMunicipalities(municipalities);
    // All of them stand in one cell.
    if ((names ?? []).join('\n').length > CELL_TEXT_LIMIT) throw new Mismatch('names that fit a cell');
    return {
      ...(columns === undefined ? {} : { columns: readColumns(columns) }),
      ...(kinds === undefined ? {} : { kinds: readKinds(kinds) }),
      ...(names === undefined ? {} : { municipalities: names }),
    };
  });
}
