import { beforeAll, describe, expect, it } from 'vitest';
import { CHOICE_CELLS, LIST_LENGTH, PATH_LENGTH, SUMMARY_ROWS } from '../../../src/book/summary/layout.ts';
import { DEFAULT_TARGETS, MAX_INDICATORS } from '../../../src/domain/indicators.ts';
import { bestSchools, fastestGrowing, type RankedSchool } from '../../../src/domain/ranking.ts';
import { type Reach, shortestPath } from '../../../src/domain/yardsticks/shortest-path.ts';
import {
  basisPoints,
  measuresOf,
  type RandomDistrict,
  randomDistrict,
  shareIn,
  summaryValues,
} from './district.ts';

describe.each([3, 7])('lists of «Сводка» for the random district %i', (seed) => {
  let district: RandomDistrict;
  let names: Map<string, string>;
  beforeAll(async () => {
    district = await randomDistrict(60, 2, seed);
    names = new Map(district.weeks[1]?.map((record) => [record.orgId, record.shortName]));
  });
  const named = (orgId: string): string => names.get(orgId) ?? '';

  it.each(MAX_INDICATORS)('are those of the pure rules: $title', (indicator) => {
    const { app } = district;
    const [before = [], week = []] = district.weeks;
    const ranked = measuresOf(indicator, week).flatMap(({ orgId, total }): RankedSchool[] => {
      const share = shareIn(indicator, week, orgId);
      const earlier = shareIn(indicator, before, orgId);
      if (share === null || total === null) return [];
      return [{ orgId, total, share, change: earlier === null ? null : share - earlier }];
    });
    app.edit('Сводка', CHOICE_CELLS.indicator, indicator.title);
    const values = summaryValues(app).slice(SUMMARY_ROWS.ratings, SUMMARY_ROWS.ratings + LIST_LENGTH);
    const best = bestSchools(ranked, LIST_LENGTH);
    expect(best.length).toBe(LIST_LENGTH);
    expect(values.map((row) => [row[0], row[2], basisPoints(row[3])])).toEqual(
      best.map(({ orgId, total, share }) => [named(orgId), total, share]),
    );
    const growing = fastestGrowing(ranked, LIST_LENGTH);
    expect(
      values.filter((row) => row[4] !== '').map((row) => [row[4], Math.round(Number(row[8]) * 100)]),
    ).toEqual(growing.map(({ orgId, change }) => [named(orgId), change]));
  });

  it.each<[Reach, string]>([
    ['target', 'до цели'],
    ['whole', 'до 100 %'],
  ])('show the shortest path with the reserve %s', (reach, word) => {
    const { app } = district;
    const [, week = []] = district.weeks;
    app.edit('Сводка', CHOICE_CELLS.reach, word);
    for (const indicator of MAX_INDICATORS) {
      const path = shortestPath(
        measuresOf(indicator, week),
        DEFAULT_TARGETS.byIndicator[indicator.code] ?? 0,
        reach,
      );
      app.edit('Сводка', CHOICE_CELLS.indicator, indicator.title);
      const rows = summaryValues(app);
      const shown = rows
        .slice(SUMMARY_ROWS.path, SUMMARY_ROWS.path + PATH_LENGTH)
        .filter((row) => row[1] !== '');
      expect(shown.map((row) => row.slice(0, 3))).toEqual(
        path.steps
          .slice(0, PATH_LENGTH)
          .map(({ orgId, rank, people, running }) => [`${rank}. ${named(orgId)}`, people, running]),
      );
      const last = path.steps[path.steps.length - 1];
      expect(String(rows[SUMMARY_ROWS.path + PATH_LENGTH]?.[0]).match(/\d+/g) ?? []).toEqual(
        path.gap === 0 ? [] : [path.gap, path.steps.length, last?.running].map(String),
      );
    }
  });
});
