import { describe, expect, it } from 'vitest';
import {
  type DatedCounts,
  monitorDistrict,
  monitorOrganisation,
  type Verdict,
} from '../../src/domain/yardsticks/monitoring.ts';
import { shortestPath } from '../../src/domain/yardsticks/shortest-path.ts';
import {
  districtMonitoringText,
  monitoringText,
  monthText,
  ROAD_MAP_REMARKS,
  shortestPathText,
} from '../../src/text/yardsticks.ts';
import { counts } from '../domain/yardsticks/organisations.ts';

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

it.each([
  ['2026-01', 'январь 2026'],
  ['2026-12', 'декабрь 2026'],
])('month %s is %s', (month, text) => {
  expect(monthText(month)).toBe(text);
});

describe('monitoringText', () => {
  const reports: DatedCounts[] = [{ date: '2026-11-18', counts: counts([41, 60], [30, 100]) }];

  it('says what was reached, when, and what is needed', () => {
    expect(plain(monitoringText(monitorOrganisation(reports, 'school', '2026-11'), '2026-11'))).toBe(
      'Оценка за ноябрь 2026: не засчитана. педагоги: 68,33 % (41 из 60, отчёт от 18.11.2026), нужно 75 %; ' +
        'обучающиеся: 30 % (30 из 100, отчёт от 18.11.2026); родители: нет данных',
    );
  });

  it('says nothing more where it does not apply', () => {
    expect(monitoringText({ verdict: 'not-applicable', parts: [] }, '2026-11')).toBe(
      'Оценка за ноябрь 2026: не применимо',
    );
  });
});

describe('districtMonitoringText', () => {
  const district = (...verdicts: Verdict[]) =>
    monitorDistrict(verdicts.map((verdict, index) => ({ orgId: `${index}`, verdict })));

  it.each<{ verdicts: Verdict[]; names: string[]; text: string }>([
    {
      verdicts: ['counts', 'does-not-count'],
      names: [],
      text: 'оценка за ноябрь 2026: 1 из 2 (50 %)',
    },
    {
      verdicts: ['counts', 'does-not-count', 'no-data'],
      names: ['Школа № 1201'],
      text: 'оценка за ноябрь 2026: 1 из 3 (33,33 %); без данных 1, с ними до 66,66 %: «Школа № 1201»',
    },
    { verdicts: [], names: [], text: 'оценка за ноябрь 2026: нет данных' },
  ])('$text', ({ verdicts, names, text }) => {
    expect(plain(districtMonitoringText(district(...verdicts), '2026-11', names))).toBe(text);
  });
});

describe('shortestPathText', () => {
  const school = (active: number, total: number) => ({ orgId: 'a', active, total, applicable: true });

  it.each<{ active: number; text: string }>([
    { active: 75, text: 'Цель района 75 % достигнута' },
    {
      active: 74,
      text: 'До цели района 75 % не хватает: 1 человек. Достаточно взять 1 школу, их резерв: 1',
    },
  ])('$text', ({ active, text }) => {
    expect(plain(shortestPathText(shortestPath([school(active, 100)], 7500), 7500))).toBe(text);
  });
});

describe('ROAD_MAP_REMARKS', () => {
  it('says each reservation in Russian, and none twice', () => {
    const remarks = Object.values(ROAD_MAP_REMARKS);
    expect(new Set(remarks).size).toBe(remarks.length);
    for (const remark of remarks) expect(remark).toMatch(/^[а-яё]/);
  });
});
