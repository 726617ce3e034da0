import { beforeAll, describe, expect, it } from 'vitest';
import { columnAt, SCHOOL_COLUMNS, SCHOOLS_LAYOUT } from '../../src/book/schools.ts';
import { summaryRow } from '../../src/book/summary/layout.ts';
import * as cells from '../../src/cells/entry.ts';
import { assessMax, MAX_INDICATORS } from '../../src/domain/indicators.ts';
import { DEFAULT_KIND_WORDS, organisationKind } from '../../src/domain/organisation.ts';
import { overallStatus } from '../../src/domain/overall.ts';
import { recordToRow, type StatisticsRecord } from '../../src/domain/record.ts';
import { WHOLE } from '../../src/domain/share.ts';
import { STATUS_FACES, STATUSES, type Status } from '../../src/domain/status.ts';
import { DEFAULT_DATED_TARGETS, targetsOn } from '../../src/domain/yardsticks/dated-targets.ts';
import { monitorOrganisation } from '../../src/domain/yardsticks/monitoring.ts';
import { type SelfDiagnosisTicks, selfDiagnosis } from '../../src/domain/yardsticks/self-diagnosis.ts';
import { seededRandom } from '../../src/sample/random.ts';
import { statusCountsOf } from '../../src/sidebar/preview.ts';
import { levelText } from '../../src/text/levels.ts';
import { schoolMessage } from '../../src/text/messages/school.ts';
import { selfDiagnosisText } from '../../src/text/self-diagnosis.ts';
import { VERDICT_LABELS } from '../../src/text/verdicts.ts';
import { monitoringText } from '../../src/text/yardsticks.ts';
import type { AppsScript, SheetView } from '../../workbench/apps-script/environment.ts';
import { recordWith } from '../domain/record-builder.ts';
import { DEFAULTS, factsOf } from '../text/messages/support.ts';
import { importRows, openProject, sheetNamed } from './project.ts';

const DISTRICTS = 1000;
/** Of each district one school, so many stand in a book: what the engine calculates in time. */
const IN_BOOK = 120;
const TYPES = [
  'Общеобразовательная организация',
  'Дошкольная образовательная организация',
  'Организация дополнительного образования',
  'Профессиональная образовательная организация',
  'Иное',
  '',
];

const SPECIAL_SHARES = [0.25, 0.3, 0.7, 0.75, 0.8, 0.95, 1];

function oneOf<T>(random: () => number, values: readonly T[], fallback: T): T {
  return values[Math.floor(random() * values.length)] ?? fallback;
}

/** Few people, so that shares fall on the targets and on the edges of the bands often; blanks and zeros. */
function randomSchool(random: () => number, orgId: string, date: string): StatisticsRecord {
  const part = (all: number | null): number | null => {
    if (random() < 0.05) return null;
    const share = random() < 0.5 ? oneOf(random, SPECIAL_SHARES, 1) : random() * 1.1;
    return Math.round((all ?? 20) * share);
  };
  const group = () => {
    const all = random() < 0.08 ? null : Math.floor(random() * 41);
    return { all, registered: part(all), active: part(all) };
  };
  const [teachers, students, parents] = [group(), group(), group()];
  return recordWith({
    date,
    orgId,
    orgType: random() < 0.5 ? 'Общеобразовательная организация' : oneOf(random, TYPES, ''),
    registeredTotal: random() < 0.1 ? null : Math.floor(random() * 4) * 50,
    teachersTotal: teachers.all,
    teachersRegistered: teachers.registered,
    teachersActive: teachers.active,
    studentsTotal: students.all,
    studentsRegistered: students.registered,
    studentsActive: students.active,
    parentsTotal: parents.all,
    parentsActive: parents.active,
  });
}

/** Parents at the edges of the target 30 % and of the band below it: rounded down, never up. */
const EDGES: readonly (readonly [active: number, total: number, status: Status])[] = [
  [300, 1000, 'met'],
  [2995, 10_000, 'near'],
  [29_999, 100_000, 'near'],
  [250, 1000, 'near'],
  [24_999, 100_000, 'below'],
];

/** A target of teachers that holds for the second report and not for the first. */
const DATED = {
  ...DEFAULT_DATED_TARGETS,
  rows: [
    ...DEFAULT_DATED_TARGETS.rows,
    { code: 'max.teachers' as const, from: '2026-11-15', target: 8000 },
    { code: 'max.teachers' as const, from: '2026-12-01', target: 9900 },
  ],
};

const TICK_KEYS = ['notRegistered', 'structure', 'communities', 'activeUse'] as const;
const FILLS = new Map<unknown, unknown>(
  STATUSES.map((status) => [STATUS_FACES[status].label, STATUS_FACES[status].fill ?? '#ffffff']),
);

describe('1,000 random districts', () => {
  it('have the same status by the rule, the cell function and the sidebar', () => {
    const random = seededRandom(20261124);
    const targets = targetsOn(DATED, '2026-11-18');
    for (let district = 0; district < DISTRICTS; district += 1) {
      const schools = Array.from({ length: 5 }, (_, at) => randomSchool(random, String(at), '2026-11-18'));
      const counts = statusCountsOf(schools, { targets, kindWords: DEFAULT_KIND_WORDS });
      const byRule = schools.map((record) => assessMax(record, organisationKind(record.orgType), targets));
      MAX_INDICATORS.forEach((_, index) => {
        const words = byRule.map((assessments) => {
          const { status, share, target } = assessments[index] ?? {
            status: 'no-data',
            share: null,
            target: null,
          };
          const { label } = STATUS_FACES[status];
          if (share !== null && target !== null)
            expect(cells.MAX_STATUS(share / WHOLE, target / WHOLE)).toBe(label);
          return label;
        });
        for (const status of STATUSES) {
          const { label } = STATUS_FACES[status];
          expect(words.filter((word) => word === label)).toHaveLength(counts[index]?.counts[status] ?? -1);
        }
      });
    }
  });
});

describe('«Школы» of random districts', () => {
  let app: AppsScript;
  /** Schools of each district in the second report. */
  let districts: StatisticsRecord[][];
  let before: Map<string, StatisticsRecord>;
  let shown: Map<string, Record<string, unknown>>;
  let ticks: Map<string, SelfDiagnosisTicks>;
  let view: SheetView;

  beforeAll(async () => {
    const random = seededRandom(20261118);
    districts = Array.from({ length: IN_BOOK }, (_, district) => {
      const record = randomSchool(random, String(district), '2026-11-18');
      const [parentsActive, parentsTotal] = EDGES[district] ?? [record.parentsActive, record.parentsTotal];
      return [{ ...record, parentsActive, parentsTotal }];
    });
    const schools = districts.flat();
    before = new Map(
      schools.map(({ orgId, orgType }) => [orgId, { ...randomSchool(random, orgId, '2026-11-11'), orgType }]),
    );
    app = openProject();
    await importRows(app, [...before.values()].map(recordToRow));
    await importRows(app, schools.map(recordToRow));
    const { values } = app.view(sheetNamed(app, 'Настройки'));
    app.hands.paste('Настройки', `A${values.length + 1}`, [
      ['target.max.teachers', '', '80%', '', '15.11.2026'],
      ['target.max.teachers', '', '99%', '', '01.12.2026'],
    ]);
    ticks = new Map(
      schools.map(({ orgId }) => {
        const tick = (share: number): boolean => random() < share;
        return [
          orgId,
          { notRegistered: tick(0.1), structure: tick(0.8), communities: tick(0.6), activeUse: tick(0.6) },
        ];
      }),
    );
    // A new book: its schools stand in the order of the first import.
    app.hands.paste(
      'Школы',
      `${columnAt(SCHOOL_COLUMNS.ticks)}${SCHOOLS_LAYOUT.firstRow}`,
      schools.map(({ orgId }) => TICK_KEYS.map((key) => (ticks.get(orgId)?.[key] === true ? 'ИСТИНА' : ''))),
    );
    view = app.view(sheetNamed(app, 'Школы'));
    const headings = (view.values[0] ?? []).map(String);
    shown = new Map(
      view.values
        .slice(2)
        .map((row) => [
          String(row[0]),
          Object.fromEntries(headings.map((heading, at) => [heading, row[at]])),
        ]),
    );
  }, 300_000);

  it('have status words that are those of the rule, the cell function and the sidebar, in their colours', () => {
    const targets = targetsOn(DATED, '2026-11-18');
    expect(targets.byIndicator['max.teachers']).toBe(8000);
    const seen = new Set<unknown>();
    for (const schools of districts) {
      const counts = statusCountsOf(schools, { targets, kindWords: DEFAULT_KIND_WORDS });
      MAX_INDICATORS.forEach((indicator, index) => {
        const words = schools.map(({ orgId }) => shown.get(orgId)?.[`${indicator.shortTitle}: статус`]);
        for (const status of STATUSES) {
          const { label } = STATUS_FACES[status];
          expect(words.filter((word) => word === label)).toHaveLength(counts[index]?.counts[status] ?? -1);
        }
      });
      for (const record of schools) {
        const kind = organisationKind(record.orgType);
        const row = shown.get(record.orgId) ?? {};
        const assessments = assessMax(record, kind, targets);
        for (const { indicator, status, share, target, missing } of assessments) {
          const name = indicator.shortTitle;
          const word = row[`${name}: статус`];
          seen.add(word);
          const function_ =
            share === null || target === null
              ? STATUS_FACES[status].label
              : cells.MAX_STATUS(row[`${name}: доля`], target / WHOLE);
          expect([record, word, function_, row[`${name}: ещё чел.`]]).toEqual([
            record,
            STATUS_FACES[status].label,
            STATUS_FACES[status].label,
            missing ?? '',
          ]);
        }
        expect([record, row.итог]).toEqual([record, STATUS_FACES[overallStatus(assessments)].label]);
      }
    }
    expect(seen.size).toBe(STATUSES.length);
    expect(EDGES.map((_, orgId) => shown.get(String(orgId))?.['МАХ родители: статус'])).toEqual(
      EDGES.map(([, , status]) => STATUS_FACES[status].label),
    );
    const { values, fills } = view;
    (values[0] ?? []).forEach((heading, column) => {
      if (!/статус$|^итог$/.test(String(heading))) return;
      for (let row = 2; row < values.length; row += 1) {
        const word = values[row]?.[column];
        if (word !== '') expect(fills[row]?.[column]).toBe(FILLS.get(word));
      }
    });
  });

  it('are the counts of «Сводка»; a text to a school names as missed what its row shows below or near', () => {
    const targets = targetsOn(DATED, '2026-11-18');
    const schools = districts.flat();
    const summary = app.view(sheetNamed(app, 'Сводка'), { row: 1, column: 1, rows: 6, columns: 13 }).values;
    const counts = statusCountsOf(schools, { targets, kindWords: DEFAULT_KIND_WORDS });
    expect(MAX_INDICATORS.map((indicator) => summary[summaryRow(indicator) - 1]?.slice(8))).toEqual(
      counts.map((row) => STATUSES.map((status) => row.counts[status])),
    );
    const abouts = new Set<string>();
    for (const record of schools) {
      const facts = factsOf(record, targets);
      const { about, missed } = schoolMessage(facts, { tone: 'reminder', templates: DEFAULTS });
      abouts.add(about);
      const row = shown.get(record.orgId) ?? {};
      const short = [STATUS_FACES.near.label, STATUS_FACES.below.label];
      expect([record, missed.map(({ indicator }) => indicator.code)]).toEqual([
        record,
        MAX_INDICATORS.filter(({ shortTitle }) => short.includes(String(row[`${shortTitle}: статус`]))).map(
          ({ code }) => code,
        ),
      ]);
    }
    expect(abouts).toEqual(new Set(['missed', 'thanks', 'no-data']));
  });

  it('have verdicts of the month, with the reason, that are those of the rule and of the cell function', () => {
    const seen = new Set<unknown>();
    for (const record of districts.flat()) {
      const kind = organisationKind(record.orgType);
      const earlier = before.get(record.orgId);
      const reports = [record, ...(earlier === undefined ? [] : [earlier])];
      const dated = reports.map((counts) => ({ date: counts.date, counts }));
      const monitoring = monitorOrganisation(dated, kind, '2026-11');
      const row = shown.get(record.orgId) ?? {};
      seen.add(row.мониторинг);
      const shareOf = (people: string): number | string => {
        const best = monitoring.parts.find((part) => part.people === people)?.best;
        return best === null || best === undefined ? '' : best.share / WHOLE;
      };
      expect([record, row.мониторинг, row['мониторинг: почему']]).toEqual([
        record,
        VERDICT_LABELS[monitoring.verdict],
        monitoringText(monitoring, '2026-11'),
      ]);
      expect(
        cells.MAX_ORG_COUNTS(shareOf('teachers'), shareOf('parents'), shareOf('students'), record.orgType),
      ).toBe(row.мониторинг);
    }
    expect(seen).toEqual(new Set(['засчитана', 'не засчитана', 'нет данных']));
  });

  it('have levels 8.5, with the reason, that are those of the rule and of the cell function', () => {
    const seen = new Set<unknown>();
    for (const record of districts.flat()) {
      const kind = organisationKind(record.orgType);
      const school = ticks.get(record.orgId);
      if (school === undefined) throw new Error(record.orgId);
      const diagnosis = selfDiagnosis(kind, record, school);
      const row = shown.get(record.orgId) ?? {};
      seen.add(row['8.5']);
      expect([record, school, row['8.5'], `${row['8.5']}: ${row['8.5: почему']}`]).toEqual([
        record,
        school,
        diagnosis.level ?? levelText(diagnosis),
        selfDiagnosisText(diagnosis).replace(/^уровень /, ''),
      ]);
      if (kind !== 'school') continue;
      expect(
        cells.MAX_SELF_DIAGNOSIS(
          record.registeredTotal ?? '',
          record.teachersRegistered ?? '',
          record.teachersTotal ?? '',
          record.studentsRegistered ?? '',
          record.studentsTotal ?? '',
          school.structure,
          school.communities,
          school.activeUse,
          school.notRegistered,
        ),
      ).toBe(row['8.5']);
    }
    expect(seen.size).toBeGreaterThan(4);
  });

  it('flags small groups', () => {
    for (const record of districts.flat()) {
      const remarks = String(shown.get(record.orgId)?.замечания);
      const small = record.teachersTotal !== null && record.teachersTotal > 0 && record.teachersTotal < 10;
      expect([record, remarks.includes('МАХ педагоги: мало людей')]).toEqual([record, small]);
    }
  });
});
