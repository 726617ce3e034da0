import { describe, expect, it } from 'vitest';
import { bestSchools, fastestGrowing, type RankedSchool } from '../../src/domain/ranking.ts';

const school = (orgId: string, share: number, total = 50, change: number | null = null): RankedSchool => ({
  orgId,
  share,
  total,
  change,
});

const ids = (schools: readonly RankedSchool[]): string[] => schools.map(({ orgId }) => orgId);

describe('bestSchools', () => {
  it('has the highest share first, then the larger school, then the lower id', () => {
    const schools = [
      school('3', 8000),
      school('4', 8000),
      school('1', 7000, 90),
      school('2', 8000, 60),
      school('5', 9000, 10),
    ];
    expect(ids(bestSchools(schools, 9))).toEqual(['5', '2', '3', '4', '1']);
    expect(ids(bestSchools(schools, 2))).toEqual(['5', '2']);
    expect(ids(schools)).toEqual(['3', '4', '1', '2', '5']);
  });

  it('ranks no group below ten people', () => {
    expect(ids(bestSchools([school('1', 9900, 9), school('2', 100, 10)], 9))).toEqual(['2']);
  });
});

describe('fastestGrowing', () => {
  it('has the largest growth first, then the larger school, then the lower id', () => {
    const schools = [
      school('1', 9000, 50, 100),
      school('4', 100, 50, 300),
      school('2', 300, 70, 300),
      school('3', 200, 50, 300),
    ];
    expect(ids(fastestGrowing(schools, 9))).toEqual(['2', '3', '4', '1']);
    expect(ids(fastestGrowing(schools, 1))).toEqual(['2']);
  });

  it('leaves out whoever did not grow, has no report before, or is a small group', () => {
    const schools = [
      school('1', 9000, 50, 0),
      school('2', 9000, 50, -5),
      school('3', 9000, 50, null),
      school('4', 9000, 9, 500),
      school('5', 9000, 10, 1),
    ];
    expect(ids(fastestGrowing(schools, 9))).toEqual(['5']);
  });
});
