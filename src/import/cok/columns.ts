import { COK_COUNT_HEADINGS, COK_COUNT_KEYS, type CokCountKey } from '../../domain/cok.ts';
import { HEADINGS } from '../../domain/headings.ts';
import type { FileIssue } from '../../domain/issues.ts';
import { normaliseText } from '../../domain/normalise.ts';
import {
  type ColumnChoice,
  type ColumnQuestion,
  headingSignature,
  offeredColumns,
  type WantedField,
} from '../column-choice.ts';
import { type HeadingRecogniser, isPersonal } from '../headings.ts';
import type { Layout } from '../layout.ts';

type CokField = 'school' | 'code' | 'date' | CokCountKey;

const FIELDS: readonly WantedField[] = [
  field('school', 'Школа', 'Название, как его пишет файл', true),
  field('code', 'ID или ИНН школы', 'Если есть: по нему школа узнаётся точно'),
  field('teachersTotal', 'Педагогов всего', 'Нет в файле — возьмём из статистики МАХ'),
  field('loggedIn', 'Педагогов вошли', ''),
  field('assigned', 'Педагогов назначили урок', 'Людей, не процентов'),
  field('studentsTotal', 'Обучающихся всего', 'Нет в файле — возьмём из статистики МАХ'),
  field('studentsAssigned', 'Обучающихся с назначенным уроком', ''),
  field('viewed', 'Обучающихся просмотрели урок', 'Людей, не процентов'),
  field('date', 'Дата', 'Нет в файле — спросим'),
];

function field(key: CokField, title: string, hint: string, required = false): WantedField {
  return { key, title, hint, required };
}

/** Our own headings: of the sheet «УБ ЦОК», in whose form a table may be brought as well. */
const OWN: ReadonlyMap<string, CokField> = new Map<string, CokField>([
  [normaliseText('Школа'), 'school'],
  [normaliseText(HEADINGS.orgId), 'code'],
  [normaliseText(HEADINGS.date), 'date'],
  ...COK_COUNT_KEYS.map((key): [string, CokField] => [normaliseText(COK_COUNT_HEADINGS[key]), key]),
]);

const has = (form: string, ...parts: readonly string[]): boolean =>
  parts.some((part) => form.includes(normaliseText(part)));

/** What a heading probably names; shares name nothing that is wanted. */
export function guessCokField(heading: string): CokField | null {
  const form = normaliseText(heading);
  const own = OWN.get(form);
  if (own !== undefined) return own;
  if (has(form, '%', 'доля', 'процент')) return null;
  if (has(form, 'дата', 'период')) return 'date';
  if (form.split(/[\s,/()]/).some((word) => word === 'инн' || word === 'id')) return 'code';
  const students = has(form, 'обучающ', 'учащ', 'ученик', 'школьник');
  const teachers = has(form, 'педагог', 'учител', 'сотрудник');
  if (has(form, 'просмотр')) return teachers ? null : 'viewed';
  if (has(form, 'назнач')) return students ? 'studentsAssigned' : 'assigned';
  if (has(form, 'вошл', 'вошед', 'вход', 'авториз')) return students ? null : 'loggedIn';
  if (teachers !== students && has(form, 'всего', 'кол-во', 'количество', 'численность', 'число')) {
    return teachers ? 'teachersTotal' : 'studentsTotal';
  }
  return has(form, 'школа', 'организац', 'наименование', 'название', 'учрежден') ? 'school' : null;
}

export const COK_RECOGNISER: HeadingRecogniser = {
  recognised: (row) => new Set(row.map(guessCokField).filter((key) => key !== null)).size,
};

export interface CokColumns {
  /** Null where a person has to be asked. */
  readonly choice: ColumnChoice | null;
  readonly question: ColumnQuestion;
  readonly issues: readonly FileIssue[];
}

/** Columns as a person has said, or by our own headings; else a question with what the headings suggest. */
export function findCokColumns({ table, headingRow }: Layout, said: ColumnChoice | undefined): CokColumns {
  const headings = table.rows[headingRow] ?? [];
  const columns = offeredColumns(table.rows, headingRow, (heading) => !isPersonal(heading));
  const proposed: Record<string, number> = {};
  let own = true;
  for (const { heading, position } of columns) {
    const key = guessCokField(heading);
    if (key === null || proposed[key] !== undefined) continue;
    proposed[key] = position;
    own &&= OWN.has(normaliseText(heading));
  }
  const enough = own && 'school' in proposed && ('assigned' in proposed || 'viewed' in proposed);
  const personal = headings.filter(isPersonal);
  return {
    choice: said ?? (enough ? proposed : null),
    question: { signature: headingSignature('cok', headings), fields: FIELDS, columns, proposed },
    issues: personal.length > 0 ? [{ code: 'columns-personal', headings: personal }] : [],
  };
}
