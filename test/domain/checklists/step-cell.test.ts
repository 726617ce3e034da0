import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../src/domain/checklists/day-cell.ts';
import { readStepCell, type StepMark } from '../../../src/domain/checklists/step-cell.ts';

const OPEN: StepMark = { mark: 'open' };
const TICKED: StepMark = { mark: 'ticked' };
const wrong = (found: string): StepMark => ({ mark: 'wrong', found });

describe('readStepCell', () => {
  it.each<{ cell: CellValue; mark: StepMark; note: string }>([
    { cell: true, mark: TICKED, note: 'a ticked checkbox' },
    { cell: 'ИСТИНА', mark: TICKED, note: 'a tick kept as Russian text' },
    { cell: ' true ', mark: TICKED, note: 'a tick kept as English text' },
    { cell: false, mark: OPEN, note: 'an empty checkbox' },
    { cell: 'ЛОЖЬ', mark: OPEN, note: 'an empty checkbox as Russian text' },
    { cell: 'False', mark: OPEN, note: 'an empty checkbox as English text' },
    { cell: '', mark: OPEN, note: 'blank' },
    { cell: ' \n', mark: OPEN, note: 'white space' },
    { cell: null, mark: OPEN, note: 'null' },
    { cell: undefined, mark: OPEN, note: 'the column is not there' },
    { cell: 'н/п', mark: { mark: 'excepted', reason: '' }, note: 'left out without a reason' },
    { cell: 'Н/П: нет классов', mark: { mark: 'excepted', reason: 'нет классов' }, note: 'with a reason' },
    { cell: 'не применимо — нет', mark: { mark: 'excepted', reason: 'нет' }, note: 'in full words' },
    { cell: 'н/пусто', mark: wrong('н/пусто'), note: 'only the whole word' },
    { cell: 'да', mark: wrong('да'), note: 'a word that is no tick' },
    { cell: 1, mark: wrong('1'), note: 'a number' },
    { cell: 0, mark: wrong('0'), note: 'zero is no blank' },
    { cell: '#REF!', mark: wrong('#REF!'), note: 'an error value' },
    { cell: '12.11', mark: wrong('12.11'), note: 'a day belongs into the cell beside' },
    { cell: '2026-11-12', mark: wrong('2026-11-12'), note: 'a date too' },
    { cell: 'не\u00a0 применимо', mark: { mark: 'excepted', reason: '' }, note: 'blanks of any kind' },
  ])('$cell: $note', ({ cell, mark }) => {
    expect(readStepCell(cell)).toEqual(mark);
  });

  it('reads a long cell at once', () => {
    const long = `н/п${'-'.repeat(40_000)}\n${' '.repeat(9_000)}`;
    expect(readStepCell(long).mark).toBe('excepted');
    expect(readStepCell(`проверено${' '.repeat(40_000)}x`).mark).toBe('wrong');
  });
});
