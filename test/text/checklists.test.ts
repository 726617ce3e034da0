import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar.ts';
import { cureOf } from '../../src/domain/checklists/cures.ts';
import { deadlineOf, type InvitationDeadline } from '../../src/domain/checklists/due.ts';
import { makeProgress, type StepState } from '../../src/domain/checklists/progress.ts';
import { LISTS, STEPS } from '../../src/domain/checklists/steps.ts';
import {
  cureText,
  deadlineText,
  duePromiseText,
  dutyText,
  invitationText,
  LIST_SHORT_TITLES,
  LIST_TITLES,
  progressText,
  promiseText,
  standstillText,
  stateText,
  stepName,
  stepProgressText,
  suggestionText,
} from '../../src/text/checklists.ts';
import { changeText } from '../../src/text/tick-change.ts';
import { allDone } from '../domain/checklists/support.ts';

/** No-break spaces read as spaces. */
const plain = (text: string): string => text.replace(/\u00a0/g, ' ');
const DUE = '2025-11-26';

describe('deadlineText', () => {
  it.each([
    [-20, 'срок 26.11.2025'],
    [-7, 'срок через 7 дней'],
    [-2, 'срок через 2 дня'],
    [-1, 'срок через 1 день'],
    [0, 'срок сегодня'],
    [1, 'просрочено на 1 день'],
    [3, 'просрочено на 3 дня'],
    [5, 'просрочено на 5 дней'],
    [11, 'просрочено на 11 дней'],
    [21, 'просрочено на 21 день'],
    [101, 'просрочено на 101 день'],
    [111, 'просрочено на 111 дней'],
  ])('%d days after the day: %s', (days, text) => {
    expect(plain(deadlineText(deadlineOf(DUE, addDays(DUE, days))))).toBe(text);
  });
});

describe('invitationText', () => {
  const lastDay = '2026-10-31';
  it.each<{ deadline: InvitationDeadline; text: string }>([
    { deadline: { is: 'none' }, text: '' },
    {
      deadline: { is: 'waiting', lastDay, pending: 5, left: 40 },
      text: 'не принято 5 приглашений: действуют до 31.10.2026',
    },
    {
      deadline: { is: 'expiring', lastDay, pending: 1, left: 5 },
      text: 'не принято 1 приглашение: срок истекает через 5 дней',
    },
    {
      deadline: { is: 'expiring', lastDay, pending: null, left: 1 },
      text: 'приглашения не приняты: срок истекает через 1 день',
    },
    {
      deadline: { is: 'expiring', lastDay, pending: 2, left: 0 },
      text: 'не принято 2 приглашения: срок истекает сегодня',
    },
    {
      deadline: { is: 'void', lastDay, pending: 21, late: 3 },
      text: 'не принято 21 приглашение: срок истёк 3 дня назад, отправьте заново',
    },
  ])('$text', ({ deadline, text }) => {
    expect(plain(invitationText(deadline))).toBe(text);
  });
});

describe('stateText', () => {
  it.each<{ state: StepState; text: string }>([
    { state: { state: 'done', on: null }, text: 'выполнено' },
    { state: { state: 'done', on: '2026-11-12' }, text: 'проверено 12.11' },
    { state: { state: 'open' }, text: 'не выполнено' },
    {
      state: { state: 'lapsed', on: '2026-11-12' },
      text: 'проверено 12.11, с тех пор вышел новый отчёт: проверьте снова',
    },
    {
      state: { state: 'wrong', fault: 'text', found: 'да' },
      text: 'в ячейке не отметка: исправьте её в листе «Чек-листы»',
    },
    { state: { state: 'not-applicable' }, text: 'не применимо к этому типу организаций' },
    { state: { state: 'excepted', reason: '' }, text: 'не применимо (причина не указана)' },
    { state: { state: 'excepted', reason: 'нет СМИР' }, text: 'не применимо: нет СМИР' },
  ])('$text', ({ state, text }) => {
    expect(stateText(state)).toBe(text);
  });
});

describe('names', () => {
  it('of lists and steps', () => {
    for (const list of LISTS) {
      expect(LIST_SHORT_TITLES[list].length).toBeLessThanOrEqual(LIST_TITLES[list].length);
    }
    expect(stepName('integration.smir')).toBe('И3. Token и group_id введены в СМИР');
  });

  it('of duties', () => {
    expect(STEPS.filter(({ id }) => dutyText(id) === 'обязанность района').map(({ label }) => label)).toEqual(
      ['О1'],
    );
    expect(dutyText('organisation.channel')).toBe('рекомендуется');
    expect(dutyText('cok.access')).toBe('');
  });
});

describe('progress in words', () => {
  it.each([
    [makeProgress(5, 9), '5 из 9 (55,55 %)'],
    [makeProgress(9, 9), '9 из 9 (100 %)'],
    [makeProgress(0, 0), 'не применимо'],
  ])('%o is %s', (progress, text) => {
    expect(plain(progressText(progress))).toBe(text);
  });

  it.each([
    [1, '0 из 1 школы (0 %)'],
    [2, '0 из 2 школ (0 %)'],
    [21, '0 из 21 школы (0 %)'],
  ])('of %d schools', (schools, text) => {
    const progress = { step: 'integration.smir', waiting: [], ...makeProgress(0, schools) } as const;
    expect(plain(stepProgressText(progress))).toBe(`И3. Token и group_id введены в СМИР — сделано: ${text}`);
  });

  it.each([
    [null, 'ни одной отметки'],
    [14, 'нет новых отметок 14 дней'],
    [21, 'нет новых отметок 21 день'],
  ])('standing for %s', (days, text) => {
    expect(plain(standstillText({ school: '17', progress: makeProgress(0, 9), days }))).toBe(text);
  });
});

describe('cureText', () => {
  it('tells teachers’ step, offers families help', () => {
    expect(cureText(cureOf({ stage: 'linked', group: 'teachers' }, 'school'))).toBe(
      'Поможет шаг: И5. В личных делах есть идентификаторы Сферума',
    );
    for (const group of ['parents', 'students'] as const) {
      expect(cureText(cureOf({ stage: 'active', group }, 'school'))).toContain('участие добровольное');
      expect(cureText(cureOf({ stage: 'active', group }, 'school', allDone()))).toContain(
        'участие добровольное',
      );
    }
  });

  it('asks to look again where all is ticked', () => {
    expect(cureText(cureOf({ stage: 'linked', group: 'teachers' }, 'school', allDone()))).toMatch(
      /^Шаги отмечены, но на этой стадии ещё есть потери/,
    );
  });

  it('is blank where there is no step', () => {
    expect(cureText({ steps: [], opens: null, allDone: false, voluntary: false })).toBe('');
  });
});

it('a promise, with and without what', () => {
  const promise = { until: '2026-11-17', what: 'акт' };
  expect(promiseText(promise)).toBe('обещали до 17.11.2026: акт');
  expect(promiseText({ ...promise, what: '' })).toBe('обещали до 17.11.2026');
  const due = { ...promise, school: '17', deadline: deadlineOf('2026-11-17', '2026-11-20') };
  expect(plain(duePromiseText(due))).toBe('обещали до 17.11.2026: акт — просрочено на 3 дня');
});

it('every step that a number suggests says which number', () => {
  for (const { id, suggestedBy } of STEPS) {
    if (suggestedBy !== undefined) expect(suggestionText({ step: id, count: 41 })).toContain('41');
  }
  expect(suggestionText({ step: 'integration.identifiers', count: 41 })).toBe(
    'Похоже, выполнено: связанных аккаунтов педагогов — 41. Проверьте и отметьте.',
  );
});

it('a change as the log shows it', () => {
  expect(plain(changeText('open', 'done'))).toBe('нет → да');
  expect(plain(changeText('2026-11-12', 'open'))).toBe('проверено 12.11.2026 → нет');
});
