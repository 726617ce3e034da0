import { describe, expect, it } from 'vitest';
import type { CellOutput } from '../../../src/book/platform.ts';
import { parseSettings as parse } from '../../../src/book/settings/areas.ts';
import { nearEdgeFormula, targetFormula } from '../../../src/book/settings/targets.ts';
import { DEFAULT_TARGETS } from '../../../src/domain/indicators.ts';
import { DEFAULT_KIND_WORDS } from '../../../src/domain/organisation.ts';
import { targetsOn } from '../../../src/domain/yardsticks/dated-targets.ts';

/** No setting of these is a date. */
const parseSettings = (entries: readonly (readonly [string, CellOutput])[]) => parse(entries, () => null);

const ALL_TARGETS: [string, number][] = Object.entries(DEFAULT_TARGETS.byIndicator).map(([code, points]) => [
  `target.${code}`,
  (points ?? 0) / 10_000,
]);

describe('parseSettings', () => {
  it('reads the defaults back as the core has them', () => {
    const settings = parseSettings([...ALL_TARGETS, ['near', 0.05]]);
    expect(targetsOn(settings.targets, '2026-11-18')).toEqual(DEFAULT_TARGETS);
    expect(settings.kindWords).toEqual(DEFAULT_KIND_WORDS);
    expect(settings.issues).toEqual([]);
  });

  const cases: { note: string; value: string | number | boolean; target: number | null; named: boolean }[] = [
    { note: 'a target in steps of 0.01 %', value: 0.4167, target: 4167, named: false },
    {
      note: 'floating arithmetic of a share that has no exact form',
      value: 0.57,
      target: 5700,
      named: false,
    },
    { note: '100 % is a target', value: 1, target: 10_000, named: false },
    { note: 'the smallest step', value: 0.0001, target: 1, named: false },
    { note: 'blank: no target, and nothing to complain of', value: '', target: null, named: false },
    { note: '75 typed where 75 % was meant', value: 75, target: null, named: true },
    { note: 'zero would make everybody meet it', value: 0, target: null, named: true },
    { note: 'negative', value: -0.3, target: null, named: true },
    { note: 'a word', value: 'много', target: null, named: true },
    { note: 'a checkbox', value: true, target: null, named: true },
  ];
  it.each(cases)('target: $note', ({ value, target, named }) => {
    const settings = parseSettings([['target.max.teachers', value]]);
    expect(targetsOn(settings.targets, null).byIndicator['max.teachers']).toBe(target);
    const issues = settings.issues.filter((issue) => issue.code === 'setting-invalid');
    expect(issues.map((issue) => issue.setting)).toEqual(named ? ['target.max.teachers'] : []);
  });

  it('falls back to the usual band where none is given', () => {
    expect(parseSettings([]).targets.near).toBe(500);
    expect(parseSettings([['near', 'узко']]).targets.near).toBe(500);
    expect(parseSettings([['near', 0.1]]).targets.near).toBe(1000);
  });

  it('names an unknown code and ignores it; of two rows with one code the first counts', () => {
    const settings = parseSettings([
      ['target.tiktok', 1],
      ['near', 0.02],
      ['near', 0.2],
      ['', 'примечание пользователя'],
    ]);
    expect(settings.issues).toContainEqual({ code: 'setting-unknown', setting: 'target.tiktok' });
    expect(settings.targets.near).toBe(200);
  });

  it('reads words of kinds, whatever separates them', () => {
    const { kindWords } = parseSettings([['kind.college', ' Училище; ПТУ ,техникум;;']]);
    expect(kindWords.college).toEqual(['училище', 'пту', 'техникум']);
    expect(kindWords.preschool).toEqual(DEFAULT_KIND_WORDS.preschool);
  });
});

describe('formulas over «Настройки»', () => {
  it('quote a renamed sheet and separate arguments with semicolons only', () => {
    for (const formula of [
      targetFormula("Цели '26", 'max.teachers', 'F$2'),
      nearEdgeFormula("Цели '26", 'H2'),
    ]) {
      expect(formula).toContain("'Цели ''26'!");
      expect(formula).not.toMatch(/,/);
      expect(formula).not.toMatch(/\d\.\d/);
    }
  });
});
