import { describe, expect, it } from 'vitest';
import type { StepStates } from '../../src/domain/checklists/progress.ts';
import { STEPS } from '../../src/domain/checklists/steps.ts';
import {
  bulkQuestion,
  bulkResultText,
  changeName,
  lostChangeText,
  type NamedChange,
  pendingText,
  pointsText,
  unwrittenText,
} from '../../src/text/checklist-changes.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a change that is not in the book', () => {
  it.each<[NamedChange, string]>([
    [
      { kind: 'tick', step: 'integration.smir', done: true },
      'отметка шага «И3. Token и group_id введены в СМИР»',
    ],
    [
      { kind: 'tick', step: 'integration.smir', done: false },
      'снятие отметки шага «И3. Token и group_id введены в СМИР»',
    ],
    [
      { kind: 'exception', step: 'cok.timetable' },
      '«не применимо» шага «Ц1. Расписание заполнено в Параграфе»',
    ],
    [{ kind: 'comment' }, 'комментарий'],
    [{ kind: 'invitations' }, 'приглашения'],
    [{ kind: 'coordinator' }, 'координатор'],
  ])('is named: %j', (change, name) => {
    expect(changeName(change)).toBe(name);
    expect(unwrittenText('Школа № 5', change, 'Связь прервалась.')).toBe(
      `Не записано: ${name}, Школа № 5. Связь прервалась.`,
    );
  });

  it('says what somebody else wrote instead', () => {
    const states = Object.fromEntries(STEPS.map(({ id }) => [id, { state: 'open' }])) as StepStates;
    const tick = { kind: 'tick', step: 'cok.timetable', done: true } as const;
    expect(lostChangeText('Школа № 5', tick, states)).toContain(
      'изменил кто-то другой. Сейчас там: не выполнено.',
    );
    expect(lostChangeText('Школа № 5', { kind: 'comment' }, states)).not.toContain('Сейчас там');
    expect(lostChangeText('Школа № 5', tick, undefined)).not.toContain('Сейчас там');
  });
});

it.each([
  [1, 'Записываем 1 изменение…'],
  [2, 'Записываем 2 изменения…'],
  [5, 'Записываем 5 изменений…'],
  [21, 'Записываем 21 изменение…'],
])('%d changes are under way', (count, text) => {
  expect(plain(pendingText(count))).toBe(text);
});

it.each([
  [2.1, '▲ 2,1 п. п.'],
  [-0.5, '▼ 0,5 п. п.'],
  [0, '± 0 п. п.'],
  [0.001, '± 0 п. п.'],
  [12, '▲ 12 п. п.'],
  [-3.25, '▼ 3,25 п. п.'],
  [0.07, '▲ 0,07 п. п.'],
])('a change of %d percentage points', (points, text) => {
  expect(plain(pointsText(points))).toBe(text);
});

describe('one step of many schools', () => {
  it.each([
    [1, null, 'Отметить шаг «И1. DataGate и Параграф обновлены» за 1 школу?'],
    [22, null, 'Отметить шаг «И1. DataGate и Параграф обновлены» за 22 школы?'],
    [60, '2025-11-28', 'обновлены» с днём проверки 28.11.2025 за 60 школ?'],
  ])('is asked about: %d schools', (schools, day, text) => {
    expect(plain(bulkQuestion('integration.datagate', schools, day))).toContain(text);
  });

  it.each([
    [{ written: 21, same: 0, changed: 0 }, true, 'Отмечено: 21 школа.'],
    [{ written: 2, same: 5, changed: 0 }, true, 'Отмечено: 2 школы. Так было и раньше: 5 школ.'],
    [
      { written: 0, same: 0, changed: 1 },
      false,
      'Отметка снята: 0 школ. Не тронуто, потому что ячейку тем временем изменили: 1 школа.',
    ],
  ])('is reported: %j', (counts, done, text) => {
    expect(plain(bulkResultText(counts, done))).toBe(text);
  });
});
