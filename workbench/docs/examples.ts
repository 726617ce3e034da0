import { HEADINGS } from '../../src/domain/headings.ts';
import type { Grid } from './formula.ts';

/** Formulas over one small grid; their answers are calculated when the page is made. */
export interface Example {
  readonly grid: Grid;
  readonly formulas: readonly string[];
}

function values(...formulas: string[]): Example {
  return { grid: [], formulas };
}

export const RANGES: Example = {
  grid: [
    ['Активные', 'Всего'],
    [45, 60],
    ['', ''],
    [0, 12],
    ['нет', 20],
    ['', ''],
  ],
  formulas: [
    '=MAX_ACTIVE_TEACHERS_PCT(A2:A; B2:B)',
    '=MAX_PEOPLE_TO_TARGET(A2:A4; B2:B4; 75%)',
    '=MAX_ACTIVE_TEACHERS_PCT(A2:A4; B2:B3)',
  ],
};

export const ERRORS: Example = {
  grid: [['много', '45', '#N/A']],
  formulas: [
    '=MAX_ACTIVE_TEACHERS_PCT(A1; 60)',
    '=MAX_ACTIVE_TEACHERS_PCT(B1; 60)',
    '=MAX_ACTIVE_TEACHERS_PCT(C1; 60)',
    '=MAX_ACTIVE_TEACHERS_PCT(45,5; 60)',
    '=MAX_ACTIVE_TEACHERS_PCT(45)',
  ],
};

export const TABLE_FORM: Example = {
  grid: [
    [
      HEADINGS.date,
      HEADINGS.shortName,
      HEADINGS.orgType,
      HEADINGS.orgId,
      HEADINGS.studentsTotal,
      HEADINGS.studentsActive,
    ],
    [new Date(2026, 10, 11), 'Школа № 9001', 'Школа', '9001', 400, 100],
    [new Date(2026, 10, 18), 'Школа № 9001', 'Школа', '9001', 400, 130],
    [new Date(2026, 10, 18), 'Детский сад № 7', 'Детский сад', '9002', 90, 0],
  ],
  formulas: [
    '=MAX_ACTIVE_STUDENTS_PCT(A:F; "9001")',
    '=MAX_ACTIVE_STUDENTS_PCT(A:F; "школа №9001"; ДАТА(2026; 11; 11))',
    '=MAX_ACTIVE_STUDENTS_PCT(A:F; D3:D4)',
    '=MAX_ACTIVE_STUDENTS_PCT(A:F; "9003")',
    '=MAX_ACTIVE_STUDENTS_PCT(A:F; "9001"; "01.09.2026")',
    '=MAX_ACTIVE_PARENTS_PCT(A:F; "9001")',
  ],
};

const VERDICTS: Grid = [
  ['Педагоги', 'Родители', 'Обучающиеся', 'Тип ОО'],
  [0.8, 0.35, 0.31, 'Школа'],
  [0.74, 0.35, 0.31, 'Школа'],
  [0.8, '', 0.31, 'Школа'],
  [0.9, 0.5, '', 'Детский сад'],
];

/** By the function's name; a test holds that none is missing. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  MAX_ACTIVE_TEACHERS_PCT: values(
    '=MAX_ACTIVE_TEACHERS_PCT(45; 60)',
    '=MAX_ACTIVE_TEACHERS_PCT(41; 60)',
    '=MAX_ACTIVE_TEACHERS_PCT(0; 0)',
  ),
  MAX_ACTIVE_PARENTS_PCT: values('=MAX_ACTIVE_PARENTS_PCT(120; 400)', '=MAX_ACTIVE_PARENTS_PCT(119; 400)'),
  MAX_ACTIVE_STUDENTS_PCT: values('=MAX_ACTIVE_STUDENTS_PCT(150; 500)', '=MAX_ACTIVE_STUDENTS_PCT(1; 3)'),
  MAX_REGISTERED_TEACHERS_PCT: values('=MAX_REGISTERED_TEACHERS_PCT(57; 60)'),
  MAX_REGISTERED_PARENTS_PCT: values('=MAX_REGISTERED_PARENTS_PCT(380; 400)'),
  MAX_REGISTERED_STUDENTS_PCT: values('=MAX_REGISTERED_STUDENTS_PCT(475; 500)'),
  MAX_LINKED_TEACHERS_PCT: values('=MAX_LINKED_TEACHERS_PCT(48; 57)', '=MAX_LINKED_TEACHERS_PCT(0; 0)'),
  MAX_LINKED_PARENTS_PCT: values('=MAX_LINKED_PARENTS_PCT(304; 380)'),
  MAX_LINKED_STUDENTS_PCT: values('=MAX_LINKED_STUDENTS_PCT(380; 475)'),
  COK_TEACHERS_PCT: values('=COK_TEACHERS_PCT(36; 60)'),
  COK_STUDENTS_PCT: values('=COK_STUDENTS_PCT(149; 500)'),
  MAX_STATUS: values(
    '=MAX_STATUS(75%; 75%)',
    '=MAX_STATUS(70%; 75%)',
    '=MAX_STATUS(69,99%; 75%)',
    '=MAX_STATUS(74%; 75%; 0)',
    '=MAX_STATUS(""; 75%)',
  ),
  MAX_PEOPLE_TO_TARGET: values(
    '=MAX_PEOPLE_TO_TARGET(41; 60; 75%)',
    '=MAX_PEOPLE_TO_TARGET(45; 60; 75%)',
    '=MAX_PEOPLE_TO_TARGET(0; 0; 75%)',
  ),
  MAX_WORST_STAGE: values(
    '=MAX_WORST_STAGE(60; 41; 39; 30)',
    '=MAX_WORST_STAGE(60; 58; 20; 50)',
    '=MAX_WORST_STAGE(60; 58; ""; 40)',
    '=MAX_WORST_STAGE(60; 60; 60; 60)',
  ),
  MAX_ORG_COUNTS: {
    grid: VERDICTS,
    formulas: [
      '=MAX_ORG_COUNTS(A2:A5; B2:B5; C2:C5; D2:D5)',
      '=MAX_ORG_COUNTS(80%; 31%; "не применимо")',
      '=MAX_ORG_COUNTS("80%"; 31%; 31%)',
    ],
  },
  MAX_ORGS_SHARE: {
    grid: VERDICTS,
    formulas: [
      '=MAX_ORGS_SHARE(MAX_ORG_COUNTS(A2:A; B2:B; C2:C; D2:D))',
      '=MAX_ORGS_SHARE(MAX_ORG_COUNTS(A2:A; B2:B; C2:C; D2:D); "до")',
    ],
  },
  MAX_SELF_DIAGNOSIS: values(
    '=MAX_SELF_DIAGNOSIS(800; 57; 60; 475; 500)',
    '=MAX_SELF_DIAGNOSIS(800; 57; 60; 475; 500; ИСТИНА)',
    '=MAX_SELF_DIAGNOSIS(800; 57; 60; 475; 500; ИСТИНА; ИСТИНА; ИСТИНА)',
    '=MAX_SELF_DIAGNOSIS(800; 54; 60; 475; 500; ИСТИНА)',
    '=MAX_SELF_DIAGNOSIS(0; 0; 60; 0; 500; ЛОЖЬ; ЛОЖЬ; ЛОЖЬ; ИСТИНА)',
  ),
};
