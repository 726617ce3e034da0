import { describe, expect, it } from 'vitest';
import { IssueError } from '../../src/domain/issues.ts';
import { validBulk, validChange } from '../../src/server/checklist-requests.ts';

const HINTS = { checklists: 11, log: 12, zone: 'Europe/Moscow' };
const BASE = { school: '1000525', who: ' ЦИО-2 ', hints: HINTS };
const TICK = {
  ...BASE,
  kind: 'tick',
  step: 'integration.token',
  saw: { cell: true, checkedOn: null },
  done: true,
  checked: '2026-11-18',
  comment: '',
};
const EXCEPTION = {
  ...BASE,
  kind: 'exception',
  step: 'integration.token',
  reason: 'нет журнала',
  saw: '',
  text: 'x',
};
const COMMENT = { ...BASE, kind: 'comment', saw: 'было', comment: 'стало' };
const INVITATIONS = {
  ...BASE,
  kind: 'invitations',
  saw: { invitedOn: '2026-11-01', pending: 4 },
  invitedOn: null,
  pending: 0,
};
const COORDINATOR = { ...BASE, kind: 'coordinator', saw: '', coordinator: ' К1 ' };
const BULK = {
  who: '',
  hints: HINTS,
  step: 'integration.token',
  done: false,
  checked: null,
  schools: [{ id: '1', saw: { cell: '2026-11-18', checkedOn: 5 } }],
};

/** The part of the request that the error names. */
function refusedIn(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    const { issue } = error;
    return issue.code === 'request-invalid' ? issue.detail : issue.code;
  }
  return 'taken';
}

describe('a change of «Чек-листы» from the sidebar', () => {
  const who = 'ЦИО-2';
  it.each([
    [TICK, { ...TICK, who }],
    [
      { ...TICK, done: 'yes', checked: null, saw: null },
      { ...TICK, who, done: false, checked: null, saw: { cell: null, checkedOn: null } },
    ],
    [EXCEPTION, { ...EXCEPTION, who }],
    [
      { ...EXCEPTION, reason: null, more: 1 },
      { ...EXCEPTION, who, reason: null },
    ],
    [COMMENT, { ...COMMENT, who }],
    [INVITATIONS, { ...INVITATIONS, who }],
    [
      { ...INVITATIONS, saw: { invitedOn: [], pending: {} }, pending: null },
      { ...INVITATIONS, who, saw: { invitedOn: null, pending: null }, pending: null },
    ],
    [COORDINATOR, { ...COORDINATOR, who, coordinator: 'К1' }],
    [
      { ...COORDINATOR, who: 7, hints: { ...HINTS, more: 1 } },
      { ...COORDINATOR, who: '', coordinator: 'К1' },
    ],
  ])('is taken, with nothing beside it: %#', (request, change) => {
    expect(validChange(request)).toEqual(change);
  });

  const long = 'x'.repeat(2001);
  it.each([
    [null, 'school'],
    ['tick', 'school'],
    [{ ...TICK, kind: 'other' }, 'kind'],
    [{ ...TICK, school: 5 }, 'school'],
    [{ ...TICK, hints: null }, 'hints'],
    [{ ...TICK, hints: { ...HINTS, checklists: '11' } }, 'hints'],
    [{ ...TICK, hints: { ...HINTS, log: null } }, 'hints'],
    [{ ...TICK, hints: { ...HINTS, zone: 3 } }, 'hints'],
    [{ ...TICK, step: 'I99' }, 'step'],
    [{ ...TICK, step: 1 }, 'step'],
    [{ ...TICK, checked: '2026-02-30' }, 'checked'],
    [{ ...TICK, checked: 46000 }, 'checked'],
    [{ ...TICK, checked: undefined }, 'checked'],
    [{ ...TICK, comment: long }, 'comment'],
    [{ ...TICK, who: 'a@b.ru' }, 'who-personal'],
    [{ ...EXCEPTION, reason: 1 }, 'reason'],
    [{ ...EXCEPTION, saw: null }, 'saw'],
    [{ ...EXCEPTION, text: long }, 'text'],
    [{ ...COMMENT, comment: null }, 'comment'],
    [{ ...INVITATIONS, pending: -1 }, 'pending'],
    [{ ...INVITATIONS, pending: 1.5 }, 'pending'],
    [{ ...INVITATIONS, pending: Number.NaN }, 'pending'],
    [{ ...INVITATIONS, pending: '4' }, 'pending'],
    [{ ...INVITATIONS, invitedOn: '18.11.2026' }, 'invitedOn'],
    [{ ...COORDINATOR, coordinator: '+7 921 000-00-00' }, 'who-personal'],
  ])('is refused as a whole where one part is wrong: %#, %s', (request, detail) => {
    expect(refusedIn(() => validChange(request))).toBe(detail);
  });

  it('takes the longest text', () => {
    const comment = 'x'.repeat(2000);
    expect(validChange({ ...COMMENT, comment })).toMatchObject({ comment });
  });
});

describe('a tick for many schools', () => {
  it('is taken with what was seen of each', () => {
    expect(validBulk(BULK)).toEqual(BULK);
    const schools = new Array(5000).fill(BULK.schools[0]);
    expect(validBulk({ ...BULK, schools }).schools).toHaveLength(5000);
  });

  it.each([
    [{ ...BULK, schools: 'all' }, 'schools'],
    [{ ...BULK, schools: new Array(5001).fill(BULK.schools[0]) }, 'schools'],
    [{ ...BULK, schools: [{ id: 5 }] }, 'id'],
    [{ ...BULK, schools: [null] }, 'id'],
    [{ ...BULK, step: '' }, 'step'],
    [{ ...BULK, checked: 'today' }, 'checked'],
    [{ ...BULK, hints: {} }, 'hints'],
  ])('is refused: %#, %s', (request, detail) => {
    expect(refusedIn(() => validBulk(request))).toBe(detail);
  });
});
