import { describe, expect, it } from 'vitest';
import { COLUMN_INDEX } from '../../src/domain/columns.ts';
import { normaliseText } from '../../src/domain/normalise.ts';
import { HeadingIndex, matchHeadings } from '../../src/import/headings.ts';
import { HEADINGS } from './support.ts';

const index = new HeadingIndex();

describe('normaliseText', () => {
  it.each([
    ['case', 'КОД РЕГИОНА', 'Код региона'],
    ['spaces around and doubled', '  Код   региона ', 'Код региона'],
    ['no-break and narrow spaces', 'Код\u00a0\u202fрегиона', 'Код региона'],
    ['a line break', 'Код\nрегиона', 'Код региона'],
    ['quotes', '«Код региона"', 'Код региона'],
    ['a BOM', '\ufeffДата', 'Дата'],
    ['zero-width characters', 'Да\u200bта', 'Дата'],
    ['ё', 'Отчётная', 'Отчетная'],
    ['a long dash', 'Кол—во', 'Кол-во'],
    ['Latin letters that look alike', 'MO', 'МО'],
  ])('%s', (_note, one, other) => {
    expect(normaliseText(one)).toBe(normaliseText(other));
  });

  it('keeps different headings different', () => {
    expect(new Set(HEADINGS.map(normaliseText)).size).toBe(HEADINGS.length);
  });
});

describe('matchHeadings', () => {
  it('finds all columns in the order of the source', () => {
    expect(matchHeadings(HEADINGS, index)).toEqual({ positions: HEADINGS.map((_, at) => at), issues: [] });
  });

  it('finds them in any order', () => {
    const reversed = [...HEADINGS].reverse();
    expect(matchHeadings(reversed, index)).toEqual({
      positions: HEADINGS.map((_, at) => HEADINGS.length - 1 - at),
      issues: [],
    });
  });

  it.each([
    ['Учителей зарегистрировано в МАХ', 'teachersRegistered'],
    ['Учителей зарегистрировано в MAX', 'teachersRegistered'],
    ['Учителей зарегистрировано в Сферум в МАХ', 'teachersRegistered'],
    ['Количество активных учителей', 'teachersActive'],
    ['ID организации', 'orgId'],
    ['Муниципальное образование', 'municipality'],
    ['Краткое наименование', 'shortName'],
    ['Дата отчёта', 'date'],
  ] as const)('knows «%s»', (heading, key) => {
    expect(index.keyOf(heading)).toBe(key);
  });

  it('takes synonyms of the user', () => {
    const own = new HeadingIndex({ inn: ['Налоговый номер'] });
    expect(own.keyOf('налоговый  номер')).toBe('inn');
    expect(index.keyOf('налоговый номер')).toBeNull();
  });

  it('names missing columns together with the unknown ones, one of which may be meant', () => {
    const row = HEADINGS.map((heading) => (heading === 'ИНН' ? ' Номер налогоплательщика ' : heading));
    expect(matchHeadings([...row, ' ', ''], index).issues).toEqual([
      { code: 'columns-missing', headings: ['ИНН'], found: ['Номер налогоплательщика'] },
      { code: 'columns-unknown', headings: ['Номер налогоплательщика'] },
    ]);
  });

  it.each(['Ссылка', 'Активна'])('does without «%s»', (heading) => {
    const row = HEADINGS.filter((other) => other !== heading);
    const match = matchHeadings(row, index);
    expect(match.issues).toEqual([]);
    expect(match.positions.filter((position) => position === -1)).toHaveLength(1);
  });

  it('names a doubled column with its places', () => {
    expect(matchHeadings([...HEADINGS, 'инн'], index).issues).toEqual([
      { code: 'column-doubled', heading: 'ИНН', positions: [COLUMN_INDEX.inn + 1, 26] },
    ]);
  });

  it('tells personal columns from other unknown ones', () => {
    const personal = [
      'ФИО директора',
      'Фамилия',
      'Отчество',
      'Имя',
      'Телефон',
      'Моб. телефон',
      'E-mail',
      'Электронная почта',
      'СНИЛС',
      'Паспорт',
      'Дата рождения',
      'ТЕЛ.',
      'token',
    ];
    const plain = ['Комментарий', 'Адрес', 'Почти готово?', 'Наименование'];
    const { issues } = matchHeadings([...HEADINGS, ...personal, ...plain], index);
    expect(issues).toContainEqual({ code: 'columns-personal', headings: personal });
    expect(issues).toContainEqual({ code: 'columns-unknown', headings: plain });
  });

  it.each(['__proto__', 'constructor', 'toString', '<img src=x onerror=alert(1)>'])(
    'takes «%s» for an ordinary unknown heading',
    (heading) => {
      expect(matchHeadings([...HEADINGS, heading], index)).toEqual({
        positions: HEADINGS.map((_, at) => at),
        issues: [{ code: 'columns-unknown', headings: [heading] }],
      });
    },
  );
});
