import { columnLetter, type Group } from '../domain/columns.ts';
import { INDICATORS, type Indicator } from '../domain/indicators.ts';
import { type ColumnLayout, FORMATS, type SheetLayout } from './layout.ts';

/**
 * «Школы»: one row a school, coloured against the targets. Row 1 headings, row 2 the targets
 * themselves (live links to «Настройки»), data from row 3.
 */
const NUMERATOR: Readonly<Record<Indicator['code'], string>> = {
  'max.teachers': 'активно',
  'max.parents': 'активно',
  'max.students': 'активно',
  'cok.teachers': 'назначили',
  'cok.students': 'просмотрели',
};

/** Pixels; wide enough for «— нет данных». */
const WIDTH = 104;

/** Pixels that the longest word of a heading needs, so that it is not broken. */
const WORD_WIDTH: Readonly<Record<Group, number>> = { teachers: 84, parents: 92, students: 124 };

/** Columns of one indicator, in this order; the first three are its details. */
export const INDICATOR_FIELDS = [
  'active',
  'people',
  'total',
  'share',
  'status',
  'missing',
  'change',
] as const;
const DETAIL_FIELDS = 3;
type IndicatorField = (typeof INDICATOR_FIELDS)[number];

function indicatorColumns(indicator: Indicator): ColumnLayout[] {
  const name = indicator.shortTitle;
  const numerator = NUMERATOR[indicator.code];
  const narrow = WORD_WIDTH[indicator.group];
  const counted = indicator.source === 'cok' ? 'cok.targets' : 'indicators.list';
  const rows: Readonly<Record<IndicatorField, ColumnLayout>> = {
    active: {
      heading: `${name}: ${numerator}`,
      note: `${indicator.title}: сколько человек. Записывает импорт`,
      reference: counted,
      kind: 'file',
      width: WIDTH,
    },
    people: {
      heading: `${name}: ± чел.`,
      note: 'Изменение числа людей против того же отчёта, что и «± за неделю»',
      reference: 'indicators.change',
      kind: 'file',
      width: narrow,
      format: FORMATS.people,
      later: true,
    },
    total: {
      heading: `${name}: всего`,
      note: `Сколько их в организации всего. «не применимо» — показатель не для этого типа организации`,
      reference: counted,
      kind: 'file',
      width: WIDTH,
    },
    share: {
      heading: `${name}: доля`,
      note: `${numerator} ÷ всего, с округлением вниз до 0,01 %; курсивом, где людей меньше 10. В строке 2 — цель из листа «Настройки» на дату отчёта`,
      reference: 'indicators.rounding',
      kind: 'formula',
      width: narrow,
      format: FORMATS.share,
    },
    status: {
      heading: `${name}: статус`,
      note: '✓ цель — достигнута; ● близко — не больше полосы ниже цели (её нижний край в строке 2); ▼ ниже; — нет данных',
      reference: 'indicators.status',
      kind: 'formula',
      width: WIDTH,
    },
    missing: {
      heading: `${name}: ещё чел.`,
      note: 'Сколько ещё человек нужно до цели',
      reference: 'indicators.missing',
      kind: 'formula',
      width: narrow,
    },
    change: {
      heading: `${name}: ± за неделю`,
      note: 'Изменение доли в процентных пунктах против отчёта, который старше не меньше чем на 7 дней; в людях — в столбце «± чел.» («+»)',
      reference: 'indicators.change',
      kind: 'file',
      width: narrow,
      format: FORMATS.points,
    },
  };
  return INDICATOR_FIELDS.map((field) => rows[field]);
}

const IDENTITY: readonly ColumnLayout[] = [
  {
    heading: 'ID организация',
    note: 'Номер организации в Сферуме в МАХ. По нему надстройка узнаёт школу: не меняйте его',
    reference: 'columns.orgId',
    kind: 'id',
    width: 110,
  },
  { heading: 'Школа', note: 'Краткое название', reference: 'columns.shortName', kind: 'id', width: 230 },
  {
    heading: 'Тип ОО',
    note: 'Тип организации в Сферуме',
    reference: 'columns.orgType',
    kind: 'id',
    width: 150,
  },
  {
    heading: 'МО',
    note: 'Муниципальный район или округ',
    reference: 'columns.municipality',
    kind: 'id',
    width: 130,
  },
  {
    heading: 'Координатор',
    note: 'Кто ведёт школу: роль или короткий код, без фамилий. Заполняете вы, импорт не трогает',
    reference: 'honesty.personal',
    kind: 'hand',
    width: 110,
  },
];

/** A person's ticks for the criterion 8.5, beside the coordinator: all that is a person's stands together. */
const TICK_COLUMNS: readonly ColumnLayout[] = [
  '8.5: не зарегистрирована',
  '8.5: структура создана',
  '8.5: все в сообществах',
  '8.5: активно используют',
].map((heading) => ({
  heading,
  note: 'Отмечаете вы, импорт не трогает',
  reference: 'yardsticks.self-diagnosis',
  kind: 'hand',
  width: 130,
  later: true,
}));

const OVERALL: ColumnLayout = {
  heading: 'итог',
  note: 'По всем показателям вместе, для фильтра: отстающие, без данных по МАХ. В строке 2 — дата отчёта',
  reference: 'indicators.status',
  kind: 'formula',
  width: 112,
  later: true,
};

const TAIL: readonly ColumnLayout[] = [
  {
    heading: 'слабое место',
    note: 'На каком шаге теряется больше всего педагогов: регистрация, связка с журналом или активность',
    reference: 'activity.stages',
    kind: 'file',
    width: 240,
  },
  {
    heading: 'чек-листы',
    note: 'Сколько шагов сделано, из листа «Чек-листы»',
    reference: 'sheets.checklists',
    kind: 'formula',
    width: 120,
    later: true,
  },
  {
    heading: 'мониторинг',
    note: 'Мотивирующий мониторинг: оценка снизу по отчётам месяца. Почему — в столбце справа («+»)',
    reference: 'yardsticks.monitoring',
    kind: 'file',
    width: 112,
    later: true,
  },
  {
    heading: 'мониторинг: почему',
    note: 'Лучший отчёт месяца по каждому показателю',
    reference: 'yardsticks.monitoring',
    kind: 'file',
    width: 420,
    later: true,
  },
  {
    heading: '8.5',
    note: 'Самодиагностика, критерий 8.5: уровень 0–3. Отметки ставите вы: столбцы «8.5: …» после «Координатор» («+»)',
    reference: 'yardsticks.self-diagnosis',
    kind: 'formula',
    width: 112,
    later: true,
  },
  {
    heading: '8.5: почему',
    note: 'Чем объясняется уровень',
    reference: 'yardsticks.self-diagnosis',
    kind: 'formula',
    width: 420,
    later: true,
  },
  {
    heading: '8.5: регистраций',
    note: 'Всего, по отчёту',
    reference: 'yardsticks.self-diagnosis',
    kind: 'file',
    width: 112,
    later: true,
  },
  {
    heading: '8.5: доли',
    note: 'Зарегистрированные по отчёту',
    reference: 'yardsticks.self-diagnosis',
    kind: 'file',
    width: 240,
    later: true,
  },
  {
    heading: 'мониторинг: ещё чел.',
    note: 'Сколько человек не хватает по лучшим отчётам месяца, чтобы школа была засчитана',
    reference: 'yardsticks.monitoring',
    kind: 'file',
    width: WIDTH,
    later: true,
  },
  {
    heading: 'вид',
    note: 'По словам для «Тип ОО» в листе «Настройки»',
    reference: 'columns.orgType',
    kind: 'file',
    width: WIDTH,
    later: true,
  },
  {
    heading: 'замечания',
    note: 'Что стоит проверить в данных',
    reference: 'trouble.sense',
    kind: 'file',
    width: 320,
  },
];

/** Row of the targets, below the headings; the header row of the ready filter, so it is never sorted. */
export const TARGET_ROW = 2;

export const SCHOOLS_LAYOUT: SheetLayout = {
  key: 'schools',
  name: 'Школы',
  firstRow: 3,
  frozenColumns: 2,
  hidden: [1],
  reference: 'indicators.list',
  columns: [...IDENTITY, ...TICK_COLUMNS, OVERALL, ...INDICATORS.flatMap(indicatorColumns), ...TAIL],
};

export const TICKS = TICK_COLUMNS.length;

const OVERALL_AT = IDENTITY.length + TICKS + 1;
const TAIL_FROM = OVERALL_AT + 1 + INDICATORS.length * INDICATOR_FIELDS.length;

/** 1-based columns by role. */
export const SCHOOL_COLUMNS = {
  id: 1,
  name: 2,
  coordinator: 5,
  ticks: IDENTITY.length + 1,
  /** First column that an import writes after those of people. */
  overall: OVERALL_AT,
  indicators: OVERALL_AT + 1,
  /** «слабое место» … «замечания». */
  tail: TAIL_FROM,
  checklists: TAIL_FROM + 1,
  monitoring: TAIL_FROM + 2,
  monitoringReason: TAIL_FROM + 3,
  level: TAIL_FROM + 4,
  levelReason: TAIL_FROM + 5,
  registered: TAIL_FROM + 6,
  registeredShares: TAIL_FROM + 7,
} as const;

/** Columns of detail, as first one and number: collapsed at creation, to be opened by «+». */
export const DETAIL_COLUMNS: readonly (readonly [first: number, count: number])[] = [
  [SCHOOL_COLUMNS.name + 1, 2],
  [SCHOOL_COLUMNS.ticks, TICKS],
  ...INDICATORS.map((indicator) => [indicatorColumn(indicator, 'active'), DETAIL_FIELDS] as const),
  [SCHOOL_COLUMNS.monitoringReason, 1],
  [SCHOOL_COLUMNS.levelReason, 5],
];

export function indicatorColumn(indicator: Indicator, field: IndicatorField): number {
  const block = INDICATORS.indexOf(indicator) * INDICATOR_FIELDS.length;
  return SCHOOL_COLUMNS.indicators + block + INDICATOR_FIELDS.indexOf(field);
}

/** Letter of a 1-based column, for formulas. */
export function columnAt(column: number): string {
  return columnLetter(column - 1);
}

/** Letter of a column of an indicator, for formulas. */
export function indicatorLetter(indicator: Indicator, field: IndicatorField): string {
  return columnLetter(indicatorColumn(indicator, field) - 1);
}
