import { beforeAll, describe, expect, it } from 'vitest';
import { COLUMN_INDEX, COLUMNS, type CountKey } from '../../src/domain/columns.ts';
import type { StatisticsRow } from '../../src/domain/record.ts';
import type { AppsScript } from '../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed, tableOf } from './project.ts';

/** A second opinion on the rules of targets, in exact fractions, sharing nothing with the core. */
interface Expected {
  readonly status: string;
  readonly missing: number | '';
  /** Hundredths of a percent, rounded down. */
  readonly share: bigint | '';
}

const MAX: readonly {
  name: string;
  active: CountKey;
  total: CountKey;
  target: bigint;
  preschool: boolean;
}[] = [
  { name: 'МАХ педагоги', active: 'teachersActive', total: 'teachersTotal', target: 7500n, preschool: true },
  { name: 'МАХ родители', active: 'parentsActive', total: 'parentsTotal', target: 3000n, preschool: true },
  {
    name: 'МАХ обучающиеся',
    active: 'studentsActive',
    total: 'studentsTotal',
    target: 3000n,
    preschool: false,
  },
];

function judge(active: unknown, total: unknown, target: bigint, applies: boolean): Expected {
  if (!applies) return { status: 'не применимо', missing: '', share: '' };
  if (typeof active !== 'number' || typeof total !== 'number' || total === 0) {
    return { status: '— нет данных', missing: '', share: '' };
  }
  const [a, t] = [BigInt(active), BigInt(total)];
  let missing = 0n;
  // The definition itself: the smallest n ≥ 0 with (active + n) · 10000 ≥ target · total.
  while ((a + missing) * 10_000n < target * t) missing += 1n;
  const near = a * 10_000n >= (target - 500n) * t;
  const status = missing === 0n ? '✓ цель' : near ? '● близко' : '▼ ниже';
  return { status, missing: Number(missing), share: (a * 10_000n) / t };
}

function cell(row: StatisticsRow, key: (typeof COLUMNS)[number]['key']): unknown {
  return row[COLUMN_INDEX[key]];
}

function expectStatuses(app: AppsScript, rows: readonly StatisticsRow[]): void {
  const schools = tableOf(app, 'Школы');
  for (const row of rows) {
    const school = schools.get(String(cell(row, 'orgId'))) ?? {};
    const preschool = /дошкольн|детский сад/i.test(String(cell(row, 'orgType')));
    for (const indicator of MAX) {
      const expected = judge(
        cell(row, indicator.active),
        cell(row, indicator.total),
        indicator.target,
        indicator.preschool || !preschool,
      );
      const share = school[`${indicator.name}: доля`];
      expect({
        school: cell(row, 'shortName'),
        indicator: indicator.name,
        status: school[`${indicator.name}: статус`],
        missing: school[`${indicator.name}: ещё чел.`],
        share: typeof share === 'number' ? BigInt(Math.round(share * 10_000)) : share,
      }).toEqual({ school: cell(row, 'shortName'), indicator: indicator.name, ...expected });
    }
  }
}

describe('import of a statistics file', () => {
  let app: AppsScript;
  const [before = [], week = []] = sampleWeeks(130, 2);

  beforeAll(async () => {
    app = openProject();
    await importRows(app, before);
    await importRows(app, week);
  });

  it('judges every school as an independent calculation does', () => {
    expectStatuses(app, week);
  });

  it('shows every kind of status in the sample, so that the comparison above means something', () => {
    const statuses = new Set<unknown>();
    for (const school of tableOf(app, 'Школы').values()) {
      for (const { name } of MAX) statuses.add(school[`${name}: статус`]);
    }
    expect([...statuses].sort()).toEqual(
      ['— нет данных', '● близко', '▼ ниже', '✓ цель', 'не применимо'].sort(),
    );
  });

  it('writes the 25 columns as they came: texts with their zeros, counts as numbers, the date as a date', () => {
    const sheet = sheetNamed(app, 'Статистика');
    const { values, display } = app.view(sheet);
    expect(values[0]?.slice(0, 25)).toEqual(COLUMNS.map((column) => column.heading));
    const rowOf = new Map(display.map((row, index) => [row[COLUMN_INDEX.orgId], index]));
    for (const row of week) {
      const at = rowOf.get(String(cell(row, 'orgId'))) ?? -1;
      COLUMNS.forEach((column, index) => {
        const written = values[at]?.[index];
        if (column.kind === 'date') expect(display[at]?.[index]).toBe('18.11.2026');
        else if (column.kind === 'count') expect(written).toBe(row[index] ?? '');
        else expect(written).toBe(row[index] ?? '');
      });
    }
    expect(week.some((row) => String(cell(row, 'inn')).startsWith('0'))).toBe(true);
  });

  it('colours the status cells by their text', () => {
    const { values, fills } = app.view(sheetNamed(app, 'Школы'));
    const colours: Record<string, string> = {
      '✓ цель': '#a8ddb5',
      '● близко': '#fff3c4',
      '▼ ниже': '#f0998b',
      '— нет данных': '#ececec',
      'не применимо': '#ffffff',
    };
    const columns = (values[0] ?? []).flatMap((heading, index) =>
      /: статус$/.test(String(heading)) ? [index] : [],
    );
    expect(columns).toHaveLength(5);
    values.slice(2).forEach((row, index) => {
      for (const column of columns) {
        const status = String(row[column] ?? '');
        if (status !== '') expect(fills[index + 2]?.[column]).toBe(colours[status]);
      }
    });
  });

  it('keeps a school that the report does not have: marked, its counts emptied', () => {
    const now = new Set(week.map((row) => cell(row, 'orgId')));
    const vanished = before.filter((row) => !now.has(cell(row, 'orgId')));
    expect(vanished.length).toBeGreaterThan(0);
    const statistics = tableOf(app, 'Статистика');
    const schools = tableOf(app, 'Школы');
    for (const row of vanished) {
      const id = String(cell(row, 'orgId'));
      expect(statistics.get(id)).toMatchObject({
        Дата: '',
        'Краткое название': cell(row, 'shortName'),
        ИНН: cell(row, 'inn'),
        'Кол-во активных учителей': '',
      });
      expect(schools.get(id)).toMatchObject({
        замечания: 'нет в отчёте от 18.11.2026',
        'МАХ педагоги: статус': '— нет данных',
      });
    }
  });

  it('tells the change against the report of the week before in percentage points and in people', () => {
    const earlier = new Map(before.map((row) => [cell(row, 'orgId'), row]));
    const schools = tableOf(app, 'Школы');
    let compared = 0;
    for (const row of week) {
      const old = earlier.get(cell(row, 'orgId'));
      const shares = [old, row].map((one) => {
        const [a, t] =
          one === undefined ? [null, null] : [cell(one, 'teachersActive'), cell(one, 'teachersTotal')];
        return typeof a === 'number' && typeof t === 'number' && t > 0 ? Math.floor((a * 10_000) / t) : null;
      });
      const [was, is] = shares;
      const change = schools.get(String(cell(row, 'orgId')))?.['МАХ педагоги: ± за неделю'];
      if (was === null || was === undefined || is === null || is === undefined) expect(change).toBe('');
      else {
        compared += 1;
        expect(change).toBeCloseTo((is - was) / 100, 10);
      }
      const people = schools.get(String(cell(row, 'orgId')))?.['МАХ педагоги: ± чел.'];
      const [had, has] = [
        old === undefined ? null : cell(old, 'teachersActive'),
        cell(row, 'teachersActive'),
      ];
      expect(people).toBe(typeof had === 'number' && typeof has === 'number' ? has - had : '');
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('sums up the district by people, not by means of percents', () => {
    const { values, display } = app.view(sheetNamed(app, 'Сводка'));
    MAX.forEach((indicator, index) => {
      const preschool = (row: StatisticsRow): boolean =>
        /дошкольн|детский сад/i.test(String(cell(row, 'orgType')));
      const counted = week.filter(
        (row) =>
          (indicator.preschool || !preschool(row)) &&
          typeof cell(row, indicator.active) === 'number' &&
          Number(cell(row, indicator.total)) > 0,
      );
      const active = counted.reduce((sum, row) => sum + Number(cell(row, indicator.active)), 0);
      const total = counted.reduce((sum, row) => sum + Number(cell(row, indicator.total)), 0);
      const expected = judge(active, total, indicator.target, true);
      const line = values[index + 1] ?? [];
      expect(line.slice(1, 3)).toEqual([active, total]);
      expect(BigInt(Math.round(Number(line[3]) * 10_000))).toBe(expected.share);
      expect(line.slice(5, 7)).toEqual([expected.status, expected.missing]);
      const schools = [...tableOf(app, 'Школы').values()];
      ['✓ цель', '● близко', '▼ ниже', '— нет данных', 'не применимо'].forEach((label, offset) => {
        const count = schools.filter((school) => school[`${indicator.name}: статус`] === label).length;
        expect(line[8 + offset]).toBe(count);
      });
    });
    expect(display[6]?.slice(0, 2)).toEqual(['Данные на', '18.11.2026']);
  });

  it('is the same book after the same file again', async () => {
    const sheets = ['Статистика', 'Школы', 'История', 'Сводка', 'Настройки'];
    const once = sheets.map((name) => app.view(sheetNamed(app, name)));
    const reply = await importRows(app, week);
    expect(reply).toMatchObject({ ok: true, value: { added: 0, updated: 0, unchanged: week.length } });
    expect(sheets.map((name) => app.view(sheetNamed(app, name)))).toEqual(once);
  });
});

describe('targets', () => {
  it('change number, word and colour together when a person edits one, without a script', async () => {
    const app = openProject();
    const [week = []] = sampleWeeks(40);
    await importRows(app, week);
    const settings = app.view(sheetNamed(app, 'Настройки'));
    const row = settings.values.findIndex((line) => line[0] === 'target.max.teachers') + 1;
    app.calls.reset();
    app.edit('Настройки', `C${row}`, '41,67%');
    expect(app.calls.total).toBe(0);
    const schools = tableOf(app, 'Школы');
    for (const line of week) {
      const expected = judge(cell(line, 'teachersActive'), cell(line, 'teachersTotal'), 4167n, true);
      expect(schools.get(String(cell(line, 'orgId')))).toMatchObject({
        'МАХ педагоги: статус': expected.status,
        'МАХ педагоги: ещё чел.': expected.missing,
      });
    }
    app.edit('Настройки', `C${row}`, '');
    for (const school of tableOf(app, 'Школы').values()) {
      if (school['ID организация'] !== 'ID организация')
        expect(school['МАХ педагоги: статус']).toBe('— нет данных');
    }
  });
});

describe('service calls', () => {
  // `npm run bench` counts them for 2,500 schools too, which takes the emulator minutes.
  it('are the same for 40 and for 240 schools, first import and following ones', async () => {
    const counts: number[][] = [];
    for (const schools of [40, 240]) {
      const app = openProject();
      const [before = [], week = []] = sampleWeeks(schools, 2);
      const row: number[] = [];
      for (const report of [before, week]) {
        app.calls.reset();
        await importRows(app, report);
        row.push(app.calls.total);
      }
      counts.push(row);
    }
    expect(counts[1]).toEqual(counts[0]);
    expect(counts[0]?.[1]).toBeLessThanOrEqual(40);
  });
});
