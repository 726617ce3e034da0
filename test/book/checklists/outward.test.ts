import { expect, it } from 'vitest';
import { NEW_COLUMNS } from '../../../src/book/checklists/columns.ts';
import {
  invitationCountFormulas,
  placeAt,
  schoolProgressFormula,
  stepCountFormulas,
} from '../../../src/book/checklists/outward.ts';
import { importRows, openProject, sampleWeeks } from '../project.ts';

const SHEET = 'Чек-листы';
const MINE = 'Моё';
const PLACE = placeAt(SHEET, NEW_COLUMNS);
const BARE = placeAt(SHEET, new Map());

it('other sheets count steps, invitations and progress as «Чек-листы» shows them', async () => {
  const app = openProject({ now: () => new Date('2026-11-24T09:00:00Z') });
  const [week = []] = sampleWeeks(5, 1, 3);
  await importRows(app, week);
  app.hands.addSheet(MINE);
  const counts = stepCountFormulas(PLACE, 'integration.smir');
  const invitations = invitationCountFormulas(PLACE);
  if (counts === null || invitations === null) throw new Error('no formulas');
  const formulas = [
    schoolProgressFormula(PLACE, 'E1'),
    counts.done,
    counts.waiting,
    invitations.expiring,
    invitations.lapsed,
    `IFERROR(FILTER('${SHEET}'!$A$3:$A;${invitations.warned});"")`,
  ].map((formula) => `=${formula}`);
  app.hands.type(MINE, 'E1', `'${week[0]?.[7]}`);
  for (const [index, formula] of formulas.entries()) app.hands.type(MINE, `A${index + 1}`, formula);
  app.hands.type(MINE, 'B8', 'ниже');
  const seen = (): unknown[] =>
    app.view(app.book.sheets.find(({ name }) => name === MINE)?.id ?? 0).values.map(([cell]) => cell);

  const rows = week.length;
  const [progress, done, waiting] = seen();
  expect(progress).toMatch(/^0 из \d+ · 0 %$/);
  expect(done).toBe(0);
  expect(Number(waiting)).toBeGreaterThan(0);

  // One tick; invitations sent 49, 50, 60 and 61 days ago, and one that nobody waits for any more.
  app.hands.type(SHEET, 'N3', 'ИСТИНА');
  const letter = { sent: 'AS', pending: 'AT' };
  const { values } = app.view(app.book.sheets.find(({ name }) => name === SHEET)?.id ?? 0);
  expect(values[0]?.slice(44, 46)).toEqual(['приглашения: дата', 'приглашения: ждут']);
  const sent = ['06.10.2026', '05.10.2026', '25.09.2026', '24.09.2026', '01.09.2026'];
  for (const [index, day] of sent.slice(0, rows).entries())
    app.hands.type(SHEET, `${letter.sent}${index + 3}`, day);
  app.hands.type(SHEET, `${letter.pending}7`, '0');
  const after = seen();
  expect(after[0]).toMatch(/^1 из \d+ · \d+ %$/);
  expect(after.slice(1, 3)).toEqual([1, Number(waiting) - 1]);
  expect(after.slice(3)).toEqual([2, 1, ...week.slice(1, 4).map((row) => row[7])]);

  // People insert columns and delete ours.
  app.hands.insertColumns(SHEET, 3);
  expect(seen()).toEqual(after);
  app.hands.type(MINE, 'E1', 'нет такой');
  expect(seen()[0]).toBe('');
  expect(stepCountFormulas(BARE, 'integration.smir')).toBeNull();
  expect(invitationCountFormulas(BARE)).toBeNull();
  expect(schoolProgressFormula(BARE, 'E1')).toBe('""');
});
