import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../src/domain/checklists/day-cell.ts';
import { readStepCell, type StepMark } from '../../../src/domain/checklists/step-cell.ts';
import { SETTING } from './support.ts';

const OPEN: StepMark = { mark: 'open' };
const TICKED: StepMark = { mark: 'ticked', on: null };
const wrong = (found: string, fault: 'text' | 'future' = 'text'): StepMark => ({
  mark: 'wrong',
  fault,
  found,
});

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
  ])('$cell: $note', ({ cell, mark }) => {
    expect(readStepCell(cell, false, SETTING)).toEqual(mark);
    expect(readStepCell(cell, true, SETTING)).toEqual(mark);
  });

  it.each<{ cell: string; mark: StepMark; note: string }>([
    { cell: '2026-11-12', mark: { mark: 'ticked', on: '2026-11-12' }, note: 'a date' },
    { cell: 'проверено 12.11', mark: { mark: 'ticked', on: '2026-11-12' }, note: 'as the how-to says' },
    { cell: 'Проверено: 12.11.2026', mark: { mark: 'ticked', on: '2026-11-12' }, note: 'with a year' },
    { cell: '12.11', mark: { mark: 'ticked', on: '2026-11-12' }, note: 'the day alone' },
    { cell: '2026-11-21', mark: wrong('2026-11-21', 'future'), note: 'tomorrow' },
    { cell: 'проверено', mark: wrong('проверено'), note: 'no day' },
    { cell: 'проверено 31.11', mark: wrong('проверено 31.11'), note: 'no such day' },
  ])('a dated step, «$cell»: $note', ({ cell, mark }) => {
    expect(readStepCell(cell, true, SETTING)).toEqual(mark);
    expect(readStepCell(cell, false, SETTING)).toEqual(wrong(cell));
  });

  it('takes the year from the report where today is not known (functions in cells have no clock)', () => {
    const days = { today: null, reportDate: '2026-01-07' };
    expect(readStepCell('28.12', true, days)).toEqual({ mark: 'ticked', on: '2025-12-28' });
    expect(readStepCell('28.12', true, { today: null, reportDate: null })).toEqual(wrong('28.12'));
  });

  it('reads a long cell at once', () => {
    const long = `н/п${'-'.repeat(40_000)}\n${' '.repeat(9_000)}`;
    expect(readStepCell(long, true, SETTING).mark).toBe('excepted');
    expect(readStepCell(`проверено${' '.repeat(40_000)}x`, true, SETTING).mark).toBe('wrong');
  });
});
