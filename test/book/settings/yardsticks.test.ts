import { describe, expect, it } from 'vitest';
import { dateOfSerial } from '../../../src/book/cells.ts';
import type { CellOutput } from '../../../src/book/platform.ts';
import { AREAS } from '../../../src/book/settings/areas.ts';
import { settingValues } from '../../../src/book/settings/values.ts';
import { readYardsticks } from '../../../src/book/settings/yardsticks.ts';
import type { Issue } from '../../../src/domain/issues.ts';
import { DEFAULT_YARDSTICKS } from '../../../src/domain/yardsticks/settings.ts';

/** As cells give them: dates as serial numbers here. */
function parse(entries: readonly (readonly [string, CellOutput])[]) {
  const issues: Issue[] = [];
  const dateOf = (value: unknown) => (typeof value === 'number' ? dateOfSerial(value) : null);
  return { yardsticks: readYardsticks(settingValues(entries, dateOf, issues)), issues };
}

const initial = AREAS.flatMap(({ rows }) => rows).map(({ code, initial: value }): [string, CellOutput] => [
  code,
  typeof value === 'string' ? value.replace(/^'/, '') : value,
]);

/** The rows of a new book, one of them changed. */
function changed(code: string, value: CellOutput) {
  expect(initial.map(([known]) => known)).toContain(code);
  return parse(initial.map((entry) => (entry[0] === code ? [code, value] : entry)));
}

describe('settings of the official yardsticks (domain.md §4)', () => {
  it('are the defaults of the core in a new book, and where a book has none of the rows', () => {
    const settings = parse(initial);
    expect(settings.issues).toEqual([]);
    const { monitoring, selfDiagnosis } = DEFAULT_YARDSTICKS;
    expect(settings.yardsticks).toEqual({ monitoring, selfDiagnosis });
    expect(parse([]).yardsticks).toEqual({ monitoring, selfDiagnosis });
  });

  const cases: {
    note: string;
    code: string;
    value: CellOutput;
    want: object;
    named?: boolean;
  }[] = [
    {
      note: 'monitoring: students and parents as one group',
      code: 'monitoring.reading',
      value: 'Вместе',
      want: { monitoring: { reading: 'combined' } },
    },
    {
      note: 'a reading that is none is named',
      code: 'monitoring.reading',
      value: 'как-нибудь',
      want: { monitoring: { reading: 'separate' } },
      named: true,
    },
    {
      note: 'monitoring: another target of teachers',
      code: 'monitoring.teachers',
      value: 0.8,
      want: { monitoring: { targets: { teachers: 8000, students: 3000 } } },
    },
    {
      note: 'a blank target of the monitoring is the usual one: the order names it',
      code: 'monitoring.parents',
      value: '',
      want: { monitoring: { targets: { parents: 3000 } } },
    },
    {
      note: 'kinds that are not monitored',
      code: 'monitoring.not-for',
      value: 'СПО; Дополнительное',
      want: { monitoring: { notFor: ['college', 'additional'] } },
    },
    {
      note: 'a kind that is none is named, the others hold',
      code: 'monitoring.not-for',
      value: 'СПО; вузы',
      want: { monitoring: { notFor: ['college'] } },
      named: true,
    },
    {
      note: 'the share of organisations to reach',
      code: 'monitoring.share-target',
      value: 0.9,
      want: { monitoring: { shareTarget: 9000 } },
    },
    {
      note: '8.5: teachers and students pooled',
      code: 'selfdiagnosis.reading',
      value: 'вместе',
      want: { selfDiagnosis: { reading: 'pooled' } },
    },
    {
      note: '8.5: another threshold',
      code: 'selfdiagnosis.threshold',
      value: 0.9,
      want: { selfDiagnosis: { threshold: 9000 } },
    },
    {
      note: '8.5: for schools and colleges',
      code: 'selfdiagnosis.kinds',
      value: 'школы; спо',
      want: { selfDiagnosis: { kinds: ['school', 'college'] } },
    },
    {
      note: '8.5: blank is the usual kinds, never nobody',
      code: 'selfdiagnosis.kinds',
      value: '',
      want: { selfDiagnosis: { kinds: ['school'] } },
    },
  ];
  it.each(cases)('$code: $note', ({ code, value, want, named = false }) => {
    const settings = changed(code, value);
    expect(settings.yardsticks).toMatchObject(want);
    expect(settings.issues.map((issue) => issue.code)).toEqual(named ? ['setting-invalid'] : []);
  });

  it('have words in «Настройки», every one', () => {
    for (const { rows, words } of AREAS) {
      const all = words();
      expect(Object.keys(all).sort()).toEqual(rows.map(({ code }) => code).sort());
    }
  });
});
