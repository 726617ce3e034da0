import { describe, expect, it } from 'vitest';
import { bulkTick, bulkUndo, tickableSchools } from '../../../src/sidebar/checklists/bulk.ts';
import { createSchoolList } from '../../../src/sidebar/checklists/school-list.ts';
import { schoolRecord } from '../fixtures.ts';
import { rowOf, stateOf } from './book.ts';

const STEP = 'organisation.parent-chats';
const RECORDS = ['0', '1', '2', '3', '4'].map((orgId) => schoolRecord({ orgId }));
const STATE = stateOf(RECORDS, {
  '1': { steps: { [STEP]: true }, checkedOn: { [STEP]: '2025-11-25' } },
  '2': { steps: { [STEP]: true }, checkedOn: { [STEP]: '2025-11-20' } },
  '3': { steps: { [STEP]: 'потом' } },
  '4': { exceptions: 'О4 — чатов нет' },
});

describe('one step of many schools', () => {
  it('is ticked where it waits: not where it is done, left out or somebody wrote something', () => {
    const schools = tickableSchools(createSchoolList(STATE).all(), STEP);
    expect(schools.map(({ id }) => id)).toEqual(['0', '2']);
    expect(bulkTick(STEP, schools, '2025-11-28', 'ЦИО-2', STATE)).toEqual({
      step: STEP,
      done: true,
      checked: '2025-11-28',
      schools: [
        { id: '0', saw: { cell: null, checkedOn: null } },
        { id: '2', saw: { cell: true, checkedOn: '2025-11-20' } },
      ],
      who: 'ЦИО-2',
      hints: STATE.hints,
    });
  });

  it('is taken back where it was written, and from what it wrote', () => {
    const request = bulkTick(STEP, createSchoolList(STATE).all(), '2025-11-28', 'ЦИО-2', STATE);
    const [first, second] = RECORDS;
    if (first === undefined || second === undefined) throw new Error('two records were expected');
    const written = rowOf(first, { steps: { [STEP]: true }, checkedOn: { [STEP]: '2025-11-28' } });
    const answer = { written: ['0'], same: ['1'], changed: [], rows: [written, rowOf(second)] };
    expect(bulkUndo(request, answer)).toEqual({
      ...request,
      done: false,
      checked: null,
      schools: [{ id: '0', saw: { cell: true, checkedOn: '2025-11-28' } }],
    });
  });
});
