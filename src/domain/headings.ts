/**
 * Exact headings of the export by which a school, a date and the counts are found in a table. Apart
 * from the table of columns, whose meanings a function in a cell does not need.
 */
export const HEADINGS = {
  date: 'Дата',
  shortName: 'Краткое название',
  orgType: 'Тип ОО',
  orgId: 'ID организация',
  teachersTotal: 'Учителей в школе всего',
  studentsTotal: 'Учеников в школе всего',
  parentsTotal: 'Родителей в школе всего',
  teachersRegistered: 'Учителей зарегистрировано в Сферум',
  teachersLinked: 'Кол-во учителей, связавших аккаунты ЭЖД',
  studentsRegistered: 'Учеников зарегистрировано в Сферум',
  studentsLinked: 'Кол-во учеников, связавших аккаунты ЭЖД',
  parentsRegistered: 'Родителей зарегистрировано в Сферум',
  parentsLinked: 'Кол-во родителей, связавших аккаунты ЭЖД',
  studentsActive: 'Активные ученики',
  parentsActive: 'Активные родители',
  teachersActive: 'Кол-во активных учителей',
} as const;

/** Headings of the sheet «УБ ЦОК»; the same counts stand under them in «История». */
export const COK_HEADINGS = {
  teachersTotal: 'Педагогов всего',
  assigned: 'Назначили',
  studentsTotal: 'Обучающихся всего',
  viewed: 'Просмотрели',
} as const;
