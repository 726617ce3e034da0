import { describe, expect, it, vi } from 'vitest';
import type { StepId } from '../../../src/domain/checklists/steps.ts';
import { type ChangeQueue, createChangeQueue } from '../../../src/sidebar/checklists/change-queue.ts';
import { createSchoolList, type SchoolList } from '../../../src/sidebar/checklists/school-list.ts';
import { createServer } from '../../../src/sidebar/server.ts';
import { type FakeRun, fakeRun } from '../fake-run.ts';
import { schoolRecord } from '../fixtures.ts';
import { type FakeBook, fakeBook, stateOf } from './book.ts';

const ID = '1000525';
const STEP: StepId = 'cok.timetable';
const OTHER: StepId = 'cok.export';

interface Bench {
  readonly queue: ChangeQueue;
  readonly fake: FakeRun;
  readonly book: FakeBook;
  readonly list: SchoolList;
}

function bench(): Bench {
  const fake = fakeRun();
  const book = fakeBook(stateOf([schoolRecord()]));
  book.answer(fake);
  const list = createSchoolList(book.state());
  const queue = createChangeQueue({
    server: createServer(fake.run),
    list: () => list,
    who: () => 'ЦИО-2',
    moved: () => undefined,
  });
  return { queue, fake, book, list };
}

function tick(step: StepId, done: boolean) {
  return { kind: 'tick', school: ID, step, done, checked: null, comment: '' } as const;
}

async function settled(queue: ChangeQueue): Promise<void> {
  await vi.waitFor(() => expect(queue.pending()).toBe(0));
}

describe('changes of the checklists', () => {
  it('are shown at once and written in one call each, signed', async () => {
    const { queue, fake, book, list } = bench();
    queue.submit(tick(STEP, true));
    expect(queue.wanted(ID, STEP)).toBe(true);
    expect(queue.wanted(ID, OTHER)).toBeNull();
    await settled(queue);
    expect(fake.calls).toEqual([
      {
        name: 'sidebarChangeChecklist',
        args: [
          {
            ...tick(STEP, true),
            saw: { cell: null, checkedOn: null },
            who: 'ЦИО-2',
            hints: { checklists: 1, log: 2, zone: 'Europe/Moscow' },
          },
        ],
      },
    ]);
    expect(book.row(ID).steps[STEP]).toBe(true);
    expect(list.byId(ID)?.reading.states[STEP].state).toBe('done');
    expect(queue.wanted(ID, STEP)).toBeNull();
  });

  it('go one after the other, each upon what the one before left', async () => {
    const { queue, fake, book } = bench();
    fake.hold();
    queue.submit(tick(STEP, true));
    queue.submit(tick(OTHER, true));
    queue.submit(tick(STEP, false));
    expect(fake.calls.length).toBe(1);
    expect(queue.pending()).toBe(3);
    expect(queue.wanted(ID, STEP)).toBe(false);
    fake.release();
    await settled(queue);
    expect(book.row(ID).steps).toEqual({ [STEP]: false, [OTHER]: true });
    expect(queue.problems()).toEqual([]);
  });

  it('are replaced while they wait: quick clicks end where the person stopped', async () => {
    const { queue, fake, book } = bench();
    fake.hold();
    queue.submit(tick(OTHER, true));
    for (const done of [true, false, true, false]) queue.submit(tick(STEP, done));
    expect(queue.pending()).toBe(2);
    fake.release();
    await settled(queue);
    expect(fake.count('sidebarChangeChecklist')).toBe(2);
    expect(book.row(ID).steps[STEP] ?? false).toBe(false);
  });

  it('lost to another person say so, and show what is there', async () => {
    const { queue, book, list } = bench();
    book.edit(ID, { steps: { [STEP]: 'н/п — нет расписания' } });
    queue.submit(tick(STEP, true));
    await settled(queue);
    expect(list.byId(ID)?.reading.states[STEP].state).toBe('excepted');
    expect(queue.problems().map(({ sentence }) => sentence)).toEqual([
      'Не записано: отметка шага «Ц1. Расписание заполнено в Параграфе», ГБОУ СОШ № 525. Пока вы меняли, это же изменил кто-то другой. Сейчас там: не применимо: нет расписания. Показано то, что стоит в книге; если нужно, повторите.',
    ]);
  });

  it('made by two in the same way are no quarrel', async () => {
    const { queue, book } = bench();
    book.edit(ID, { steps: { [STEP]: true } });
    queue.submit(tick(STEP, true));
    await settled(queue);
    expect(queue.problems()).toEqual([]);
  });

  it('that nobody answers are taken back after a minute; an answer that comes after all counts', async () => {
    vi.useFakeTimers();
    const { queue, fake, book, list } = bench();
    fake.hold();
    queue.submit(tick(STEP, true));
    await vi.advanceTimersByTimeAsync(59_000);
    expect(queue.wanted(ID, STEP)).toBe(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([queue.wanted(ID, STEP), queue.pending()]).toEqual([null, 0]);
    expect(queue.problems().map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('Google не успел ответить'),
    ]);
    fake.release();
    await vi.advanceTimersByTimeAsync(0);
    vi.useRealTimers();
    expect(book.row(ID).steps[STEP]).toBe(true);
    expect(list.byId(ID)?.reading.states[STEP].state).toBe('done');
    expect(queue.problems()).toEqual([]);
  });

  it('that fail are taken back with a sentence, and can be repeated or put away', async () => {
    const { queue, fake, book, list } = bench();
    fake.answer('sidebarChangeChecklist', () => {
      throw new Error('PERMISSION_DENIED');
    });
    queue.submit(tick(STEP, true));
    queue.submit({ kind: 'comment', school: ID, saw: '', comment: 'ждём' });
    await settled(queue);
    expect(queue.wanted(ID, STEP)).toBeNull();
    expect(list.byId(ID)?.reading.states[STEP].state).toBe('open');
    const [first, second] = queue.problems();
    if (first === undefined || second === undefined) throw new Error('two problems were expected');
    expect(first.sentence).toContain('несколько учётных записей Google');
    expect(second.sentence).toContain('Не записано: комментарий');

    book.answer(fake);
    queue.dismiss(second);
    queue.retry(first);
    await settled(queue);
    expect(queue.problems()).toEqual([]);
    expect(book.row(ID).steps[STEP]).toBe(true);
    expect(book.row(ID).comment).toBe('');
  });

  it('bring the coordinator back', async () => {
    const { queue, list } = bench();
    queue.submit({ kind: 'coordinator', school: ID, saw: '', coordinator: 'ЦИО-1' });
    await settled(queue);
    expect(list.byId(ID)?.coordinator).toBe('ЦИО-1');
  });
});
