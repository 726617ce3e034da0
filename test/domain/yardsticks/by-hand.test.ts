/** Every yardstick of domain.md once more, calculated by hand: the numbers, and the paragraph that asks for them. */
import { describe, expect, it } from 'vitest';
import { lossesOf, worstStage } from '../../../src/domain/funnel.ts';
import {
  DEFAULT_TARGETS,
  INDICATORS,
  type IndicatorCode,
  yardstickOf,
} from '../../../src/domain/indicators.ts';
import type { OrganisationKind } from '../../../src/domain/organisation.ts';
import { shareOf } from '../../../src/domain/share.ts';
import { assess } from '../../../src/domain/status.ts';
import { assessDistrict } from '../../../src/domain/yardsticks/district.ts';
import {
  monitorDistrict,
  monitorOrganisation,
  monthOfReport,
} from '../../../src/domain/yardsticks/monitoring.ts';
import { DEFAULT_ROAD_MAP, roadMap } from '../../../src/domain/yardsticks/road-map.ts';
import { selfDiagnosis } from '../../../src/domain/yardsticks/self-diagnosis.ts';
import { shortestPath } from '../../../src/domain/yardsticks/shortest-path.ts';
import { counts, organisation, type Pair } from './organisations.ts';

function judged(code: IndicatorCode, [active, total]: Pair): unknown[] {
  const indicator = INDICATORS.find((row) => row.code === code);
  if (indicator === undefined) throw new Error(code);
  const { status, share, missing } = assess(
    { active, total, applicable: true },
    yardstickOf(indicator, DEFAULT_TARGETS),
  );
  return [status, share, missing];
}

describe('§1 targets: share floored to 0.01 %, exactly at the target is met', () => {
  it.each<{ code: IndicatorCode; counts: Pair; want: unknown[]; sum: string }>([
    { code: 'max.teachers', counts: [45, 60], want: ['met', 7500, 0], sum: '45 ÷ 60 = 75 %' },
    {
      code: 'max.teachers',
      counts: [41, 60],
      want: ['below', 6833, 4],
      sum: '68,33 %; ⌈0,75 · 60⌉ − 41 = 4',
    },
    { code: 'max.teachers', counts: [42, 60], want: ['near', 7000, 3], sum: '70 % = 75 − 5' },
    { code: 'max.teachers', counts: [7495, 10_000], want: ['near', 7495, 5], sum: '74,95 % is not 75 %' },
    {
      code: 'max.teachers',
      counts: [74_999, 100_000],
      want: ['near', 7499, 1],
      sum: '74,999 % reads 74,99 %',
    },
    { code: 'max.parents', counts: [180, 600], want: ['met', 3000, 0], sum: '180 ÷ 600 = 30 %' },
    { code: 'max.students', counts: [179, 600], want: ['near', 2983, 1], sum: '29,833 %; 180 − 179' },
    { code: 'cok.teachers', counts: [3, 5], want: ['met', 6000, 0], sum: '3 ÷ 5 = 60 %' },
    { code: 'cok.students', counts: [24, 100], want: ['below', 2400, 6], sum: '24 % < 25 %; 30 − 24' },
    { code: 'max.teachers', counts: [66, 60], want: ['met', 11_000, 0], sum: 'above 100 % is met' },
    { code: 'max.teachers', counts: [0, 0], want: ['no-data', null, null], sum: 'nobody is no share' },
    { code: 'max.parents', counts: [null, 600], want: ['no-data', null, null], sum: 'a blank is never 0' },
  ])('$code: $sum', ({ code, counts: pair, want }) => {
    expect(judged(code, pair)).toEqual(want);
  });

  it('the district is a sum of people, not a mean of percents: (9 + 100) ÷ (10 + 190) = 54,5 %', () => {
    const measures = [
      { active: 9, total: 10, applicable: true },
      { active: 100, total: 190, applicable: true },
    ];
    expect(assessDistrict(measures, { target: 7500, near: 500 })).toMatchObject({ share: 5450, missing: 41 });
  });
});

it('§3 stages: of 70, 60 registered, 41 of them linked, 50 active: 10, 19 and 10 are lost', () => {
  const losses = lossesOf('teachers', { total: 70, registered: 60, linked: 41, active: 50 }, true);
  expect(losses.map(({ lost }) => lost)).toEqual([10, 19, 10]);
  expect(worstStage(losses)?.stage).toBe('linked');
});

it('§4 road map on 30.12.2025: ΣX/ΣK, ΣU/ΣL without preschools, ΣV/ΣM with them, teachers outside general education', () => {
  const region = [
    organisation('school', [80, 100], [300, 900], [200, 900]),
    organisation('preschool', [15, 20], [10, 60], [40, 60]),
    organisation('college', [25, 40], [60, 300], [60, 300]),
  ];
  const rows = roadMap(region, '2025-12-30', {
    ...DEFAULT_ROAD_MAP,
    byHand: { moved: 9900, civilServants: 10_000 },
  });
  const shares = rows.flatMap(({ parts }) =>
    parts.map(({ people, share, status }) => [people, share, status]),
  );
  expect(shares).toEqual([
    ['staff', 7500, 'met'], // 120 ÷ 160
    ['students', 3000, 'met'], // 360 ÷ 1 200
    ['parents', 2380, 'below'], // 300 ÷ 1 260 = 23,809 %
    ['moved', 9900, 'near'],
    ['civilServants', 10_000, 'met'],
    ['otherTeachers', 6250, 'below'], // 25 ÷ 40
  ]);
});

describe('§4 мотивирующий мониторинг of November: the best week of each group', () => {
  const week = (date: string, teachers: Pair, students: Pair, parents: Pair) => ({
    date,
    counts: counts(teachers, students, parents),
  });
  const reports = [
    week('2026-11-01', [90, 100], [90, 100], [90, 100]), // covers October
    week('2026-11-11', [75, 100], [10, 100], [29, 100]),
    week('2026-11-18', [60, 100], [30, 100], [30, 100]),
  ];
  it.each<{ kind: OrganisationKind; want: string; sum: string }>([
    { kind: 'school', want: 'counts', sum: '75 %, 30 %, 30 % in different weeks' },
    { kind: 'preschool', want: 'counts', sum: 'students are not asked of' },
    { kind: 'unknown', want: 'no-data', sum: 'students are asked about first' },
  ])('$kind: $sum', ({ kind, want }) => {
    expect(monitorOrganisation(reports, kind, '2026-11').verdict).toBe(want);
  });

  it('a report of the 7th covers two months, one of the 8th and of the 1st one', () => {
    expect(['2026-11-07', '2026-11-08', '2026-12-01'].map(monthOfReport)).toEqual([
      null,
      '2026-11',
      '2026-11',
    ]);
  });

  it('k of n with m without data: 2 of 6, 1 without data: from 33,33 to 50 %', () => {
    const verdicts = [
      'counts',
      'counts',
      'does-not-count',
      'does-not-count',
      'does-not-count',
      'no-data',
    ] as const;
    const district = verdicts.map((verdict, index) => ({ orgId: String(index), verdict }));
    const applicable = [...district, { orgId: 'x', verdict: 'not-applicable' as const }];
    expect(monitorDistrict(applicable)).toMatchObject({ counted: 2, applicable: 6, low: 3333, high: 5000 });
  });
});

describe('§4 самодиагностика, criterion 8.5', () => {
  const ticked = { notRegistered: false, structure: true, communities: true, activeUse: true };
  const report = {
    registeredTotal: 700,
    teachersRegistered: 57,
    teachersTotal: 60,
    studentsRegistered: 475,
    studentsTotal: 500,
  };
  it.each([
    { note: '57 ÷ 60 = 475 ÷ 500 = 95 %, both ticks', more: {}, ticks: {}, level: 3 },
    { note: 'a tick is missing', more: {}, ticks: { communities: false }, level: 2 },
    { note: '474 ÷ 500 = 94,8 %', more: { studentsRegistered: 474 }, ticks: {}, level: 1 },
    {
      note: 'the structure is not confirmed: not determined',
      more: {},
      ticks: { structure: false },
      level: null,
    },
    {
      note: 'not registered, confirmed',
      more: { registeredTotal: 0 },
      ticks: { notRegistered: true },
      level: 0,
    },
  ])('$note', ({ more, ticks, level }) => {
    expect(selfDiagnosis('school', { ...report, ...more }, { ...ticked, ...ticks }).level).toBe(level);
  });
});

it('§1, shortest path: 205 ÷ 400 lacks 95 to 75 %; reserves 55, 30, 10 close it with three schools', () => {
  const school = (orgId: string, active: number, total: number) => ({
    orgId,
    active,
    total,
    applicable: true,
  });
  const schools = [school('a', 45, 100), school('b', 20, 100), school('c', 75, 100), school('d', 65, 100)];
  const { gap, steps } = shortestPath(schools, 7500);
  expect([shareOf(205, 400), gap]).toEqual([5125, 95]);
  expect(steps.map(({ orgId, people, running }) => [orgId, people, running])).toEqual([
    ['b', 55, 55],
    ['a', 30, 85],
    ['d', 10, 95],
  ]);
});
