import { columnLetter } from '../../domain/columns.ts';
import { INDICATORS, type Indicator } from '../../domain/indicators.ts';
import { summaryWords } from '../../text/sheets/summary.ts';
import { FORMATS, type SheetLayout } from '../layout.ts';

/**
 * «Сводка»: the district at a glance, native live formulas on one A4 page. Whatever needs room
 * (lists of schools, trends, searches) is calculated in a hidden sheet of ours, so that «Сводка»
 * holds nothing but what is read and printed.
 */
const WIDTHS = [336, 80, 62, 64, 70, 110, 76, 72, 62, 70, 62, 66, 40];

export const SUMMARY_LAYOUT: SheetLayout = {
  key: 'summary',
  name: 'Сводка',
  firstRow: 2,
  frozenColumns: 0,
  reference: 'indicators.district',
  columns: summaryWords().columns.map(([heading, note], index) => ({
    heading,
    note,
    kind: 'formula',
    width: WIDTHS[index] ?? 50,
  })),
};

/** Schools in a list of «Сводка». */
export const LIST_LENGTH = 5;
/** Steps of the shortest path that are shown; how many are needed is said beside it. */
export const PATH_LENGTH = 8;

/** Rows of «Сводка», 1-based. */
const FIRST = SUMMARY_LAYOUT.firstRow;
const AFTER_INDICATORS = FIRST + INDICATORS.length;
/** Rows of the road map, the monitoring and the self-diagnosis, below their title. */
const YARDSTICKS = 8;
const AFTER_YARDSTICKS = AFTER_INDICATORS + 4 + YARDSTICKS;
const AFTER_PATH = AFTER_YARDSTICKS + 4 + LIST_LENGTH + PATH_LENGTH;
export const SUMMARY_ROWS = {
  date: AFTER_INDICATORS,
  banner: AFTER_INDICATORS + 1,
  schools: AFTER_INDICATORS + 2,
  yardsticks: AFTER_INDICATORS + 3,
  choice: AFTER_YARDSTICKS,
  ratings: AFTER_YARDSTICKS + 1,
  path: AFTER_YARDSTICKS + 2 + LIST_LENGTH,
  attention: AFTER_PATH,
  promises: AFTER_PATH + 1 + LIST_LENGTH,
  doubts: AFTER_PATH + 2 + 2 * LIST_LENGTH,
  charts: AFTER_PATH + 4 + 3 * LIST_LENGTH,
} as const;

/** The choice of the lists' indicator, and of how far a school is thought to go. */
export const CHOICE_CELLS = {
  indicator: `A${SUMMARY_ROWS.choice}`,
  reach: `F${SUMMARY_ROWS.choice}`,
} as const;

export const REACH_TARGET = 'до цели';
export const REACH_WHOLE = 'до 100 %';

export function summaryRow(indicator: Indicator): number {
  return FIRST + INDICATORS.indexOf(indicator);
}

/** Last reports in the trend. */
export const TREND_LENGTH = 12;
/** Types of organisation to which an indicator does not apply. */
export const EXCLUDED_TYPES = 6;
/** Columns of the block of schools, and of each list taken from it. */
export const SCHOOL_FIELDS = [
  'id',
  'name',
  'active',
  'total',
  'share',
  'change',
  'missing',
  'reserve',
] as const;
export type SchoolField = (typeof SCHOOL_FIELDS)[number];

/** First columns of the blocks of the hidden sheet, 0-based. */
const PAIRS = 1;
const SUMS = PAIRS + 2 * INDICATORS.length;
const EXCLUDED = SUMS + 2 * INDICATORS.length;
const SCHOOLS = EXCLUDED + INDICATORS.length;
const BEST = SCHOOLS + SCHOOL_FIELDS.length;
const GROWING = BEST + SCHOOL_FIELDS.length;
const PATH = GROWING + SCHOOL_FIELDS.length;
const SEARCH = PATH + SCHOOL_FIELDS.length;
export const DATA_BLOCKS = { schools: SCHOOLS, best: BEST, growing: GROWING, path: PATH } as const;
export type SchoolBlock = keyof typeof DATA_BLOCKS;

export const SUMMARY_DATA_LAYOUT: SheetLayout = {
  key: 'summary-data',
  name: 'Расчёт сводки (МАХ и УБ ЦОК)',
  firstRow: 2,
  frozenColumns: 0,
  reference: 'indicators.district',
  columns: [
    {
      heading: 'Отчёт',
      note: 'Лист для формул и диаграмм «Сводки»',
      kind: 'formula',
      width: 90,
    },
    ...INDICATORS.flatMap(({ shortTitle }) =>
      [shortTitle, 'цель'].map((heading) => ({
        heading,
        note: '',
        kind: 'formula' as const,
        width: 90,
      })),
    ),
  ],
};

/** Number formats of a row of the trend: the charts show them on their axes. */
export const TREND_FORMATS: readonly string[] = [
  FORMATS.date,
  ...INDICATORS.flatMap(() => [FORMATS.share, FORMATS.share]),
];

/** Rows of the hidden sheet: schools of a city. Google adds rows where a list is longer. */
export const DATA_ROWS = 3000;
export const DATA_FIRST = SUMMARY_DATA_LAYOUT.firstRow;
export const DATA_ROW = {
  /** The report that the change is counted from. */
  previous: DATA_FIRST + TREND_LENGTH,
} as const;

function of(indicator: Indicator): number {
  return INDICATORS.indexOf(indicator);
}

/** Blocks of what needs attention: steps one by one, the stuck ones, invitations, data in doubt. */
export const STEP_FIELDS = ['step', 'waiting', 'applicable', 'share', 'order'] as const;
export const INVITATION_FIELDS = ['name', 'pending', 'sent'] as const;
/** Promises are taken out of the comments: so many of one comment, their days, and the earliest of them. */
export const MENTIONS = 3;
export const PROMISE_FIELDS = ['name', 'until', 'what'] as const;
export const DOUBT_FIELDS = ['name', 'remark'] as const;
const STEPS_AT = SEARCH + 1;
const STUCK_AT = STEPS_AT + STEP_FIELDS.length;
const INVITATIONS_AT = STUCK_AT + STEP_FIELDS.length;
const DOUBTS_AT = INVITATIONS_AT + INVITATION_FIELDS.length;
export const ATTENTION_LETTER = {
  step: (field: (typeof STEP_FIELDS)[number]) => columnLetter(STEPS_AT + STEP_FIELDS.indexOf(field)),
  stuck: (field: (typeof STEP_FIELDS)[number]) => columnLetter(STUCK_AT + STEP_FIELDS.indexOf(field)),
  invitation: (field: (typeof INVITATION_FIELDS)[number]) =>
    columnLetter(INVITATIONS_AT + INVITATION_FIELDS.indexOf(field)),
  doubt: (field: (typeof DOUBT_FIELDS)[number]) => columnLetter(DOUBTS_AT + DOUBT_FIELDS.indexOf(field)),
} as const;

const COK_DATE_AT = DOUBTS_AT + DOUBT_FIELDS.length;
/** The cheapest schools for the monitoring: name and people. */
export const CHEAPEST = [columnLetter(COK_DATE_AT + 1), columnLetter(COK_DATE_AT + 2)] as const;
const LABELS_AT = COK_DATE_AT + 3;
const MENTIONS_AT = LABELS_AT + 1;
const DAYS_AT = MENTIONS_AT + MENTIONS;
const EARLIEST_AT = DAYS_AT + 4 * MENTIONS;
const PROMISES_AT = EARLIEST_AT + PROMISE_FIELDS.length;
export const DATA_COLUMNS = PROMISES_AT + PROMISE_FIELDS.length;

export const PROMISE_LETTER = {
  mention: (index: number) => columnLetter(MENTIONS_AT + index),
  /** Day, month, year of a mention, and what date they are. */
  day: (index: number, part: number) => columnLetter(DAYS_AT + 4 * index + part),
  /** The earliest promise of each school. */
  earliest: (field: (typeof PROMISE_FIELDS)[number]) =>
    columnLetter(EARLIEST_AT + PROMISE_FIELDS.indexOf(field)),
  due: (field: (typeof PROMISE_FIELDS)[number]) => columnLetter(PROMISES_AT + PROMISE_FIELDS.indexOf(field)),
} as const;

/** Letters of the hidden sheet. */
export const DATA_LETTER = {
  date: columnLetter(0),
  /** The dates that counts of УБ ЦОК have, for their trend. */
  cokDate: columnLetter(COK_DATE_AT),
  /** Short names of the indicators: the full ones leave a chart no room. */
  label: columnLetter(LABELS_AT),
  share: (indicator: Indicator) => columnLetter(PAIRS + 2 * of(indicator)),
  target: (indicator: Indicator) => columnLetter(PAIRS + 2 * of(indicator) + 1),
  active: (indicator: Indicator) => columnLetter(SUMS + 2 * of(indicator)),
  total: (indicator: Indicator) => columnLetter(SUMS + 2 * of(indicator) + 1),
  excluded: (indicator: Indicator) => columnLetter(EXCLUDED + of(indicator)),
  school: (block: SchoolBlock, field: SchoolField) =>
    columnLetter(DATA_BLOCKS[block] + SCHOOL_FIELDS.indexOf(field)),
  search: columnLetter(SEARCH),
} as const;

/** Cells of the search for the shortest path, one below the other. */
const SEARCH_STEPS = 17;
const SEARCH_ROW = { indicator: 2, whole: 3, gap: 4, first: 5 } as const;
const LAST_STEP = SEARCH_ROW.first + SEARCH_STEPS - 1;
export const SEARCH_CELL = {
  indicator: `$${DATA_LETTER.search}$${SEARCH_ROW.indicator}`,
  whole: `$${DATA_LETTER.search}$${SEARCH_ROW.whole}`,
  gap: `$${DATA_LETTER.search}$${SEARCH_ROW.gap}`,
  edge: `$${DATA_LETTER.search}$${LAST_STEP}`,
  above: `$${DATA_LETTER.search}$${LAST_STEP + 1}`,
  reserveAbove: `$${DATA_LETTER.search}$${LAST_STEP + 2}`,
  schools: `$${DATA_LETTER.search}$${LAST_STEP + 3}`,
  reserve: `$${DATA_LETTER.search}$${LAST_STEP + 4}`,
} as const;
export { SEARCH_STEPS };
