import { INDICATORS, MAX_INDICATORS } from '../../domain/indicators.ts';
import { WHOLE } from '../../domain/share.ts';
import { STATUS_FACES } from '../../domain/status.ts';
import { DEFAULT_ROAD_MAP } from '../../domain/yardsticks/road-map.ts';
import { VERDICT_LABELS } from '../../text/verdicts.ts';
import { dateCell } from '../cells.ts';
import { KIND_WORDS } from '../checklists/columns.ts';
import { nearEdgeFormula, settingFormula } from '../settings/targets.ts';
import { PRESCHOOL_OUTSIDE, TOGETHER } from '../settings/yardsticks.ts';
import { missingFormula, shareFormula, statusFormula } from './district.ts';
import { SUMMARY_ROWS, summaryRow } from './layout.ts';
import { type Sources, schoolLetter } from './sources.ts';

/**
 * The official yardsticks as rows of «Сводка», equal to `domain/yardsticks/`: the road map's
 * indicators by the stage in force, the monitoring of the month, the levels of the self-diagnosis.
 * Settings are read by their codes; a blank or wrong one stands for what the core takes then.
 */
const NO_DATA = STATUS_FACES['no-data'].label;
const NOT_APPLICABLE = STATUS_FACES['not-applicable'].label;

/** Cells A…H of each row, from the title to the remark. */
export function yardstickRows(sources: Sources, firstRow: number): string[][] {
  const [teachers, parents, students] = MAX_INDICATORS;
  if (teachers === undefined || parents === undefined || students === undefined) return [];
  const { names, school } = sources;
  const setting = (code: string): string => settingFormula(names.settings, code);
  const share = (code: string, otherwise: string): string => {
    const value = setting(code);
    return `IFERROR(IF(AND(ISNUMBER(${value});${value}>0;${value}<=1);ROUND(${value};4);${otherwise});${otherwise})`;
  };
  const isTogether = `LOWER(TRIM(IFERROR(${setting('roadmap.reading')};"")))="${TOGETHER}"`;
  const date = `$B$${SUMMARY_ROWS.date}`;
  const { stage1, stage2 } = DEFAULT_ROAD_MAP;
  const inStage1 = `AND(ISNUMBER(${date});${date}>=${dateCell(stage1.from)};${date}<=${dateCell(stage1.to)})`;
  const inStage2 = (people: 'staff' | 'learners'): string => {
    const from = setting(`roadmap.stage2.${people}.from`);
    const usual = `IF(${from}="";FALSE;${date}>=${dateCell(stage2[people].from)})`;
    return `IF(ISNUMBER(${date});IFERROR(IF(ISNUMBER(${from});${date}>=${from};${usual});FALSE);FALSE)`;
  };
  const target = (stage: 'staff' | 'learners', people: string): string =>
    `IF(${inStage2(stage)};${share(`roadmap.stage2.${stage}`, `${stage2[stage].target}/${WHOLE}`)};` +
    `IF(${inStage1};${people};""))`;
  const maximum = (people: string): string => share(`roadmap.stage1.${people}`, '""');
  const stageText = (stage: 'staff' | 'learners', remark: string): string =>
    `=IF(${inStage2(stage)};"этап 2${remark}";IF(${inStage1};"этап 1";"между этапами цели нет"))`;

  const judged = (row: number): string[] => [
    statusFormula(`D${row}`, `E${row}`, nearEdgeFormula(names.settings, `E${row}`).slice(1)),
    missingFormula(`D${row}`, `E${row}`, `B${row}`, `C${row}`),
  ];
  const [first, second, third, fourth, civil, other, monitoring] = [0, 1, 2, 3, 4, 5, 6].map(
    (index) => firstRow + index,
  ) as [number, number, number, number, number, number, number];
  const sumOf = (row: number): string => `=${shareFormula(`B${row}`, `C${row}`)}`;
  const unless = (formula: string): string => `=IF(${isTogether};"";${formula.replace(/^=/, '')})`;
  const orNotApplicable = (row: number, formula: string): string =>
    `=IF(F${row}="${NOT_APPLICABLE}";F${row};${formula.slice(1)})`;
  const [teachersRow, parentsRow, studentsRow] = [teachers, parents, students].map(summaryRow) as [
    number,
    number,
    number,
  ];
  const learners = learnersSums(sources);
  const pick = (together: string, apart: string): string => `=IF(${isTogether};${together};${apart})`;
  const [staffStatus = '', staffMissing = ''] = judged(first);
  const [secondStatus = '', secondMissing = ''] = judged(second);
  const [thirdStatus = '', thirdMissing = ''] = judged(third);
  const [otherStatus = '', otherMissing = ''] = judged(other);
  const byHand = (row: number, code: string): string[] => {
    const value = setting(code);
    return [
      '',
      '',
      `=IFERROR(IF(AND(ISNUMBER(${value});${value}>=0;${value}<=1);ROUND(${value};4);"");"")`,
      '=1',
      judged(row)[0] ?? '',
      '',
      "'вводится в «Настройках»",
    ];
  };
  const isOther = `IF(LOWER(TRIM(IFERROR(${setting('roadmap.preschool')};"")))="${PRESCHOOL_OUTSIDE}";1;0)`;
  const kinds = school(schoolLetter('вид'));
  const ofKind = (field: 'active' | 'total', kind: string): string => {
    const column = (name: 'active' | 'total' | 'share') => sources.field(teachers, name);
    return `SUMIFS(${column(field)};${column('share')};">=0";${kinds};"${kind}";${sources.ids};"<>")`;
  };
  const outside = (field: 'active' | 'total'): string =>
    `=${ofKind(field, KIND_WORDS.college)}+${ofKind(field, KIND_WORDS.additional)}+${isOther}*${ofKind(field, KIND_WORDS.preschool)}`;
  const countOfKind = (kind: string): string => `COUNTIFS(${kinds};"${kind}";${sources.ids};"<>")`;
  const outsideSchools = `${countOfKind(KIND_WORDS.college)}+${countOfKind(KIND_WORDS.additional)}+${isOther}*${countOfKind(KIND_WORDS.preschool)}`;
  const allSchools = `COUNTIFS(${sources.ids};"<>")`;
  return [
    [
      "'ДК 1. Работники (по педагогам)",
      `=B${teachersRow}`,
      `=C${teachersRow}`,
      sumOf(first),
      `=${target('staff', maximum('staff'))}`,
      orNotApplicable(teachersRow, staffStatus),
      staffMissing,
      stageText('staff', ', после утверждения актов'),
    ],
    [
      pick('"ДК 2. Обучающиеся и родители"', '"ДК 2. Обучающиеся"'),
      pick(learners.active, `B${studentsRow}`),
      pick(learners.total, `C${studentsRow}`),
      sumOf(second),
      `=${target('learners', `IF(${isTogether};${maximum('learners')};${maximum('students')})`)}`,
      pick(secondStatus.slice(1), orNotApplicable(studentsRow, secondStatus).slice(1)),
      secondMissing,
      stageText('learners', ', дата принята'),
    ],
    [
      unless('"ДК 2. Родители"'),
      unless(`B${parentsRow}`),
      unless(`C${parentsRow}`),
      sumOf(third),
      unless(target('learners', maximum('parents'))),
      unless(orNotApplicable(parentsRow, thirdStatus)),
      thirdMissing,
      '',
    ],
    ["'ДК 3. Перешли из VK Мессенджера", ...byHand(fourth, 'roadmap.moved')],
    ["'ДК 4. Госслужащие", ...byHand(civil, 'roadmap.civil-servants')],
    [
      "'ДК 4. Педагоги СПО и допобраз.",
      outside('active'),
      outside('total'),
      sumOf(other),
      '=1',
      `=IF(AND(${allSchools}>0;${outsideSchools}=0);"${NOT_APPLICABLE}";${otherStatus.slice(1)})`,
      otherMissing,
      "'оценка по педагогам",
    ],
    monitoringRow(sources, monitoring, share('monitoring.share-target', '""')),
    levelRow(sources),
  ];
}

/** Students and parents as one group, as `learnersMeasure`: a preschool gives its parents alone. */
function learnersSums(sources: Sources): { readonly active: string; readonly total: string } {
  const [parents, students] = ['max.parents', 'max.students'].map((code) =>
    INDICATORS.find((indicator) => indicator.code === code),
  );
  if (parents === undefined || students === undefined) return { active: '0', total: '0' };
  const column = {
    v: sources.field(parents, 'active'),
    m: sources.field(parents, 'total'),
    u: sources.field(students, 'active'),
    l: sources.field(students, 'total'),
  };
  const ours = `${sources.ids};"<>"`;
  const all = `${column.u};">=0";${column.v};">=0";${column.l};">=0";${column.m};">=0";${ours}`;
  // Nobody at all is no share, whoever is active.
  const nobody = `${column.u};">=0";${column.v};">=0";${column.l};0;${column.m};0;${ours}`;
  const preschool = `${column.l};"${NOT_APPLICABLE}";${column.v};">=0";${column.m};">0";${ours}`;
  const sum = (summed: string, where: string): string => `SUMIFS(${summed};${where})`;
  return {
    active: `${sum(column.u, all)}+${sum(column.v, all)}-${sum(column.u, nobody)}-${sum(column.v, nobody)}+${sum(column.v, preschool)}`,
    total: `${sum(column.l, all)}+${sum(column.m, all)}+${sum(column.m, preschool)}`,
  };
}

/** k of n, m without data, and the range that they leave open. */
function monitoringRow(sources: Sources, row: number, target: string): string[] {
  const verdicts = sources.school(schoolLetter('мониторинг'));
  const count = (label: string): string => `COUNTIFS(${verdicts};"${label}";${sources.ids};"<>")`;
  const blank = count(VERDICT_LABELS['no-data']);
  const [counted, applicable, low, goal] = [`B${row}`, `C${row}`, `D${row}`, `E${row}`];
  const points = `INT(${WHOLE}*(${counted}+${blank})/${applicable})`;
  const high = `${points}/${WHOLE}`;
  // Texts of numbers have the decimal mark of the book's locale, or that of the engine: so it is ours.
  const highText = `INT(${points}/100)&","&RIGHT("0"&MOD(${points};100);2)&" %"`;
  const { met, below } = STATUS_FACES;
  return [
    "'Мониторинг, оценка за месяц: школ",
    `=${count(VERDICT_LABELS.counts)}`,
    `=${counted}+${count(VERDICT_LABELS['does-not-count'])}+${blank}`,
    `=${shareFormula(counted, applicable)}`,
    `=${target}`,
    `=IF(AND(ISNUMBER(${low});ISNUMBER(${goal}));IF(${low}>=${goal};"${met.label}";IF(${high}<${goal};"${below.label}";"${NO_DATA}"));"")`,
    '',
    `=IF(ISNUMBER(${low});"без данных "&${blank}&IF(${blank}>0;", с ними до "&${highText};"");"нет данных")`,
  ];
}

function levelRow(sources: Sources): string[] {
  const levels = sources.school(schoolLetter('8.5'));
  const count = (level: string): string => `COUNTIFS(${levels};${level};${sources.ids};"<>")`;
  const parts = ['3', '2', '1', '0']
    .map((level) => `"уровень ${level}: "&${count(level)}&" · "`)
    .concat(`"не определён: "&${count('"не определён"')}`, `" · нет данных: "&${count('"нет данных"')}`);
  return ["'Критерий 8.5: школ", `=${parts.join('&')}`];
}
