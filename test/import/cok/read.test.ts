import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COK_RECOGNISER, guessCokField } from '../../../src/import/cok/columns.ts';
import { dayInName } from '../../../src/import/cok/day-in-name.ts';
import { readCokFile, readCokText } from '../../../src/import/cok/read.ts';
import { cokCsv, sampleCok } from '../../../src/sample/cok.ts';
import { sampleDistrict } from '../../../src/sample/district.ts';
import { inline, value, writeWorkbook } from '../xlsx/write-workbook.ts';

const [RECORDS = []] = sampleDistrict({ schools: 40, weeks: 1, seed: 1, lastDate: '2026-11-18' });

const HEADINGS: readonly (readonly [heading: string, field: string | null])[] = [
  ['Образовательная организация', 'school'],
  ['Наименование ОО', 'school'],
  ['ИНН организации', 'code'],
  ['ID организация', 'code'],
  ['Всего педагогов', 'teachersTotal'],
  ['Кол-во учителей', 'teachersTotal'],
  ['Педагогов вошли в УБ ЦОК', 'loggedIn'],
  ['Педагоги, назначившие хотя бы 1 урок', 'assigned'],
  ['Количество обучающихся', 'studentsTotal'],
  ['Обучающихся, которым назначен урок', 'studentsAssigned'],
  ['С назначенным уроком', 'studentsAssigned'],
  ['Обучающиеся, просмотревшие назначенный урок', 'viewed'],
  ['Численность педагогов', 'teachersTotal'],
  ['Число сотрудников', 'teachersTotal'],
  ['Учеников всего', 'studentsTotal'],
  ['Педагогов и обучающихся всего', null],
  ['Обучающиеся, вошедшие', null],
  ['Просмотрели учителя', null],
  ['Ученики школы', null],
  ['id', 'code'],
  ['Школа (ID, ИНН)', 'code'],
  ['Идентификатор', null],
  ['Отчётный период', 'date'],
  ['Дата обновления', 'date'],
  ['Доля назначивших', null],
  ['Просмотрели, %', null],
  ['Процент педагогов', null],
  ['', null],
  ['__proto__', null],
];

describe('guessCokField', () => {
  it.each(HEADINGS)('%s', (heading, field) => {
    expect(guessCokField(heading)).toBe(field);
  });

  it('tells a row of headings by the different columns that it names', () => {
    const row = ['Школа', 'Назначили', 'Примечание', 'Педагоги, назначившие урок', ''];
    expect(COK_RECOGNISER.recognised(row)).toBe(2);
  });
});

describe('readCokText', () => {
  it('knows our own headings and reads without a question', () => {
    const reading = readCokText('Школа\tНазначили\tПросмотрели\nШкола № 5\t12\t\n');
    expect(reading).toMatchObject({ known: true, fields: ['assigned', 'viewed'], date: null, issues: [] });
    expect(reading.rows).toMatchObject([
      { line: 2, school: 'Школа № 5', counts: { assigned: 12, viewed: null } },
    ]);
  });

  it('asks about other headings, with what they suggest', () => {
    const reading = readCokText(cokCsv(sampleCok(RECORDS, 0), RECORDS, '2026-11-18'));
    expect(reading).toMatchObject({ known: false, rows: [] });
    expect(reading.question?.proposed).toEqual({ school: 0, loggedIn: 1, assigned: 2, viewed: 4, date: 5 });
  });

  it('reads what DataLens saves, once the columns are said: totals are left out, the day is taken', () => {
    const schools = sampleCok(RECORDS, 0);
    const text = cokCsv(schools, RECORDS, '2026-11-18');
    const columns = { school: 0, loggedIn: 1, assigned: 2, viewed: 4, date: 5 };
    const reading = readCokFile(new TextEncoder().encode(text), { columns });
    expect(reading.date).toBe('2026-11-18');
    expect(reading.rows.map(({ counts }) => counts)).toEqual(schools.map(({ counts }) => counts));
    expect(reading.issues.map(({ code }) => code)).toEqual(['row-total']);
  });

  it('reads a workbook as well', () => {
    const rows = [
      [inline('Школа'), inline('Назначили')],
      [inline('Школа № 5'), value('12')],
    ];
    const bytes = writeWorkbook({ sheets: [{ name: 'Лист1', rows }] });
    expect(readCokFile(bytes).rows).toMatchObject([{ school: 'Школа № 5', counts: { assigned: 12 } }]);
  });

  const own = 'Школа;Назначили;Просмотрели;Дата\n';
  const faults: { note: string; text: string; codes: readonly string[] }[] = [
    { note: 'percents, named once a column', text: `${own}А 1;45%;1;\nБ 2;50%;1;\n`, codes: ['cok-percent'] },
    { note: 'fractions', text: `${own}А 1;0,45;1;\n`, codes: ['cok-percent'] },
    { note: 'a negative count', text: `${own}А 1;-4;1;\n`, codes: ['count-negative'] },
    { note: 'a text for a count', text: `${own}А 1;много;1;\n`, codes: ['count-text'] },
    { note: 'more cells than headings', text: `${own}А 1;4;1;;9\n`, codes: ['row-ragged'] },
    { note: 'no day of that calendar', text: `${own}А 1;4;1;31.02.2026\n`, codes: ['date-invalid'] },
    { note: 'headings only', text: own, codes: ['file-header-only'] },
    { note: 'nothing', text: '', codes: ['file-empty'] },
  ];
  it.each(faults)('refuses $note', ({ text, codes }) => {
    const reading = readCokText(text);
    expect(reading.issues.map(({ code }) => code)).toEqual(codes);
    expect(reading.rows).toEqual([]);
  });

  it('says of a fault where it stands and what stands there', () => {
    const issuesOf = (text: string, options = {}) => readCokText(text, options).issues;
    const at = { line: 2, school: 'А 1' };
    expect(issuesOf(`${own}А 1;много;1;\n`)).toEqual([
      { code: 'count-text', ...at, heading: 'Назначили', found: 'много' },
    ]);
    expect(issuesOf(`${own}А 1;1;9999999;\n`)).toEqual([
      { code: 'count-too-large', ...at, heading: 'Просмотрели', found: '9999999', limit: 1_000_000 },
    ]);
    expect(issuesOf(`${own}А 1;45%;0,5;\nБ 2;46%;1;\n`)).toEqual([
      { code: 'cok-percent', heading: 'Назначили', found: '45%' },
      { code: 'cok-percent', heading: 'Просмотрели', found: '0,5' },
    ]);
    expect(issuesOf(`${own}А 1;1;1;3/6/2026\n`)).toEqual([
      { code: 'date-ambiguous', ...at, heading: 'Дата', found: '3/6/2026' },
    ]);
    expect(issuesOf(`${own}А 1;1;1;3/6/2026\n`, { dayMonthOrder: 'day-first' })).toEqual([]);
    expect(issuesOf(`${own}А 1;1;1;; \nБ 2;1;1;; 7\n`)).toEqual([
      { code: 'row-ragged', line: 3, found: 5, expected: 4 },
    ]);
    expect(issuesOf(`${own}А 1;"1"2";1;\n`).map(({ code }) => code)).toContain('row-quotes');
    expect(issuesOf('Школа;"Люди\nА 1;4\n', { columns: { school: 0, assigned: 1 } })).toEqual([
      { code: 'row-quotes', line: 1 },
    ]);
    expect(issuesOf(`"т"и"тул"\n${own}А 1;2;1;\n`).map(({ code }) => code)).not.toContain('row-quotes');
    expect(issuesOf(`"УБ ЦОК" за неделю\n${own}А 1;2;1;\n`)).toEqual([
      { code: 'lines-skipped', first: 1, last: 1 },
    ]);
  });

  it('leaves totals, rows without a school and blank rows out', () => {
    const text = `${own}А 1;4;1;\nИТОГО;4;1;\n;4;1;\n ; ;; \nВсего школ;1;1;\n`;
    const reading = readCokText(text);
    expect(reading.rows.map(({ school }) => school)).toEqual(['А 1']);
    expect(reading.issues).toEqual([
      { code: 'row-total', line: 3, found: 'ИТОГО' },
      { code: 'row-total', line: 4, found: '' },
      { code: 'row-total', line: 6, found: 'Всего школ' },
    ]);
    const coded = readCokText('Школа;Код;Назначили\n;77;4\n', {
      columns: { school: 0, code: 1, assigned: 2 },
    });
    expect(coded.rows).toMatchObject([{ line: 2, school: '', code: '77' }]);
  });

  it('needs a column of people', () => {
    const columns = { school: 0, loggedIn: 1 };
    const reading = readCokText('Школа;Вошли\nА 1;4\n', { columns });
    expect(reading.issues.map(({ code }) => code)).toContain('cok-no-counts');
    expect(reading.rows).toEqual([]);
    for (const key of ['assigned', 'viewed']) {
      const { issues } = readCokText('Школа;Люди\nА 1;4\n', { columns: { school: 0, [key]: 1 } });
      expect(issues.map(({ code }) => code)).not.toContain('cok-no-counts');
    }
  });

  it('takes as many schools as the book, and no more', () => {
    const rows = (count: number): string =>
      Array.from({ length: count }, (_, at) => `А ${at};1;1;\n`).join('');
    expect(readCokText(own + rows(5000)).issues).toEqual([]);
    expect(readCokText(own + rows(5001)).issues).toEqual([
      { code: 'file-too-long', rows: 5001, limit: 5000 },
    ]);
  });

  it('names personal columns and offers none of them', () => {
    const reading = readCokText('Школа;Телефон; ;Назначили\nА 1;+7;;4\n');
    expect(reading.issues).toEqual([{ code: 'columns-personal', headings: ['Телефон'] }]);
    expect(reading.question?.columns.map(({ position }) => position)).not.toContain(1);
    expect(reading.question?.signature).toMatch(/^cok\.4\./);
    expect(readCokText('Школа;Просмотрели\nА 1;4\n').known).toBe(true);
    expect(readCokText('Школа;Вошли\nА 1;4\n').known).toBe(false);
    expect(readCokText('Школа;Назначили;Назначили урок\nА 1;4;5\n').rows).toMatchObject([
      { counts: { assigned: 4 } },
    ]);
  });

  it('tells how the table was read, and which columns were taken', () => {
    const reading = readCokText(`${own} А 1 ; 4 ;1;\n`);
    expect(reading).toMatchObject({ encoding: 'pasted', delimiter: ';', date: null });
    expect(reading.question?.proposed).toMatchObject({ school: 0, assigned: 1, viewed: 2, date: 3 });
    expect(reading.rows).toMatchObject([{ school: 'А 1', counts: { assigned: 4, viewed: 1 } }]);
    expect(readCokText('')).toMatchObject({
      rows: [],
      fields: [],
      encoding: 'utf-8',
      delimiter: '',
      question: null,
    });
  });

  it('takes the latest of several reports in one file', () => {
    const reading = readCokText(`${own}А 1;4;1;11.11.2026\nА 1;5;2;18.11.2026\nБ 2;6;3;18.11.2026\n`);
    expect(reading.date).toBe('2026-11-18');
    expect(reading.rows.map(({ counts }) => counts.assigned)).toEqual([5, 6]);
    expect(reading.issues.map(({ code }) => code)).toEqual(['dates-several']);
  });

  it('takes the day from any row: a row without one is of the latest report, a row cut short has blanks', () => {
    const [latest, earlier] = ['А 1;5;2;18.11.2026\nБ 2;6;3;\nВ 3;7\n', 'А 1;4;1;11.11.2026\n'];
    const read = (text: string) => {
      const { date, rows, issues } = readCokText(own + text);
      return {
        date,
        rows: rows.map(({ school, counts }) => [school, counts.assigned, counts.viewed]),
        codes: issues.map(({ code }) => code),
      };
    };
    const rows = [
      ['А 1', 5, 2],
      ['Б 2', 6, 3],
      ['В 3', 7, null],
    ];
    expect(read(latest)).toEqual({ date: '2026-11-18', rows, codes: [] });
    expect(read(latest + earlier)).toEqual({ date: '2026-11-18', rows, codes: ['dates-several'] });
    expect(readCokText(`${own}А 1;5;2;18.11.2026\n${earlier}`).issues).toEqual([
      { code: 'dates-several', dates: ['2026-11-11', '2026-11-18'] },
    ]);
  });

  it('needs who assigned or who viewed', () => {
    const reading = readCokText('Школа;Вошли\nА 1;4\n', { columns: { school: 0, loggedIn: 1 } });
    expect(reading.issues).toEqual([{ code: 'cok-no-counts' }]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        readCokText(text);
        readCokText(text, { columns: { school: 0, assigned: 1 } });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('dayInName', () => {
  it.each([
    ['УБ_ЦОК_2026-11-18_10-30-00.csv', '2026-11-18'],
    ['ChartExportData_2026_11_18_10_30.csv', '2026-11-18'],
    ['2026-13-40.csv', null],
    ['отчёт.csv', null],
  ])('%s', (name, day) => {
    expect(dayInName(name)).toBe(day);
  });
});
