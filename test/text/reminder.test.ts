import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGETS } from '../../src/domain/indicators.ts';
import type { OrganisationKind } from '../../src/domain/organisation.ts';
import type { StatisticsRecord } from '../../src/domain/record.ts';
import { schoolMessage } from '../../src/text/reminder.ts';
import { school } from '../import/support.ts';

/** Words of force and of law, which have no place in a text about a voluntary matter. */
const FORCE = [
  'обязан',
  'обязательн',
  'должн',
  'требу',
  'необходимо',
  'срочно',
  'немедленно',
  'меры',
  'штраф',
  'запре',
  'наказ',
  'закон',
  'приказ',
  'явка',
];

/** No-break spaces as «~», so that expectations stay readable. */
function message(overrides: Partial<StatisticsRecord>, kind: OrganisationKind = 'school'): string {
  return schoolMessage({ record: school(overrides), kind, targets: DEFAULT_TARGETS })
    .split('\u00a0')
    .join('~');
}

const MET = { teachersActive: 45, parentsActive: 150, studentsActive: 150 };

describe('schoolMessage', () => {
  it('gives the numbers, the weakest stage, one next step and the voluntary offer', () => {
    expect(message({ teachersActive: 41, parentsActive: 160, studentsActive: 100 })).toBe(
      [
        'Добрый день!',
        '',
        'ГБОУ «Школа № 5», активность в МАХ за 7 дней до 03.06.2026:',
        '— активны 41 из 60 педагогов, 68,33~%; до цели 75~% — ещё 4~человека',
        '— активны 100 из 500 обучающихся, 20~%; ориентир 30~%',
        '',
        'Уже достигнуто: родители — 32~%. Спасибо!',
        '',
        'Самое слабое место (педагоги): зарегистрированы 50 из 60.',
        'Следующий шаг: проверьте в «Личном деле сотрудника», вкладка «Общая», у кого ещё нет идентификатора Сферума, и помогите этим педагогам войти в МАХ.',
        '',
        'Участие обучающихся добровольное. Предложите помощь тем, кому она нужна, и сохраните обучающимся другой удобный способ получать информацию.',
      ].join('\n'),
    );
  });

  it('thanks a school that has met everything', () => {
    expect(message(MET)).toBe(
      'Добрый день!\n\nГБОУ «Школа № 5», активность в МАХ за 7 дней до 03.06.2026: педагоги — 75~%, родители — 30~%, обучающиеся — 30~%. Цели достигнуты. Спасибо вам и коллегам за работу!',
    );
  });

  it.each([
    [44, 'ещё 1~человек'],
    [43, 'ещё 2~человека'],
    [40, 'ещё 5~человек'],
    [24, 'ещё 21~человек'],
  ])('with %d active teachers: %s', (teachersActive, text) => {
    expect(message({ ...MET, teachersActive })).toMatch(new RegExp(`${text}\n`));
  });

  it('asks nobody for anything where only parents and students are below', () => {
    const text = message({ ...MET, parentsActive: 1, studentsActive: 2 });
    expect(text).toContain('— активен 1 из 500 родителей, 0,2~%; ориентир 30~%');
    expect(text).not.toContain('ещё');
    expect(text).toContain('Участие родителей и обучающихся добровольное.');
  });

  it('says nothing of students to a kindergarten, and points at the community', () => {
    const text = message({ teachersActive: 1 }, 'preschool');
    expect(text).not.toContain('обучающи');
    expect(text).toContain('сообщество организации');
  });

  it('names what has no data, and does not call it missed', () => {
    const text = message({ ...MET, parentsTotal: 0, studentsActive: null });
    expect(text).toContain('Нет данных: родители, обучающиеся.');
    expect(text).toContain('Цели достигнуты');
    expect(message({ teachersActive: null, parentsActive: null, studentsActive: null })).toBe(
      'Добрый день!\n\nГБОУ «Школа № 5», активность в МАХ за 7 дней до 03.06.2026.\n\nНет данных: педагоги, родители, обучающиеся.',
    );
  });

  it('leaves out an indicator without a target', () => {
    const targets = {
      ...DEFAULT_TARGETS,
      byIndicator: { ...DEFAULT_TARGETS.byIndicator, 'max.parents': null },
    };
    const text = schoolMessage({ record: school({ parentsActive: 0 }), kind: 'school', targets });
    expect(text).not.toContain('родител');
  });

  it('tells a school that the report does not have so', () => {
    expect(message({ date: '' })).toContain('в последнем отчёте по МАХ этой организации нет');
  });

  it('takes the name as plain text on one line', () => {
    expect(message({ shortName: '<b>Школа</b>\n  № 5' })).toContain('<b>Школа</b> № 5, активность');
    expect(message({ shortName: ' ' })).toContain('организация с ID 100005, активность');
  });

  const count = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 2000 }));
  const counts = fc.record({
    teachersTotal: count,
    teachersRegistered: count,
    teachersLinked: count,
    teachersActive: count,
    parentsTotal: count,
    parentsRegistered: count,
    parentsLinked: count,
    parentsActive: count,
    studentsTotal: count,
    studentsRegistered: count,
    studentsLinked: count,
    studentsActive: count,
  });
  const kinds = fc.constantFrom<OrganisationKind>('school', 'preschool', 'college', 'additional', 'unknown');

  it('names only numbers of the table, never uses force, and always keeps it voluntary', () => {
    fc.assert(
      fc.property(counts, kinds, (overrides, kind) => {
        const text = message(overrides, kind);
        expect(FORCE.filter((word) => text.toLowerCase().includes(word))).toEqual([]);
        expect(text).not.toMatch(/null|NaN|undefined/);
        const asked = text.split('\n').filter((line) => line.includes('ещё'));
        expect(asked.every((line) => line.includes('педагог'))).toBe(true);
        const guided = /ориентир/.test(text);
        expect(guided).toBe(text.includes('добровольное'));
        const known = new Set(Object.values(overrides).map(String));
        const told = [
          ...text
            .split('~')
            .join('')
            .matchAll(/ (\d+) из (\d+) /g),
        ].flatMap(([, a, b]) => [a, b]);
        expect(told.filter((number) => !known.has(number ?? ''))).toEqual([]);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});
