/**
 * The 25 columns of the weekly statistics export, in the source's order (sheet columns A..Y).
 * Headings are the exact headings of the source; everything that depends on a column
 * (parsing, the sheet, notes, the wire format) follows from this one table.
 */

import { HEADINGS } from './headings.ts';

export type Group = 'teachers' | 'parents' | 'students';
export type StageKey = 'total' | 'registered' | 'linked' | 'active';

/**
 * - `date`: calendar day, ISO `yyyy-mm-dd`
 * - `text`: shown as it came
 * - `digits`: an identifier made of digits whose leading zeros matter; kept as text
 * - `count`: whole number of people, ≥ 0
 */
export type ColumnKind = 'date' | 'text' | 'digits' | 'count';

interface ColumnRow {
  readonly key: string;
  readonly heading: string;
  readonly kind: ColumnKind;
  /** Meaning of the column for users (Russian); shown as the note of the heading. */
  readonly meaning: string;
  /** For the counts of the funnel: whose people, at which stage. */
  readonly group?: Group;
  readonly stage?: StageKey;
  /** A file without this column is refused. */
  readonly required: boolean;
}

const FORMS = 'по статистическим формам (ОО-1, СПО-1 и др.) за 2024/2025 год';
const WEEK = 'за 7 дней до даты отчёта';

const STATISTICS_COLUMNS = [
  { key: 'date', heading: HEADINGS.date, kind: 'date', required: true, meaning: 'Дата отчёта' },
  {
    key: 'shortName',
    heading: HEADINGS.shortName,
    kind: 'text',
    required: true,
    meaning: 'Краткое название организации',
  },
  {
    key: 'orgType',
    heading: HEADINGS.orgType,
    kind: 'text',
    required: true,
    meaning: 'Тип образовательной организации в Сферуме',
  },
  {
    key: 'municipality',
    heading: 'МО',
    kind: 'text',
    required: true,
    meaning: 'Муниципальный район или округ',
  },
  { key: 'region', heading: 'Субъект', kind: 'text', required: true, meaning: 'Субъект Федерации' },
  {
    key: 'regionCode',
    heading: 'Код региона',
    kind: 'digits',
    required: true,
    meaning: 'Код региона; ноль в начале сохраняется',
  },
  {
    key: 'link',
    heading: 'Ссылка',
    kind: 'text',
    required: false,
    meaning: 'Ссылка; источник её не заполняет',
  },
  {
    key: 'orgId',
    heading: HEADINGS.orgId,
    kind: 'digits',
    required: true,
    meaning: 'Номер организации в Сферуме в МАХ. По нему надстройка узнаёт школу: не меняйте его',
  },
  {
    key: 'activity',
    heading: 'Активна',
    kind: 'text',
    required: false,
    meaning: 'Состояние организации: активна или неактивна',
  },
  {
    key: 'peopleTotal',
    heading: 'Учителей, учеников и родителей в школе всего',
    kind: 'count',
    required: true,
    meaning: `Учителей, учеников и родителей всего ${FORMS}`,
  },
  {
    key: 'teachersTotal',
    heading: HEADINGS.teachersTotal,
    kind: 'count',
    group: 'teachers',
    stage: 'total',
    required: true,
    meaning: `Учителей всего ${FORMS}`,
  },
  {
    key: 'studentsTotal',
    heading: HEADINGS.studentsTotal,
    kind: 'count',
    group: 'students',
    stage: 'total',
    required: true,
    meaning: `Учеников всего ${FORMS}`,
  },
  {
    key: 'parentsTotal',
    heading: HEADINGS.parentsTotal,
    kind: 'count',
    group: 'parents',
    stage: 'total',
    required: true,
    meaning: 'Родителей всего: один ребёнок — один родитель, поэтому обычно равно числу учеников',
  },
  {
    key: 'registeredTotal',
    heading: 'Регистраций в школе всего',
    kind: 'count',
    required: true,
    meaning: 'Зарегистрировано пользователей всех ролей',
  },
  {
    key: 'teachersRegistered',
    heading: HEADINGS.teachersRegistered,
    kind: 'count',
    group: 'teachers',
    stage: 'registered',
    required: true,
    meaning: 'Зарегистрировано в ролях «Учитель» и «Сотрудник»',
  },
  {
    key: 'teachersLinked',
    heading: HEADINGS.teachersLinked,
    kind: 'count',
    group: 'teachers',
    stage: 'linked',
    required: true,
    meaning: 'Учителя, связавшие профиль с электронным журналом',
  },
  {
    key: 'studentsRegistered',
    heading: HEADINGS.studentsRegistered,
    kind: 'count',
    group: 'students',
    stage: 'registered',
    required: true,
    meaning: 'Зарегистрировано в роли «Обучающийся»',
  },
  {
    key: 'studentsLinked',
    heading: HEADINGS.studentsLinked,
    kind: 'count',
    group: 'students',
    stage: 'linked',
    required: true,
    meaning: 'Ученики, связавшие профиль с электронным журналом',
  },
  {
    key: 'parentsRegistered',
    heading: HEADINGS.parentsRegistered,
    kind: 'count',
    group: 'parents',
    stage: 'registered',
    required: true,
    meaning: 'Зарегистрировано в роли «Законный представитель»',
  },
  {
    key: 'parentsLinked',
    heading: HEADINGS.parentsLinked,
    kind: 'count',
    group: 'parents',
    stage: 'linked',
    required: true,
    meaning: 'Родители, связавшие профиль с электронным журналом',
  },
  {
    key: 'studentsActive',
    heading: HEADINGS.studentsActive,
    kind: 'count',
    group: 'students',
    stage: 'active',
    required: true,
    meaning: `Ученики, активные ${WEEK}`,
  },
  {
    key: 'parentsActive',
    heading: HEADINGS.parentsActive,
    kind: 'count',
    group: 'parents',
    stage: 'active',
    required: true,
    meaning: `Родители, активные ${WEEK}`,
  },
  {
    key: 'inn',
    heading: 'ИНН',
    kind: 'digits',
    required: true,
    meaning: 'ИНН организации: 10 или 12 цифр, ноль в начале сохраняется',
  },
  {
    key: 'teachersActive',
    heading: HEADINGS.teachersActive,
    kind: 'count',
    group: 'teachers',
    stage: 'active',
    required: true,
    meaning: `Роли «Учитель» и «Сотрудник», активные ${WEEK}`,
  },
  {
    key: 'teachersCalled',
    heading: 'Кол-во учителей, совершивших минимум 1 звонок за неделю',
    kind: 'count',
    required: true,
    meaning: 'Не влияет на показатели; важно для тех, кто учит дистанционно',
  },
] as const satisfies readonly ColumnRow[];

type Row = (typeof STATISTICS_COLUMNS)[number];
export type ColumnKey = Row['key'];
export type CountKey = Extract<Row, { kind: 'count' }>['key'];
export type TextKey = Extract<Row, { kind: 'text' | 'digits' }>['key'];

/** One row of the table, with the key narrowed to the known keys. */
export interface StatisticsColumn extends ColumnRow {
  readonly key: ColumnKey;
}

export const COLUMNS: readonly StatisticsColumn[] = STATISTICS_COLUMNS;
export const COLUMN_COUNT = COLUMNS.length;

/** 0-based position of every column in the source's order. */
export const COLUMN_INDEX: Readonly<Record<ColumnKey, number>> = Object.fromEntries(
  COLUMNS.map((column, index) => [column.key, index]),
) as Record<ColumnKey, number>;

export { STAGE_COUNT } from './stage-counts.ts';

/** Spreadsheet letter(s) of a 0-based column: 0 → A, 24 → Y, 26 → AA. */
export function columnLetter(index: number): string {
  let rest = index + 1;
  let letters = '';
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
}
