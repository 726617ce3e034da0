import { describe, expect, it } from 'vitest';
import { assessCok } from '../../../src/domain/assess-cok.ts';
import { DEFAULT_COK_RULES } from '../../../src/domain/cok.ts';
import { growthOf } from '../../../src/domain/growth.ts';
import { DEFAULT_TARGETS, type Targets } from '../../../src/domain/indicators.ts';
import type { StatisticsRecord } from '../../../src/domain/record.ts';
import { STAGE_COUNT } from '../../../src/domain/stage-counts.ts';
import { sampleCok } from '../../../src/sample/cok.ts';
import { sampleDistrict } from '../../../src/sample/district.ts';
import { breachesOf } from '../../../src/text/guard/guard.ts';
import { districtMessage, districtRows } from '../../../src/text/messages/district.ts';
import type { SchoolFacts } from '../../../src/text/messages/facts.ts';
import { messageBreaches, schoolMessage, thanksMessage } from '../../../src/text/messages/school.ts';
import { TONES } from '../../../src/text/messages/templates.ts';
import { formatCount, formatDate, formatShare } from '../../../src/text/numbers.ts';
import { DEFAULTS, factsOf } from './support.ts';

const DISTRICTS = 1000;
const SCHOOLS = 4;

/** Targets that move with the seed, so that texts of every mixture of met and missed come about. */
function targetsOf(seed: number): Targets {
  const steps = [1000, 3000, 5000, 7500, 9999];
  const pick = (shift: number): number => steps[(seed + shift) % steps.length] ?? 3000;
  return {
    ...DEFAULT_TARGETS,
    byIndicator: {
      ...DEFAULT_TARGETS.byIndicator,
      'max.teachers': pick(0),
      'max.parents': pick(1),
      'max.students': pick(3),
    },
  };
}

const FIXED = ['7', '8', '9', '100', '24', '30', '60', '5', '4', '1', '2', '3', '6'];

/** Numbers of a text, each as it is written, without groups of digits. */
function numbersIn(text: string): string[] {
  return text.replace(/(\d)[\u00a0](?=\d{3})/g, '$1').match(/\d+(?:,\d+)?/g) ?? [];
}

function plain(text: string): string[] {
  return numbersIn(text);
}

/** All numbers that a school's row, its targets and the fixed words hold. */
function allowed({ record, assessments }: SchoolFacts): Set<string> {
  const numbers = new Set(FIXED);
  const add = (text: string): void => {
    for (const number of plain(text)) numbers.add(number);
  };
  add(record.shortName);
  add(record.orgId);
  add(formatDate(record.date));
  for (const value of Object.values(record)) if (typeof value === 'number') add(formatCount(value));
  for (const { share, target, missing, indicator, measure } of assessments) {
    for (const count of [measure.active, measure.total]) if (count !== null) add(formatCount(count));
    if (share !== null) add(formatShare(share));
    if (target !== null) add(formatShare(target));
    // Of families nobody is asked for.
    if (missing !== null && indicator.group === 'teachers') add(formatCount(missing));
  }
  return numbers;
}

describe(`the texts of ${DISTRICTS} random districts`, () => {
  it('pass the guard and name only numbers that are in the table', () => {
    let lagging = 0;
    for (let seed = 1; seed <= DISTRICTS; seed += 1) {
      const targets = targetsOf(seed);
      const [before = [], now = []] = sampleDistrict({
        schools: SCHOOLS,
        weeks: 2,
        seed,
        lastDate: '2026-11-18',
      });
      const earlier = new Map(before.map((record) => [record.orgId, record]));
      const cok = new Map(sampleCok(now, 0).map((row) => [row.id, row]));
      const schools = now.map((record) => {
        const facts = factsOf(record, targets);
        const judged = assessCok(record, cok.get(record.orgId), facts.kind, targets, DEFAULT_COK_RULES);
        return { ...facts, assessments: [...facts.assessments, ...judged], cokDate: record.date };
      });
      for (const school of schools) {
        const was = earlier.get(school.record.orgId);
        const growth = growthOf(school.assessments, ({ source, group }) =>
          source === 'cok' ? null : countsOf(was, group),
        );
        const setting = { tone: TONES[seed % TONES.length] ?? 'reminder', templates: DEFAULTS };
        const message = schoolMessage(school, setting, growth);
        const thanks = thanksMessage(school, setting, growth);
        if (message.about === 'missed') lagging += 1;
        const known = allowed(school);
        for (const row of growth) for (const number of plain(formatShare(row.before))) known.add(number);
        for (const text of [message.text, thanks.text]) {
          const strange = numbersIn(text).filter((number) => !known.has(number));
          if (strange.length > 0 || messageBreaches(text, school).length > 0) {
            expect({ seed, text, strange, breaches: messageBreaches(text, school) }).toBeNull();
          }
        }
      }
      checkDistrict(schools, targets, seed);
    }
    expect(lagging).toBeGreaterThan(DISTRICTS);
  });
});

function countsOf(record: StatisticsRecord | undefined, group: keyof typeof STAGE_COUNT) {
  if (record === undefined) return null;
  const keys = STAGE_COUNT[group];
  return { active: record[keys.active], total: record[keys.total] };
}

/** The district's message passes the guard, holds only the district's numbers, and names no school. */
function checkDistrict(schools: readonly SchoolFacts[], targets: Targets, seed: number): void {
  const text = districtMessage(schools, targets, '2026-11-18', DEFAULTS);
  const known = new Set([...FIXED, ...plain(formatDate('2026-11-18')), String(schools.length)]);
  for (const { sum, share, target, schools: byStatus } of districtRows(schools, targets)) {
    for (const part of [
      formatCount(sum.active),
      formatCount(sum.total),
      formatShare(share ?? 0),
      formatShare(target ?? 0),
      String(byStatus.met),
      String(sum.measured),
    ]) {
      for (const number of plain(part)) known.add(number);
    }
  }
  const named = schools.filter(({ record }) => text.includes(record.shortName));
  const strange = numbersIn(text).filter((number) => !known.has(number));
  if (named.length > 0 || strange.length > 0 || breachesOf(text).length > 0) {
    expect({ seed, text, named, strange, breaches: breachesOf(text) }).toBeNull();
  }
}
