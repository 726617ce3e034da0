import { describe, expect, it } from 'vitest';
import { stageText, worstStageText } from '../../src/text/stages.ts';
import { school } from '../import/support.ts';

describe('stageText', () => {
  it.each([
    ['registered', 41, 60, 'зарегистрированы 41 из 60'],
    ['registered', 1, 60, 'зарегистрирован 1 из 60'],
    ['registered', 0, 60, 'зарегистрированы 0 из 60'],
    ['linked', 41, 60, 'связали аккаунты 41 из 60 зарегистрированных'],
    ['linked', 1, 21, 'связал аккаунт 1 из 21 зарегистрированного'],
    ['active', 41, 60, 'активны 41 из 60 зарегистрированных'],
    ['active', 1, 2, 'активен 1 из 2 зарегистрированных'],
    ['active', 900, 1500, 'активны 900 из 1\u00a0500 зарегистрированных'],
  ] as const)('%s %d of %d: %s', (stage, reached, of, text) => {
    expect(stageText({ group: 'teachers', stage, reached, of, lost: of - reached })).toBe(text);
  });
});

describe('worstStageText', () => {
  it('names the stage that loses most', () => {
    const record = school({
      teachersTotal: 60,
      teachersRegistered: 58,
      teachersLinked: 30,
      teachersActive: 50,
    });
    expect(worstStageText(record, 'teachers', 'school')).toBe('связали аккаунты 30 из 58 зарегистрированных');
  });
  it('does not ask for a link where there is no journal', () => {
    const record = school({
      teachersTotal: 60,
      teachersRegistered: 58,
      teachersLinked: 0,
      teachersActive: 50,
    });
    expect(worstStageText(record, 'teachers', 'preschool')).toBe('активны 50 из 58 зарегистрированных');
  });
  it('is silent where nobody is lost or nothing is known', () => {
    const full = { teachersTotal: 5, teachersRegistered: 5, teachersLinked: 5, teachersActive: 6 };
    expect(worstStageText(school(full), 'teachers', 'school')).toBe('');
    const blank = {
      teachersTotal: null,
      teachersRegistered: null,
      teachersLinked: null,
      teachersActive: null,
    };
    expect(worstStageText(school(blank), 'teachers', 'school')).toBe('');
  });
});
