import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHECKLISTS_LAYOUT, NEW_COLUMNS } from '../../../src/book/checklists/columns.ts';
import { LIST_LENGTH, SUMMARY_DATA_LAYOUT, SUMMARY_ROWS } from '../../../src/book/summary/layout.ts';
import { addDays, daysBetween } from '../../../src/domain/calendar.ts';
import { stuckSteps } from '../../../src/domain/checklists/district.ts';
import { invitationsToWarn } from '../../../src/domain/checklists/due.ts';
import { duePromises } from '../../../src/domain/checklists/promises.ts';
import { STEPS } from '../../../src/domain/checklists/steps.ts';
import { columnLetter } from '../../../src/domain/columns.ts';
import { MAX_INDICATORS } from '../../../src/domain/indicators.ts';
import type { Reply } from '../../../src/server/contract.ts';
import type { ChecklistState } from '../../../src/server/contract-checklists.ts';
import { type ChecklistSchool, createSchoolList } from '../../../src/sidebar/checklists/school-list.ts';
import { formatDate } from '../../../src/text/numbers.ts';
import { stepName } from '../../../src/text/step-titles.ts';
import type { AppsScript } from '../../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed } from '../project.ts';
import { summaryValues } from './district.ts';

const SCHOOLS = 24;
const FIRST = CHECKLISTS_LAYOUT.firstRow;
const TODAY = '2026-11-20';
const NOW = (): Date => new Date(`${TODAY}T09:00:00Z`);

function letter(key: Parameters<(typeof NEW_COLUMNS)['get']>[0]): string {
  return columnLetter((NEW_COLUMNS.get(key) ?? 0) - 1);
}

/** What the sidebar reads of the same book. */
async function schoolsOf(app: AppsScript): Promise<readonly ChecklistSchool[]> {
  const reply = (await app.clientRun('sidebarReadChecklists', {})) as Reply<ChecklistState>;
  if (!reply.ok) throw new Error(reply.issue.code);
  return createSchoolList(reply.value).all();
}

function listAt(app: AppsScript, row: number): readonly (readonly unknown[])[] {
  return summaryValues(app).slice(row, row + LIST_LENGTH);
}

describe('what needs attention, in «Сводка»', () => {
  let app: AppsScript;
  const [before = [], week = []] = sampleWeeks(SCHOOLS, 2);
  beforeAll(async () => {
    app = openProject({ now: NOW });
    await importRows(app, before);
    await importRows(app, week);
  });

  async function expectStuck(): Promise<void> {
    const schools = (await schoolsOf(app)).map(({ id, reading }) => ({ school: id, states: reading.states }));
    const stuck = stuckSteps(schools).slice(0, LIST_LENGTH);
    expect(stuck).toHaveLength(LIST_LENGTH);
    expect(listAt(app, SUMMARY_ROWS.attention).map((row) => row.slice(0, 3))).toEqual(
      stuck.map(({ step, waiting, applicable }) => [stepName(step), waiting.length, applicable]),
    );
  }

  it('are the stuck steps of the core, whatever the cells say', async () => {
    await expectStuck();
    const cells = fc.sample(
      fc.array(fc.constantFrom('ИСТИНА', 'ИСТИНА', 'ЛОЖЬ'), {
        minLength: SCHOOLS,
        maxLength: SCHOOLS,
      }),
      { numRuns: STEPS.length, seed: 7 },
    );
    STEPS.forEach(({ id, period }, index) => {
      const column = (cells[index] ?? []).map((cell) => [cell]);
      app.hands.paste('Чек-листы', `${letter(id)}${FIRST}`, column);
      if (period === 'report') {
        const days = column.map((_, row) => [['', '17.11.2026', '19.11.2026', '01.12.2026'][row % 4] ?? '']);
        app.hands.paste('Чек-листы', `${letter(`checked.${id}`)}${FIRST}`, days);
      }
    });
    const exceptions = Array.from({ length: SCHOOLS }, (_, row) => [['', 'О1, О3', 'И4; Ц2'][row % 3] ?? '']);
    app.hands.paste('Чек-листы', `${letter('exceptions')}${FIRST}`, exceptions);
    await expectStuck();
  });

  it('are the invitations that have lapsed or are about to', async () => {
    const schools = await schoolsOf(app);
    const ages = [0, 49, 50, 59, 60, 61, 90, 55, 55, 70];
    const pending = ['5', '5', '1', '', '3', '2', '0', 'много', '4', '7'];
    const sent = ages.map((age) => [formatDate(addDays(TODAY, -age))]);
    app.hands.paste('Чек-листы', `${letter('invitedOn')}${FIRST}`, [...sent, ['давно']]);
    app.hands.paste(
      'Чек-листы',
      `${letter('pending')}${FIRST}`,
      pending.map((text) => [text]),
    );
    const read = (await schoolsOf(app)).map(({ name, reading }) => ({
      school: name,
      invitations: reading.invitations,
    }));
    const warned = invitationsToWarn(read, TODAY).slice(0, LIST_LENGTH);
    expect(schools.length).toBeGreaterThan(ages.length);
    expect(warned).toHaveLength(LIST_LENGTH);
    expect(listAt(app, SUMMARY_ROWS.attention).map((row) => [row[4], row[10]])).toEqual(
      warned.map(({ school, deadline }) => [
        school,
        deadline.is === 'void' ? 'сгорели' : `осталось дней: ${deadline.left}`,
      ]),
    );
  });

  it('are the promises whose day has come, the longest overdue first', async () => {
    const comments = [
      'обещали до 18.11.2026: заполнят расписание',
      'звонили; Обещали до 20.11 — чат «Учительская»',
      'обещали до 30.11.2026: позже; обещали до 05.11.26, локальный акт',
      'обещали до 31.12: обучение педагогов',
      'обещали до 2026-11-19',
      'обещали до пятницы: ответят',
      'обещали до 21.11.2026',
      'обещали до 31.02.2026: нет такого дня',
      'обещали до 10.11: первое\nОБЕЩАЛИ ДО 01.10.2026: второе; обещали до 15.10: третье',
    ];
    app.hands.paste(
      'Чек-листы',
      `${letter('comment')}${FIRST}`,
      comments.map((comment) => [comment]),
    );
    const read = (await schoolsOf(app)).map(({ name, reading }) => ({
      school: name,
      promises: reading.promises,
    }));
    const seen = new Set<string>();
    const due = duePromises(read, TODAY).filter(
      ({ school }) => !seen.has(school) && seen.add(school).has(school),
    );
    expect(due.map(({ until }) => until)).toEqual([
      '2026-10-01',
      '2026-11-05',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
    ]);
    expect(listAt(app, SUMMARY_ROWS.promises).map((row) => [row[0], row[2], row[4]])).toEqual(
      due.map(({ school, until, what }) => [
        school,
        until === TODAY ? 'сегодня' : `дней: ${daysBetween(until, TODAY)}`,
        what,
      ]),
    );
  });

  it('are the schools whose data a person should check, those missing in the report first', () => {
    const { values } = app.view(sheetNamed(app, 'Школы'));
    const headings = (values[0] ?? []).map(String);
    const remarks = headings.indexOf('замечания');
    const statuses = MAX_INDICATORS.map(({ shortTitle }) => headings.indexOf(`${shortTitle}: статус`));
    expect(statuses).not.toContain(-1);
    const rank = (row: readonly unknown[]): number => {
      if (String(row[remarks]).startsWith('нет в отчёте')) return 0;
      return statuses.some((column) => row[column] === '— нет данных') ? 1 : 2;
    };
    const doubtful = values
      .slice(2)
      .filter((row) => String(row[0]) !== '' && (row[remarks] !== '' || rank(row) < 2))
      .map((row) => ({ row, rank: rank(row) }))
      .sort((one, other) => one.rank - other.rank);
    expect(doubtful.length).toBeGreaterThan(LIST_LENGTH);
    expect(new Set(doubtful.slice(0, LIST_LENGTH).map((one) => one.rank)).size).toBeGreaterThan(1);
    expect(listAt(app, SUMMARY_ROWS.doubts).map((row) => [row[0], row[1]])).toEqual(
      doubtful
        .slice(0, LIST_LENGTH)
        .map(({ row }) => [row[1], row[remarks] === '' ? 'нет данных МАХ' : row[remarks]]),
    );
  });

  it('follow columns that people insert and a sheet that they rename, and are found again when made anew', async () => {
    const shown = (): unknown[] => listAt(app, SUMMARY_ROWS.attention).map((row) => row.slice(0, 11));
    const found = shown();
    app.hands.insertColumns('Чек-листы', 3, 2);
    app.hands.insertColumns('Чек-листы', (NEW_COLUMNS.get('cok.export') ?? 0) + 2, 1);
    app.hands.renameSheet('Чек-листы', 'Шаги района');
    // Opened anew, so that the engine holds nothing from before the columns moved.
    app = openProject({ now: NOW, book: app.book.save() });
    expect(shown()).toEqual(found);
    app.hands.deleteSheet('Сводка');
    app.hands.deleteSheet(SUMMARY_DATA_LAYOUT.name);
    await importRows(app, week);
    expect(shown()).toEqual(found);
  });
});
