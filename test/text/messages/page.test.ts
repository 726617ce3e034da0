import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGETS, INDICATORS } from '../../../src/domain/indicators.ts';
import { sampleDistrict } from '../../../src/sample/district.ts';
import { breachesOf } from '../../../src/text/guard/guard.ts';
import { districtPage, pageText, schoolPage } from '../../../src/text/messages/page.ts';
import { PAGE_COLUMNS } from '../../../src/text/messages/sheet-rows.ts';
import { facts, factsOf, readable } from './support.ts';

const [STAFF] = INDICATORS;
if (STAFF === undefined) throw new Error('no indicators');
const GREW = [{ indicator: STAFF, before: 5000, now: 6833 }];

describe('schoolPage', () => {
  it('gives numbers, stages, growth and one step', () => {
    expect(readable(pageText(schoolPage(facts(), GREW)))).toBe(
      [
        'Справка: ГБОУ «Школа № 5»',
        '',
        'Показатели на 03.06.2026; активность в МАХ — за 7 дней до этой даты. Общеобразовательная организация, Московский район',
        '— Активные педагоги в МАХ: 41 из 60, 68,33~%, ▼ ниже, ещё 4 чел. до 75~%',
        '— Активные родители в МАХ: 160 из 500, 32~%, ✓ цель, ориентир 30~%',
        '— Активные обучающиеся в МАХ: 100 из 500, 20~%, ▼ ниже, ориентир 30~%',
        '',
        'Рост с прошлого отчёта: педагоги — с 50~% до 68,33~%.',
        '',
        'По стадиям:',
        'Педагоги: зарегистрированы 50 из 60; связали аккаунты 45 из 50 зарегистрированных; активны 41 из 50 зарегистрированных.',
        'Родители: зарегистрированы 170 из 500; связали аккаунты 140 из 170 зарегистрированных; активны 160 из 170 зарегистрированных.',
        'Обучающиеся: зарегистрированы 200 из 500; связали аккаунты 150 из 200 зарегистрированных; активны 100 из 200 зарегистрированных.',
        '',
        'Следующий шаг:',
        'И5. В личных делах есть идентификаторы Сферума',
        'Откройте «Личное дело сотрудника», вкладка «Общая»: там должен стоять идентификатор. Он появляется только после выполнения задачи. У кого пусто, тому помогите войти в МАХ и дождитесь следующего обмена.',
        'Справка: ЭЖД, Сферум, МАХ: https://docs.spbcokoit.ru/doku.php?id=эжд_сферум_мах (адрес уточните)',
        'Участие родителей и обучающихся добровольное.',
      ].join('\n'),
    );
  });

  it('of a kindergarten leaves students out, and of a school that is not in the report says so', () => {
    expect(pageText(schoolPage(facts({}, 'preschool'), []))).not.toContain('обучающихся');
    expect(pageText(schoolPage(facts({ date: '' }), []))).toContain('нет в последнем отчёте');
  });
});

describe('districtPage', () => {
  const [records = []] = sampleDistrict({ schools: 60, weeks: 1, seed: 4, lastDate: '2026-11-18' });
  const schools = records.map((record) => factsOf(record));
  const [grown] = schools;
  if (grown === undefined) throw new Error('no schools');
  const rows = districtPage(schools, DEFAULT_TARGETS, '2026-11-18', [{ facts: grown, growth: GREW }]);

  it('fits a page: at most 10 schools are named, five columns are used', () => {
    expect(rows.length).toBeLessThanOrEqual(45);
    for (const { cells } of rows) expect(cells.length).toBeLessThanOrEqual(PAGE_COLUMNS);
  });

  it('counts organisations by status, and ranks those nearest to the target', () => {
    const text = readable(pageText(rows));
    expect(text).toMatch(
      /Сколько организаций:\n— Активные педагоги в МАХ: ✓ цель \d+, ● близко \d+, ▼ ниже \d+, — нет данных \d+/,
    );
    const missing = [...text.matchAll(/ещё (\d+) чел\. до 75~%/g)].map(([, count]) => Number(count));
    const ranked = missing.slice(-10);
    expect(ranked).toEqual([...ranked].sort((a, b) => a - b));
    expect(text).toContain('Рост с прошлого отчёта: педагоги — с 50~% до 68,33~%.');
  });

  it('asks nothing of families', () => {
    // A kindergarten's name may speak of children.
    const nameless = schools.reduce(
      (text, { record }) => text.replaceAll(record.shortName, 'организация'),
      pageText(rows),
    );
    expect(breachesOf(nameless)).toEqual([]);
  });
});
