import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readExceptions,
  withException,
  withoutException,
} from '../../../src/domain/checklists/exceptions.ts';
import { STEPS, type StepId } from '../../../src/domain/checklists/steps.ts';
import { RUNS, stepId } from './support.ts';

interface ReadCase {
  text: string;
  exceptions: Partial<Record<StepId, string>>;
  issues?: string[];
  note: string;
}

/** Codes with what they are about, short. */
const told = (text: string): string[] =>
  readExceptions(text, 'Школа').issues.map((issue) => {
    const about = 'step' in issue ? issue.step : 'found' in issue ? issue.found : '';
    return `${issue.code}: ${about}`;
  });

describe('readExceptions', () => {
  it.each<ReadCase>([
    { text: '', exceptions: {}, note: 'blank' },
    { text: ' ; \n', exceptions: {}, note: 'nothing between the signs' },
    { text: 'И3 — нет СМИР', exceptions: { 'integration.smir': 'нет СМИР' }, note: 'number and reason' },
    {
      text: 'integration.smir: нет',
      exceptions: {},
      issues: ['exception-unknown: integration.smir: нет'],
      note: 'an id is nothing that people type',
    },
    { text: 'И3 - нет', exceptions: { 'integration.smir': 'нет' }, note: 'a hyphen' },
    { text: 'и3 нет СМИР', exceptions: { 'integration.smir': 'нет СМИР' }, note: 'small letter, no sign' },
    { text: 'И-3: нет', exceptions: { 'integration.smir': 'нет' }, note: 'a hyphen inside the number' },
    { text: 'O4 — нет', exceptions: { 'organisation.parent-chats': 'нет' }, note: 'Latin O' },
    { text: 'P6 — нет', exceptions: { 'organisation.channel': 'нет' }, note: 'Latin P' },
    {
      text: 'О4, О5 и Р2: дети до 14 лет',
      exceptions: {
        'organisation.parent-chats': 'дети до 14 лет',
        'organisation.student-chats': 'дети до 14 лет',
        'organisation.parent-meetings': 'дети до 14 лет',
      },
      note: 'several steps, one reason',
    },
    {
      text: 'И3 — нет СМИР; Ц1 — филиал\nР5 — нет',
      exceptions: {
        'integration.smir': 'нет СМИР',
        'cok.timetable': 'филиал',
        'organisation.certificates': 'нет',
      },
      note: 'pieces by semicolon and line',
    },
    {
      text: 'И3 — нет СМИР; ждём весны',
      exceptions: { 'integration.smir': 'нет СМИР, ждём весны' },
      note: 'a semicolon inside the reason',
    },
    {
      text: 'И3 с 01.09 закрыта',
      exceptions: { 'integration.smir': 'с 01.09 закрыта' },
      note: 'a day in the reason is no step',
    },
    {
      text: 'И3',
      exceptions: { 'integration.smir': '' },
      issues: ['exception-without-reason: integration.smir'],
      note: 'no reason: left out, and told',
    },
    {
      text: 'И3 — нет; И3 — и тут нет',
      exceptions: { 'integration.smir': 'нет' },
      issues: ['exception-doubled: integration.smir'],
      note: 'the first reason counts',
    },
    {
      text: 'И99 — нет; И3 — нет',
      exceptions: { 'integration.smir': 'нет' },
      issues: ['exception-unknown: И99 — нет'],
      note: 'no such step',
    },
    {
      text: 'И3, И99 — нет',
      exceptions: { 'integration.smir': 'нет' },
      issues: ['exception-unknown: И99'],
      note: 'no such step in a row of steps',
    },
    {
      text: 'И3 — нет; 12 — нет',
      exceptions: { 'integration.smir': 'нет' },
      issues: ['exception-unknown: 12 — нет'],
      note: 'a bare number is no step and no reason',
    },
    {
      text: 'integration.next — нет',
      exceptions: {},
      issues: ['exception-unknown: integration.next — нет'],
      note: 'an id of a newer version',
    },
    {
      text: 'И3 О99 И4 — нет',
      exceptions: { 'integration.smir': 'нет', 'integration.export-task': 'нет' },
      issues: ['exception-unknown: О99'],
      note: 'no such step between steps',
    },
    {
      text: 'И3, И45а — нет',
      exceptions: { 'integration.smir': 'И45а — нет' },
      note: 'a longer number is no step',
    },
    {
      text: 'И3; нет СМИР',
      exceptions: { 'integration.smir': 'нет СМИР' },
      note: 'the reason behind the sign',
    },
    { text: 'И3, И3 — нет', exceptions: { 'integration.smir': 'нет' }, note: 'a step twice in one piece' },
    {
      text: 'нет классов; филиал',
      exceptions: {},
      issues: ['exception-unknown: нет классов', 'exception-unknown: филиал'],
      note: 'two pieces without a step',
    },
    { text: 'нет классов', exceptions: {}, issues: ['exception-unknown: нет классов'], note: 'no step' },
    { text: 'И31 — нет', exceptions: {}, issues: ['exception-unknown: И31 — нет'], note: 'not И3 with a 1' },
  ])('«$text»: $note', ({ text, exceptions, issues = [] }) => {
    expect(readExceptions(text, 'Школа').exceptions).toEqual(exceptions);
    expect(told(text)).toEqual(issues);
  });

  it('never throws, and leaves out only steps that it names', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ИЦОР135;,:— \nа.integration.smir') }), (text) => {
        for (const reason of Object.values(readExceptions(text, 'Школа').exceptions)) {
          expect(typeof reason).toBe('string');
        }
      }),
      RUNS,
    );
  });
});

describe('writing an exception', () => {
  it.each<{ before: string; step: StepId; reason: string; after: string; note: string }>([
    { before: '', step: 'integration.smir', reason: 'нет СМИР', after: 'И3 — нет СМИР', note: 'the first' },
    {
      before: 'нет классов',
      step: 'integration.smir',
      reason: 'нет',
      after: 'нет классов; И3 — нет',
      note: 'behind what cannot be read, which stays',
    },
    {
      before: 'И3 — старое; О4 — нет',
      step: 'integration.smir',
      reason: 'новое; точнее',
      after: 'О4 — нет; И3 — новое, точнее',
      note: 'a new reason replaces the old one',
    },
    { before: '', step: 'integration.smir', reason: ' \n', after: 'И3', note: 'no reason' },
    {
      before: '',
      step: 'integration.smir',
      reason: 'нет СМИР ',
      after: 'И3 — нет СМИР',
      note: 'no end blank',
    },
  ])('$note', ({ before, step, reason, after }) => {
    expect(withException(before, step, reason)).toBe(after);
  });

  it.each<{ before: string; after: string; note: string }>([
    { before: 'О4, И3 — нет', after: 'О4 — нет', note: 'the other step keeps the reason' },
    { before: 'О4, И3, И99 — нет', after: 'О4, И99 — нет', note: 'another step and what is unknown stay' },
    { before: 'И3, И99 — нет', after: 'И99 — нет', note: 'what is unknown stays' },
    { before: 'И3 — нет; ждём; О4 — да', after: 'О4 — да', note: 'with the whole of its reason' },
    { before: ' О4 — да ', after: 'О4 — да', note: 'not there: nothing changes' },
    { before: 'О4  –  да;; О5', after: 'О4  –  да;; О5', note: 'not there: not a sign of it' },
    { before: 'О4  –  да; И3', after: 'О4  –  да', note: 'a piece beside it stays as it was typed' },
    { before: 'О4, И3, О5 — нет', after: 'О4, О5 — нет', note: 'several other steps' },
    { before: 'О4; филиал; И3 — нет', after: 'О4; филиал', note: 'a reason of its own line stays' },
  ])('taken out: $note', ({ before, after }) => {
    expect(withoutException(before, 'integration.smir')).toBe(after);
  });

  it('reads back what was written, and others are untouched', () => {
    const reason = fc.stringMatching(/^[а-я][а-я ]{0,20}[а-я]$/);
    fc.assert(
      fc.property(
        fc.dictionary(stepId, reason, { noNullPrototype: true }),
        stepId,
        reason,
        (before, step, why) => {
          let text = '';
          for (const { id } of STEPS)
            text = before[id] === undefined ? text : withException(text, id, before[id]);
          text = withException(text, step, why);
          const after = readExceptions(text, 'Школа');
          const words = (line: string): string => line.replace(/\s+/g, ' ');
          const expected = Object.entries({ ...before, [step]: why }).map(([id, line]) => [id, words(line)]);
          expect(after.issues).toEqual([]);
          expect(after.exceptions).toEqual(Object.fromEntries(expected));
          expect(readExceptions(withoutException(text, step), 'Школа').exceptions[step]).toBeUndefined();
        },
      ),
      RUNS,
    );
  });
});
