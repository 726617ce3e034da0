import { describe, expect, it } from 'vitest';
import { type DatedTarget, targetInForce, targetsOn } from '../../../src/domain/yardsticks/dated-targets.ts';

const row = (from: string | null, target: number | null): DatedTarget => ({
  code: 'max.teachers',
  from,
  target,
});

const ROWS = [row(null, 5000), row('2025-12-30', 7500), row('2026-09-01', 8000)];

describe('targetInForce', () => {
  it.each<{ date: string; rows?: DatedTarget[]; target: number | null; note: string }>([
    { date: '2025-12-29', target: 5000, note: 'the day before: the old target' },
    { date: '2025-12-30', target: 7500, note: 'the first day of the new target' },
    { date: '2026-08-31', target: 7500, note: 'the last day of it' },
    { date: '2026-09-01', target: 8000, note: 'a later row replaces an earlier one' },
    { date: '2030-01-01', target: 8000, note: 'the last row holds on' },
    {
      date: '2026-10-01',
      rows: [row('2026-09-01', 8000), row('2025-12-30', 7500), row(null, 5000)],
      target: 8000,
      note: 'the order of the rows does not matter',
    },
    {
      date: '2025-01-01',
      rows: [row('2025-12-30', 7500)],
      target: null,
      note: 'before the first row nothing is judged',
    },
    {
      date: '2026-10-01',
      rows: [row(null, 5000), row('2026-09-01', null)],
      target: null,
      note: 'an emptied target ends the judging',
    },
    {
      date: '2026-10-01',
      rows: [row('2026-09-01', 8000), row('2026-09-01', 8100)],
      target: 8100,
      note: 'of rows of one day the lower one',
    },
    {
      date: '2026-10-01',
      rows: [row(null, 5000), row(null, 5100)],
      target: 5100,
      note: 'likewise without a date',
    },
    { date: '2026-10-01', rows: [], target: null, note: 'no row, no target' },
    {
      date: '2026-10-01',
      rows: [{ code: 'max.parents', from: null, target: 3000 }],
      target: null,
      note: 'rows of other indicators say nothing',
    },
  ])('$date: $note', ({ date, rows = ROWS, target }) => {
    expect(targetInForce(rows, 'max.teachers', date)).toBe(target);
  });
});

describe('targetsOn', () => {
  it('judges an old week by its own targets, each indicator by its rows', () => {
    const rows: DatedTarget[] = [
      ...ROWS,
      { code: 'cok.students', from: '2026-01-01', target: 3000 },
      { code: 'max.parents', from: null, target: 3000 },
      { code: 'max.students', from: '2026-09-01', target: 4000 },
      { code: 'cok.teachers', from: '2026-09-01', target: 6000 },
    ];
    expect(targetsOn({ rows, near: 500 }, '2025-11-18')).toEqual({
      byIndicator: {
        'max.teachers': 5000,
        'max.parents': 3000,
        'max.students': null,
        'cok.teachers': null,
        'cok.students': null,
      },
      near: 500,
    });
    expect(targetsOn({ rows, near: 500 }, '2026-11-18').byIndicator).toMatchObject({
      'max.teachers': 8000,
      'max.students': 4000,
      'cok.teachers': 6000,
      'cok.students': 3000,
    });
    // No report yet: what has held since ever.
    expect(targetsOn({ rows, near: 500 }, null).byIndicator).toMatchObject({
      'max.teachers': 5000,
      'max.parents': 3000,
      'cok.students': null,
    });
  });
});
