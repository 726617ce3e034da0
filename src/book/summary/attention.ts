import { INVITATION_DAYS } from '../../domain/checklists/due.ts';
import { STEPS } from '../../domain/checklists/steps.ts';
import { columnLetter } from '../../domain/columns.ts';
import { VANISHED } from '../../text/remarks.ts';
import { sheetReference } from '../cells.ts';
import { invitationCountFormulas, schoolCells, stepCountFormulas } from '../checklists/outward.ts';
import { FORMATS } from '../layout.ts';
import { SCHOOL_COLUMNS } from '../schools.ts';
import { shareFormula } from './district.ts';
import {
  ATTENTION_LETTER,
  DATA_FIRST,
  DOUBT_FIELDS,
  INVITATION_FIELDS,
  LIST_LENGTH,
  STEP_FIELDS,
  SUMMARY_ROWS,
} from './layout.ts';
import type { Format, Put } from './put.ts';
import { type Sources, schoolLetter, withoutData } from './sources.ts';
import type { DataCells } from './trend.ts';

/**
 * What needs a person, as lists in the hidden sheet: steps that are stuck (the order of `stuckSteps`
 * of the core), invitations about to lapse (that of `invitationsToWarn`), and data in doubt. A test
 * holds them equal to the core.
 */
export function attentionCells(sources: Sources): DataCells {
  const cells: DataCells = new Map();
  const last = DATA_FIRST + STEPS.length - 1;
  const { step, stuck, invitation, doubt } = ATTENTION_LETTER;
  STEPS.forEach(({ id }, index) => {
    const row = DATA_FIRST + index;
    const counts = stepCountFormulas(sources.checklists, id);
    if (counts === null) return;
    const [open, all] = [`${step('waiting')}${row}`, `${step('applicable')}${row}`];
    const { name, letter } = sources.checklists;
    cells.set(`${step('step')}${row}`, `=${sheetReference(name)}!$${letter(id)}$1`);
    cells.set(`${step('waiting')}${row}`, `=${counts.waiting}`);
    cells.set(`${step('applicable')}${row}`, `=${counts.done}+${open}`);
    // Exact fractions: equal ones are equal numbers.
    cells.set(`${step('share')}${row}`, `=IF(${all}>0;(${all}-${open})/${all};"")`);
    cells.set(`${step('order')}${row}`, '=ROW()');
  });
  const by = (field: (typeof STEP_FIELDS)[number], ascending: 0 | 1): string =>
    `${STEP_FIELDS.indexOf(field) + 1};${ascending}`;
  const block = `$${step('step')}$${DATA_FIRST}:$${step('order')}$${last}`;
  const open = `$${step('waiting')}$${DATA_FIRST}:$${step('waiting')}$${last}`;
  cells.set(
    `${stuck('step')}${DATA_FIRST}`,
    `=IF(COUNTIF(${open};">0")=0;"";SORTN(FILTER(${block};${open}>0);${LIST_LENGTH};0;${by('share', 1)};${by('waiting', 0)};${by('order', 1)}))`,
  );
  invitationLists(sources).forEach((formula, index) => {
    cells.set(`${invitation(INVITATION_FIELDS[index] ?? 'name')}${DATA_FIRST}`, formula);
  });
  doubtLists(sources).forEach((formula, index) => {
    cells.set(`${doubt(DOUBT_FIELDS[index] ?? 'name')}${DATA_FIRST}`, formula);
  });
  return cells;
}

/** The first rows of a list by a key, the smaller first; a tie keeps the order of the sheet. */
function firstOf(values: string, key: string, where: string, count: string): string {
  const filtered = (range: string): string => `FILTER(${range};${where})`;
  return `=IF(${count}=0;"";SORTN(${filtered(values)};${LIST_LENGTH};0;${filtered(key)};1))`;
}

/** Name, people pending, day of sending: from the day of the warning on, while somebody is pending. */
function invitationLists({ checklists }: Sources): string[] {
  const counts = invitationCountFormulas(checklists);
  const cells = (key: 'name' | 'pending' | 'invitedOn'): string => schoolCells(checklists, key) ?? '';
  return (['name', 'pending', 'invitedOn'] as const).map((key) =>
    firstOf(cells(key), cells('invitedOn'), `${counts?.warned}`, `${counts?.expiring}+${counts?.lapsed}`),
  );
}

/** Schools that vanished from the report, then those without data, then other remarks. */
function doubtLists(sources: Sources): string[] {
  const remarks = sources.school(schoolLetter('замечания'));
  const blank = withoutData(sources);
  const doubtful = `(${remarks}<>"")+(${blank})>0`;
  const key = `IF(LEFT(${remarks};${VANISHED.length})="${VANISHED}";0;IF(${blank}>0;1;2))`;
  const texts = `IF(${remarks}<>"";${remarks};"нет данных МАХ")`;
  const where = `${sources.ids}<>"";${doubtful}`;
  const count = `SUMPRODUCT((${sources.ids}<>"")*(${doubtful}))`;
  return [sources.school(columnLetter(SCHOOL_COLUMNS.name - 1)), texts].map((values) =>
    firstOf(values, key, where, count),
  );
}

/** The lists on the page. */
export function putAttention(put: Put, format: Format, { data, checklists }: Sources): void {
  const { attention, doubts } = SUMMARY_ROWS;
  put(attention, 'A', ["'Застрявшие шаги", "'не сдел.", "'из", "'доля", "'Приглашения УБ ЦОК сгорают"]);
  const counts = invitationCountFormulas(checklists);
  put(attention, 'I', ["'ждут", "'до", `="сгорели: "&${counts?.lapsed}&", скоро: "&${counts?.expiring}`]);
  put(doubts, 'A', ["'Данные под вопросом", "'что проверить"]);
  for (let index = 0; index < LIST_LENGTH; index += 1) {
    const at = (letter: string): string => data(`$${letter}$${DATA_FIRST + index}`);
    const { stuck, invitation, doubt } = ATTENTION_LETTER;
    const row = attention + 1 + index;
    put(row, 'A', [
      `=${at(stuck('step'))}`,
      `=${at(stuck('waiting'))}`,
      `=${at(stuck('applicable'))}`,
      `=${shareFormula(`B${row}`, `C${row}`)}`,
      `=IFERROR(${at(invitation('name'))};"")`,
    ]);
    const sent = at(invitation('sent'));
    put(row, 'I', [
      `=IFERROR(${at(invitation('pending'))};"")`,
      `=IF(ISNUMBER(${sent});INT(${sent})+${INVITATION_DAYS};"")`,
      `=IF(ISNUMBER(J${row});IF(J${row}<TODAY();"сгорели";"осталось дней: "&(J${row}-TODAY()));"")`,
    ]);
    format(row, 'D', FORMATS.share);
    format(row, 'J', FORMATS.date);
    put(doubts + 1 + index, 'A', [
      `=IFERROR(${at(doubt('name'))};"")`,
      `=IFERROR(${at(doubt('remark'))};"")`,
    ]);
  }
}
