import { describe, expect, it } from 'vitest';
import {
  COK_COUNT_KEYS,
  type CokCountKey,
  type CokRules,
  cokMeasure,
  DEFAULT_COK_RULES,
} from '../../../src/domain/cok.ts';
import { COLUMN_INDEX } from '../../../src/domain/columns.ts';
import { COK_INDICATORS } from '../../../src/domain/indicators.ts';
import { organisationKind } from '../../../src/domain/organisation.ts';
import { rowToRecord, type StatisticsRow } from '../../../src/domain/record.ts';
import { assess, STATUS_FACES } from '../../../src/domain/status.ts';
import { seededRandom } from '../../../src/sample/random.ts';
import type { AppsScript } from '../../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed, tableOf, withUnknownTypes } from '../project.ts';

type Typed = ReadonlyMap<string, Readonly<Record<CokCountKey, number | null>>>;

/** Rows as a person types them: some cells left empty, some schools left out. */
function typeByHand(app: AppsScript, rows: readonly StatisticsRow[], seed: number): Typed {
  const random = seededRandom(seed);
  const typed = new Map<string, Record<CokCountKey, number | null>>();
  let at = 2;
  for (const row of rows) {
    if (random() < 0.1) continue;
    const id = String(row[COLUMN_INDEX.orgId]);
    app.edit('УБ ЦОК', `A${at}`, `'${id}`);
    const counts: Partial<Record<CokCountKey, number | null>> = {};
    COK_COUNT_KEYS.forEach((key, index) => {
      const count = random() < 0.25 ? null : Math.floor(random() ** 3 * 300);
      counts[key] = count;
      if (count !== null) app.edit('УБ ЦОК', `${'CDEFGH'[index]}${at}`, String(count));
    });
    typed.set(id, counts as Record<CokCountKey, number | null>);
    at += 1;
  }
  return typed;
}

function choose(app: AppsScript, code: string, word: string): void {
  const { values } = app.view(sheetNamed(app, 'Настройки'));
  app.edit('Настройки', `C${values.findIndex((row) => row[0] === code) + 1}`, word);
}

function expectRule(app: AppsScript, rows: readonly StatisticsRow[], typed: Typed, rules: CokRules): void {
  const schools = tableOf(app, 'Школы');
  const seen = new Set<string>();
  for (const row of rows) {
    const record = rowToRecord(row);
    const counts = typed.get(record.orgId);
    const shown = schools.get(record.orgId) ?? {};
    for (const indicator of COK_INDICATORS) {
      const kind = organisationKind(record.orgType);
      const none = {
        teachersTotal: null,
        loggedIn: null,
        assigned: null,
        studentsTotal: null,
        studentsAssigned: null,
        viewed: null,
      };
      const measure = cokMeasure(indicator, counts ?? none, record, kind, rules);
      const expected = assess(measure, { target: indicator.target, near: 500 });
      seen.add(expected.status);
      const name = indicator.shortTitle;
      const share = shown[`${name}: доля`];
      expect({
        school: record.shortName,
        status: shown[`${name}: статус`],
        share: typeof share === 'number' ? Math.round(share * 10_000) : null,
        missing: shown[`${name}: ещё чел.`],
      }).toEqual({
        school: record.shortName,
        status: STATUS_FACES[expected.status].label,
        share: expected.share,
        missing: expected.missing ?? '',
      });
    }
  }
  expect(seen.size).toBeGreaterThan(3);
}

describe('УБ ЦОК in «Школы»', () => {
  it('is judged at once by numbers typed by hand, as the rule of the core judges', async () => {
    const app = openProject();
    const week = withUnknownTypes(sampleWeeks(40)[0] ?? []);
    await importRows(app, week);
    const typed = typeByHand(app, week, 7);
    expectRule(app, week, typed, DEFAULT_COK_RULES);
    choose(app, 'cok.students_of', 'с назначенным уроком');
    choose(app, 'cok.preschool_teachers', 'да');
    choose(app, 'cok.additional', 'нет');
    const rules: CokRules = {
      period: 'cumulative',
      studentsOf: 'assigned',
      preschoolTeachers: true,
      additional: false,
    };
    expectRule(app, week, typed, rules);
  });

  it('stays as it is when the next weekly report of МАХ is imported', async () => {
    const app = openProject();
    const [before = [], week = []] = sampleWeeks(12, 2);
    await importRows(app, before);
    const typed = typeByHand(app, before, 3);
    await importRows(app, week);
    expectRule(app, week, typed, DEFAULT_COK_RULES);
  });

  it('is there again after «УБ ЦОК» was deleted, or is missing in a book of an earlier version', async () => {
    const app = openProject();
    const [week = []] = sampleWeeks(12);
    await importRows(app, week);
    app.hands.deleteSheet('УБ ЦОК');
    await importRows(app, week);
    const typed = typeByHand(app, week, 5);
    expectRule(app, week, typed, DEFAULT_COK_RULES);
  });

  it('has no data where a percent was typed for a count', async () => {
    const app = openProject();
    const [week = []] = sampleWeeks(3);
    await importRows(app, week);
    const id = String(week[0]?.[COLUMN_INDEX.orgId]);
    app.edit('УБ ЦОК', 'A2', `'${id}`);
    app.edit('УБ ЦОК', 'E2', '45%');
    const shown = tableOf(app, 'Школы').get(id);
    expect(shown).toMatchObject({
      'УБ ЦОК педагоги: назначили': '',
      'УБ ЦОК педагоги: статус': '— нет данных',
    });
    expect(() => app.edit('УБ ЦОК', 'E2', 'много')).toThrow();
  });
});
