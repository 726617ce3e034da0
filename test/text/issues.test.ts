import { describe, expect, it } from 'vitest';
import type { Issue, IssueCode } from '../../src/domain/issues.ts';
import { sentenceOf } from '../../src/text/issues/sentences.ts';
import { QUOTED_LENGTH } from '../../src/text/quote.ts';

type Examples = { readonly [C in IssueCode]: Extract<Issue, { readonly code: C }> };

const place = { line: 12, heading: 'Активные ученики', school: 'ГБОУ «Школа № 5»' };

/** One of each: a new code does not compile until it stands here. */
const EXAMPLES: Examples = {
  'file-empty': { code: 'file-empty' },
  'file-not-table': { code: 'file-not-table', kind: 'html', excerpt: '<html>' },
  'file-header-only': { code: 'file-header-only' },
  'file-bytes-damaged': { code: 'file-bytes-damaged', line: 12 },
  'file-repaired': { code: 'file-repaired' },
  'file-letters-lost': { code: 'file-letters-lost', excerpt: '????;??????? ????????' },
  'workbook-damaged': { code: 'workbook-damaged' },
  'workbook-too-big': { code: 'workbook-too-big' },
  'sheet-taken': { code: 'sheet-taken', sheet: 'Отчёт', hidden: true, others: ['Справка'] },
  'lines-skipped': { code: 'lines-skipped', first: 1, last: 2 },
  'file-too-long': { code: 'file-too-long', rows: 6001, limit: 5000 },
  'columns-missing': { code: 'columns-missing', headings: ['ИНН'], found: ['Налоговый номер'] },
  'column-doubled': { code: 'column-doubled', heading: 'ИНН', positions: [23, 26] },
  'columns-by-position': { code: 'columns-by-position', headings: ['report_date', 'name'] },
  'columns-chosen': { code: 'columns-chosen', columns: 24 },
  'columns-unknown': { code: 'columns-unknown', headings: ['Прочее', 'Ещё'] },
  'columns-personal': { code: 'columns-personal', headings: ['ФИО'] },
  'dates-several': { code: 'dates-several', dates: ['2026-05-27', '2026-06-03'] },
  'issues-omitted': { code: 'issues-omitted', of: 'count-text', count: 101 },
  'row-ragged': { code: 'row-ragged', line: 12, found: 24, expected: 25 },
  'row-short': { code: 'row-short', line: 12, found: 24, expected: 25 },
  'row-export-error': { code: 'row-export-error', line: 12, excerpt: '{"error":"timeout"}' },
  'row-quotes': { code: 'row-quotes', line: 12 },
  'row-total': { code: 'row-total', line: 12, found: 'Итого' },
  'id-missing': { code: 'id-missing', line: 12, school: place.school },
  'id-doubled': { code: 'id-doubled', line: 12, firstLine: 3, id: '100005', school: place.school },
  'count-text': { code: 'count-text', found: 'много', ...place },
  'count-negative': { code: 'count-negative', found: '-5', ...place },
  'count-fraction': { code: 'count-fraction', found: '3,5', ...place },
  'count-too-large': { code: 'count-too-large', found: '7712345678', limit: 1_000_000, ...place },
  'date-missing': { code: 'date-missing', ...place, heading: 'Дата' },
  'date-invalid': { code: 'date-invalid', found: 'вчера', ...place, heading: 'Дата' },
  'date-ambiguous': { code: 'date-ambiguous', found: '3/6/2026', ...place, heading: 'Дата' },
  'date-range': {
    code: 'date-range',
    found: 'June 3, 2026 - June 9, 2026',
    taken: '2026-06-03',
    ...place,
    heading: 'Дата',
  },
  'digits-lost': { code: 'digits-lost', found: '7,71E+09', ...place, heading: 'ИНН' },
  'inn-length': { code: 'inn-length', found: '12345', ...place, heading: 'ИНН' },
  'text-too-long': { code: 'text-too-long', length: 50_001, limit: 50_000, ...place },
  'active-above-total': {
    code: 'active-above-total',
    line: 12,
    school: place.school,
    group: 'teachers',
    active: 61,
    total: 60,
  },
  'active-above-registered': {
    code: 'active-above-registered',
    line: 12,
    school: place.school,
    group: 'teachers',
    found: 61,
    registered: 60,
  },
  'linked-above-registered': {
    code: 'linked-above-registered',
    line: 12,
    school: place.school,
    group: 'parents',
    found: 61,
    registered: 60,
  },
  'registered-above-total': {
    code: 'registered-above-total',
    line: 12,
    school: place.school,
    group: 'students',
    registered: 61,
    total: 60,
  },
  'registered-sum': { code: 'registered-sum', line: 12, school: place.school, found: 61, sum: 60 },
  'people-sum': { code: 'people-sum', line: 12, school: place.school, found: 61, sum: 60 },
  'active-dropped': {
    code: 'active-dropped',
    id: '100005',
    school: place.school,
    group: 'students',
    before: 100,
    after: 60,
    since: '2026-05-27',
  },
  'columns-zero': { code: 'columns-zero', headings: ['Активные ученики'], rows: 130 },
  'rows-cut': { code: 'rows-cut', rows: 2000 },
  'rows-page': { code: 'rows-page', rows: 100 },
  'organisation-inactive': { code: 'organisation-inactive', line: 12, school: place.school },
  'book-busy': { code: 'book-busy' },
  'sheet-closed': { code: 'sheet-closed', closed: ['«Школы»', '«История» A2:V9'], whole: true },
  'second-installation': { code: 'second-installation' },
  'book-newer': { code: 'book-newer', found: 7, known: 1 },
  'setting-unknown': { code: 'setting-unknown', setting: 'target.x' },
  'template-field-unknown': {
    code: 'template-field-unknown',
    setting: 'text.help',
    fields: ['город'],
    known: ['школа', 'дата'],
  },
  'template-refused': { code: 'template-refused', setting: 'text.help', rule: 'force', found: 'обязаны' },
  'sheet-damaged': {
    code: 'sheet-damaged',
    sheet: 'Статистика',
    cell: 'H1',
    expected: 'ID организация',
    found: 'ID',
  },
  'sheet-id-doubled': { code: 'sheet-id-doubled', sheet: 'Статистика', id: '100005', rows: [3, 9] },
  'setting-invalid': {
    code: 'setting-invalid',
    setting: 'max.teachers',
    found: '750',
    expected: 'доля от 0 до 100 %',
  },
  'report-older': { code: 'report-older', reportDate: '2026-05-27', bookDate: '2026-06-03' },
  'preview-stale': { code: 'preview-stale' },
  'who-personal': { code: 'who-personal', found: '+7 900 123-45-67' },
  'undo-nothing': { code: 'undo-nothing' },
  'journal-damaged': { code: 'journal-damaged', sheet: 'Служебный (МАХ и УБ ЦОК)' },
  'cok-older': { code: 'cok-older', reportDate: '2026-11-11', bookDate: '2026-11-18' },
  'cok-dropped': {
    code: 'cok-dropped',
    school: 'ГБОУ СОШ № 5',
    field: 'assigned',
    before: 20,
    after: 12,
    since: '2026-11-11',
  },
  'cok-percent': { code: 'cok-percent', heading: 'Доля назначивших', found: '45%' },
  'cok-no-counts': { code: 'cok-no-counts' },
  'cok-school-doubled': { code: 'cok-school-doubled', school: 'ГБОУ СОШ № 5', lines: [3, 17] },
  'sample-refused': { code: 'sample-refused' },
  'sample-in-book': { code: 'sample-in-book' },
  'book-empty': { code: 'book-empty' },
  'checklists-missing': { code: 'checklists-missing' },
  'checklist-school-missing': { code: 'checklist-school-missing', sheet: 'Чек-листы' },
  'checklist-column-missing': {
    code: 'checklist-column-missing',
    sheet: 'Чек-листы',
    column: 'И3. Token и group_id введены в СМИР',
  },
  'coordinator-place-missing': { code: 'coordinator-place-missing', sheet: 'Школы' },
  'request-invalid': { code: 'request-invalid', detail: 'row 3, column X: expected a whole number' },
  unexpected: { code: 'unexpected', detail: 'Service error' },
};

const ALL: readonly Issue[] = Object.values(EXAMPLES);

describe('sentenceOf', () => {
  it.each(ALL)('$code is a Russian sentence', (issue) => {
    const sentence = sentenceOf(issue);
    expect(sentence).toMatch(/^[А-ЯЁ]/);
    expect(sentence).toMatch(/[.!]$/);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object|«»|\(\)|\.\.| {2}/);
    expect(sentence.length).toBeLessThan(400);
  });

  it('no two codes share a sentence', () => {
    expect(new Set(ALL.map(sentenceOf)).size).toBe(ALL.length);
  });

  const cells = ALL.filter(
    (issue): issue is Issue & { line: number; heading: string } => 'line' in issue && 'heading' in issue,
  );
  it.each(cells)('$code names line, school and column', (issue) => {
    const start = `Строка 12 («${place.school}»), столбец «${issue.heading}»`;
    expect(sentenceOf(issue).startsWith(start)).toBe(true);
  });

  it.each([
    [
      EXAMPLES['count-text'],
      'Строка 12 («ГБОУ «Школа № 5»»), столбец «Активные ученики»: найдено «много», ожидалось целое число людей или пустая ячейка. Исправьте ячейку и выберите файл снова.',
    ],
    [
      EXAMPLES['columns-missing'],
      'Не найдены нужные столбцы: «ИНН». Незнакомые заголовки файла: «Налоговый номер». Ожидалась таблица статистики с заголовками в первой строке: скачайте её целиком и не переименовывайте столбцы.',
    ],
    [
      EXAMPLES['report-older'],
      'Отчёт от 27.05.2026, а в книге уже данные на 03.06.2026. Он будет записан только в «Историю»: более новые данные он не заменяет.',
    ],
  ])('%o', (issue, sentence) => {
    expect(sentenceOf(issue)).toBe(sentence);
  });

  it('leaves out the school where its name is blank', () => {
    expect(sentenceOf({ ...EXAMPLES['count-text'], school: '' })).toMatch(/^Строка 12, столбец/);
  });

  it('shortens foreign text and keeps it on one line', () => {
    const foreign = `<img onerror>\n${'я'.repeat(50_000)}`;
    const sentence = sentenceOf({
      ...EXAMPLES['count-text'],
      found: foreign,
      school: foreign,
      heading: foreign,
    });
    expect(sentence.length).toBeLessThan(4 * QUOTED_LENGTH + 150);
    expect(sentence).toContain('«<img onerror> яя');
    expect(sentence).toContain('я…»');
    expect(sentence).not.toContain('\n');
  });

  it('does not cut a surrogate pair in two', () => {
    const sentence = sentenceOf({ code: 'unexpected', detail: '😀'.repeat(100) });
    expect(sentence).toContain('😀…»');
  });

  it('lists the first of many headings and counts the rest', () => {
    const headings = Array.from({ length: 500 }, (_, at) => `Столбец ${at + 1}`);
    const sentence = sentenceOf({ code: 'columns-unknown', headings });
    expect(sentence).toContain('«Столбец 8» и ещё 492');
    expect(sentence).not.toContain('«Столбец 9»');
  });

  it('lists the first of many dates', () => {
    const dates = Array.from({ length: 20 }, (_, at) => `2026-01-${String(at + 1).padStart(2, '0')}`);
    expect(sentenceOf({ code: 'dates-several', dates })).toContain('08.01.2026 и другие. Последний');
  });
});

it('does not call a share met that cannot be: a total of 0', () => {
  const issue = {
    code: 'active-above-total',
    line: 3,
    school: 'Школа',
    group: 'teachers',
    active: 5,
  } as const;
  expect(sentenceOf({ ...issue, total: 4 })).toContain('считается достигнутой');
  expect(sentenceOf({ ...issue, total: 0 })).toContain('«нет данных»');
  expect(sentenceOf({ ...issue, total: 0 })).not.toContain('достигнут');
});
