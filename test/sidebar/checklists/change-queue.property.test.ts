import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StepId } from '../../../src/domain/checklists/steps.ts';
import { createChangeQueue } from '../../../src/sidebar/checklists/change-queue.ts';
import { createSchoolList } from '../../../src/sidebar/checklists/school-list.ts';
import { createServer } from '../../../src/sidebar/server.ts';
import { fakeRun } from '../fake-run.ts';
import { schoolRecord } from '../fixtures.ts';
import { fakeBook, stateOf } from './book.ts';

const ID = '1000525';
const STEPS: readonly StepId[] = ['cok.timetable', 'cok.export', 'cok.access'];

/** What happens: our click, somebody else's tick, a call that fails or is answered, answers that come in. */
const EVENT = fc.oneof(
  fc.record({ kind: fc.constant('click' as const), step: fc.constantFrom(...STEPS), done: fc.boolean() }),
  fc.record({ kind: fc.constant('other' as const), step: fc.constantFrom(...STEPS), done: fc.boolean() }),
  fc.record({ kind: fc.constant('link' as const), works: fc.boolean() }),
  fc.record({ kind: fc.constant('wait' as const) }),
);

it('no click is lost: the last one of a step is in the book, was overwritten later, or is named as a problem', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(EVENT, { maxLength: 10 }), async (events) => {
      const fake = fakeRun();
      const book = fakeBook(stateOf([schoolRecord()]));
      book.answer(fake);
      const { sidebarChangeChecklist: answer } = createServer(fake.run);
      let works = true;
      const list = createSchoolList(book.state());
      const queue = createChangeQueue({
        server: {
          sidebarChangeChecklist: (change) =>
            works
              ? answer(change)
              : Promise.resolve({ ok: false, issue: { code: 'unexpected', detail: 'HTTP 0' } }),
        },
        list: () => list,
        who: () => '',
        moved: () => undefined,
      });
      /** The last wish for a step; gone when somebody else's hand came after it. */
      const wishes = new Map<StepId, boolean>();
      const answered = async (): Promise<void> => {
        while (queue.pending() > 0) await new Promise((resolve) => setTimeout(resolve, 0));
      };
      for (const event of events) {
        if (event.kind === 'click') {
          wishes.set(event.step, event.done);
          queue.submit({ ...event, kind: 'tick', school: ID, checked: null, comment: '' });
          expect(queue.wanted(ID, event.step)).toBe(event.done);
        } else if (event.kind === 'other') {
          if (queue.wanted(ID, event.step) === null) wishes.delete(event.step);
          book.edit(ID, { steps: { ...book.row(ID).steps, [event.step]: event.done } });
        } else if (event.kind === 'link') works = event.works;
        else await answered();
      }
      await answered();
      for (const [step, done] of wishes) {
        const named = queue.problems().some(({ draft }) => 'step' in draft && draft.step === step);
        if (!named) expect(book.row(ID).steps[step] ?? false).toBe(done);
        expect(queue.wanted(ID, step)).toBeNull();
      }
    }),
    { numRuns: 1000 },
  );
});
