import { describe, expect, it } from 'vitest';
import { COLUMN_COUNT, COLUMNS } from '../../src/domain/columns.ts';
import { readStatisticsText } from '../../src/import/read.ts';
import { cellsOf, HEADINGS, school, writeCsv } from './support.ts';

const RECORD = school();
/** The last columns first, under names that nobody knows. */
const SHUFFLED = [...cellsOf(RECORD)].reverse();
const FOREIGN = SHUFFLED.map((_, at) => `поле ${at + 1}`);
const SHUFFLED_CHOICE = Object.fromEntries(COLUMNS.map(({ key }, at) => [key, COLUMN_COUNT - 1 - at]));

const DEFAULT_CHOICE = Object.fromEntries(COLUMNS.map(({ key }, at) => [key, at]));

const foreignCsv = writeCsv([FOREIGN, SHUFFLED]);

function withHeadings(change: (headings: string[]) => void): string {
  const headings = [...HEADINGS];
  change(headings);
  return writeCsv([headings, cellsOf(RECORD)]);
}

describe('a file whose headings do not tell the columns', () => {
  it('is refused with a question that offers all its columns', () => {
    const { records, question } = readStatisticsText(foreignCsv);
    expect(records).toEqual([]);
    expect(question?.signature).toMatch(/^max\.25\./);
    expect(question?.fields).toHaveLength(COLUMN_COUNT);
    expect(question?.proposed).toEqual({});
    // The column «Ссылка» has a heading, though its cells are blank.
    expect(question?.columns.map(({ position }) => position)).toEqual(COLUMNS.map((_, at) => at));
  });

  it('is read as a person says, and says so', () => {
    const { records, issues, question } = readStatisticsText(foreignCsv, { columns: SHUFFLED_CHOICE });
    expect(records).toEqual([RECORD]);
    expect(issues).toEqual([{ code: 'columns-chosen', columns: 25 }]);
    expect(question?.proposed).toEqual(SHUFFLED_CHOICE);
  });

  it('does without the columns that a person leaves out', () => {
    const { link, activity, ...columns } = SHUFFLED_CHOICE;
    expect(readStatisticsText(foreignCsv, { columns })).toMatchObject({
      records: [{ ...RECORD, link: '', activity: '' }],
      issues: [{ code: 'columns-chosen', columns: 23 }],
    });
  });

  it('a person is believed where the headings tell everything too', () => {
    const columns = { ...DEFAULT_CHOICE, teachersActive: 24, teachersCalled: 23 };
    const [record] = readStatisticsText(writeCsv([HEADINGS, cellsOf(RECORD)]), { columns }).records;
    expect(record).toMatchObject({ teachersActive: RECORD.teachersCalled });
  });

  it('is read as was said at an earlier import', () => {
    const asked = readStatisticsText(foreignCsv).question;
    const remembered = [{ signature: asked?.signature ?? '', choice: SHUFFLED_CHOICE }];
    expect(readStatisticsText(foreignCsv, { remembered }).records).toEqual([RECORD]);
    const other = writeCsv([FOREIGN.map((heading) => `${heading}а`), SHUFFLED]);
    expect(readStatisticsText(other, { remembered }).records).toEqual([]);
  });

  it('one unknown heading: the rest is proposed', () => {
    const csv = withHeadings((headings) => headings.splice(22, 1, 'Налоговый номер'));
    const { issues, question } = readStatisticsText(csv);
    expect(issues.map(({ code }) => code)).toContain('columns-missing');
    expect(Object.keys(question?.proposed ?? {})).toHaveLength(24);
    expect(question?.proposed).not.toHaveProperty('inn');
    expect(readStatisticsText(csv, { columns: { ...question?.proposed, inn: 22 } }).records).toEqual([
      RECORD,
    ]);
  });

  it('a heading twice: neither column is proposed', () => {
    const csv = withHeadings((headings) => headings.splice(6, 1, 'ИНН'));
    const { issues, question } = readStatisticsText(csv);
    expect(issues.map(({ code }) => code)).toContain('column-doubled');
    expect(question?.proposed).not.toHaveProperty('inn');
  });

  it('columns read by their order may be told otherwise', () => {
    const csv = withHeadings((headings) => {
      for (const at of headings.keys()) headings[at] = `f${at}`;
    });
    const { records, issues, question } = readStatisticsText(csv);
    expect(records).toEqual([RECORD]);
    expect(issues.map(({ code }) => code)).toEqual(['columns-by-position']);
    expect(question?.proposed).toMatchObject({ date: 0, teachersCalled: 24 });
  });

  it('personal columns are not offered', () => {
    const csv = writeCsv([
      [...FOREIGN, 'ФИО директора'],
      [...SHUFFLED, 'Петров'],
    ]);
    const { question } = readStatisticsText(csv);
    expect(question?.columns).toHaveLength(COLUMN_COUNT);
    const { issues } = readStatisticsText(csv, { columns: SHUFFLED_CHOICE });
    expect(issues).toContainEqual({ code: 'columns-personal', headings: ['ФИО директора'] });
  });

  it.each([
    { note: 'headings that tell everything', csv: writeCsv([HEADINGS, cellsOf(RECORD)]) },
    {
      note: 'headings that tell everything, and one more column',
      csv: writeCsv([
        [...HEADINGS, 'Прочее'],
        [...cellsOf(RECORD), '7'],
      ]),
    },
    {
      note: 'a table without a column that is required',
      csv: writeCsv([HEADINGS.slice(0, 24), cellsOf(RECORD).slice(0, 24)]),
    },
    {
      note: 'another table, too narrow for the statistics',
      csv: writeCsv([
        ['a', 'b'],
        ['1', '2'],
      ]),
    },
  ])('nothing is asked of $note', ({ csv }) => {
    expect(readStatisticsText(csv).question).toBeNull();
  });
});
