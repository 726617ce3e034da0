import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as entry from '../../src/cells/entry.ts';
import { BLANKS, ERROR_VALUES, FUNCTIONS, WRONG_TYPES } from './cases.ts';

const replaced = (args: readonly unknown[], index: number, value: unknown): unknown[] =>
  args.map((argument, position) => (position === index ? value : argument));

/** Each argument as a column of the given cells; the rows are the calls. */
const columns = (calls: readonly (readonly unknown[])[]): unknown[][][] =>
  (calls[0] ?? []).map((_, argument) => calls.map((args) => [args[argument]]));

const latin = (name = ''): string => name.replace(/ .*/, '');

/** Their five cases stand in yardsticks.test.ts: they take words and ticks, or fold a range into one answer. */
const YARDSTICKS = ['MAX_WORST_STAGE', 'MAX_ORG_COUNTS', 'MAX_ORGS_SHARE', 'MAX_SELF_DIAGNOSIS'];

it('the tables of cases have every function of the entry', () => {
  expect([...FUNCTIONS.map(({ name }) => name), ...YARDSTICKS].sort()).toEqual(Object.keys(entry).sort());
});

describe.each(FUNCTIONS)('$name', ({ call, args, answer, otherArgs, otherAnswer, names }) => {
  const positions = args.map((_, index) => index);

  describe('usual', () => {
    it('answers single values with a single value', () => {
      expect(call(...args)).toBe(answer);
      expect(call(...otherArgs)).toBe(otherAnswer);
    });
  });

  describe('wrong type', () => {
    describe.each(positions)('argument %i', (index) => {
      it.each(WRONG_TYPES)('%s', (_note, value, found) => {
        const sentence = call(...replaced(args, index, value));
        expect(sentence).toContain(`в аргументе ${names[index]}`);
        expect(sentence).toContain(found);
        expect(sentence).toMatch(/^[А-Я]/);
      });

      it('is told in its own cell of a range only', () => {
        const wrong = replaced(args, index, 'много');
        expect(call(...columns([args, wrong, otherArgs]))).toEqual([
          [answer],
          [call(...wrong)],
          [otherAnswer],
        ]);
      });
    });

    it('a required argument left out is named', () => {
      for (const index of positions.slice(0, 2)) {
        expect(call(...replaced(args, index, undefined))).toContain(`аргумент ${names[index]} не указан`);
      }
    });

    it('a wrong argument is told before a blank one is passed over', () => {
      expect(call(...replaced(replaced(args, 0, ''), 1, 'много'))).toContain(names[1]);
    });
  });

  describe('blank', () => {
    it.each(BLANKS)('%s in a required argument stays a blank', (_note, blank) => {
      for (const index of [0, 1]) expect(call(...replaced(args, index, blank))).toBe('');
    });

    it('blanks between rows stay blanks', () => {
      const gap = replaced(args, 0, '');
      const allBlank = args.map(() => '');
      expect(call(...columns([args, gap, allBlank, otherArgs]))).toEqual([
        [answer],
        [''],
        [''],
        [otherAnswer],
      ]);
    });
  });

  describe('range and open range', () => {
    it('answers a column with a column, a row with a row, a block with a block', () => {
      expect(call(...columns([args, otherArgs]))).toEqual([[answer], [otherAnswer]]);
      expect(call(...args.map((argument, i) => [[argument, otherArgs[i]]]))).toEqual([[answer, otherAnswer]]);
      expect(
        call(
          ...args.map((argument, i) => [
            [argument, otherArgs[i]],
            [otherArgs[i], argument],
          ]),
        ),
      ).toEqual([
        [answer, otherAnswer],
        [otherAnswer, answer],
      ]);
    });

    it('spills an open range only as far as there is content', () => {
      const blankRows = Array.from({ length: 900 }, () => args.map(() => ''));
      expect(call(...columns([args, otherArgs, ...blankRows]))).toEqual([[answer], [otherAnswer]]);
      expect(call(...args.map((argument, i) => [[argument, otherArgs[i], '', '', '']]))).toEqual([
        [answer, otherAnswer],
      ]);
    });

    it('a last row with content in one argument only is still answered', () => {
      expect(call(...columns([args, replaced(args, 0, '')]))).toEqual([[answer], ['']]);
      expect(call(...columns([args, args.map((argument, i) => (i === 0 ? argument : ''))]))).toEqual([
        [answer],
        [''],
      ]);
    });

    it('an open range without content answers one blank cell', () => {
      const blankRows = Array.from({ length: 50 }, () => args.map(() => ''));
      expect(call(...columns(blankRows))).toEqual([['']]);
    });

    it('a single value goes with every cell of a range, also as a range of one cell', () => {
      for (const index of positions) {
        for (const single of [args[index], [[args[index]]]]) {
          const ranges = columns([args, args]);
          expect(call(...replaced(ranges, index, single))).toEqual([[answer], [answer]]);
        }
      }
    });

    it('ranges of one cell answer one cell', () => {
      expect(call(...args.map((argument) => [[argument]]))).toEqual([[answer]]);
    });

    it('ranges of unequal size are refused with both arguments and sizes', () => {
      const [first, ...others] = columns([args, otherArgs, args]);
      for (const [index] of others.entries()) {
        const shifted = others.map((range, i) => (i === index ? range.slice(1) : range));
        expect(call(first, ...shifted)).toBe(
          'Диапазоны должны быть одного размера (строк × столбцов): ' +
            `в аргументе ${latin(names[0])} — 3 × 1, в аргументе ${latin(names[index + 1])} — 2 × 1`,
        );
      }
    });

    it('open ranges that begin in different rows are refused, whatever their content', () => {
      const open = columns([args, otherArgs, ...Array.from({ length: 20 }, () => args.map(() => ''))]);
      expect(call(...open.map((range, i) => (i === 1 ? range.slice(1) : range)))).toContain(
        `в аргументе ${latin(names[1])} — 21 × 1`,
      );
    });

    it('takes arrays of another realm, as Sheets makes them', () => {
      const foreign = args.map((argument, i) =>
        runInNewContext(`[[${JSON.stringify(argument)}], [${JSON.stringify(otherArgs[i])}]]`),
      );
      expect(foreign[0]).not.toBeInstanceOf(Array);
      expect(call(...foreign)).toEqual([[answer], [otherAnswer]]);
    });

    it('does not change the arrays it was given', () => {
      const given = columns([args, otherArgs, args.map(() => '')]);
      const before = JSON.stringify(given);
      call(...given);
      expect(JSON.stringify(given)).toBe(before);
    });
  });

  describe('error passes through', () => {
    it.each(ERROR_VALUES)('%s', (error) => {
      for (const index of positions) {
        expect(call(...replaced(args, index, error))).toBe(error);
        expect(call(...columns([args, replaced(args, index, error)]))).toEqual([[answer], [error]]);
      }
    });

    it('an error object passes as its text', () => {
      for (const index of positions) expect(call(...replaced(args, index, new Error('#N/A')))).toBe('#N/A');
    });

    it('an error comes before a wrong type and before a blank', () => {
      expect(call(...replaced(replaced(args, 0, 'много'), 1, '#REF!'))).toBe('#REF!');
      expect(call(...replaced(replaced(args, 0, ''), 1, '#REF!'))).toBe('#REF!');
      expect(call(...replaced(replaced(args, 0, '#N/A'), 1, '#REF!'))).toBe('#N/A');
    });

    it('a text that only begins with # is a text', () => {
      expect(call(...replaced(args, 0, '#школа'))).toContain('текст «#школа»');
    });
  });
});
