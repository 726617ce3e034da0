import type { StepId } from '../../../src/domain/checklists/steps.ts';
import { organisationKind } from '../../../src/domain/organisation.ts';
import type { StatisticsRecord } from '../../../src/domain/record.ts';
import type {
  BulkAnswer,
  BulkTick,
  ChecklistAnswer,
  ChecklistChange,
  ChecklistRow,
  ChecklistState,
} from '../../../src/server/contract-checklists.ts';
import type { FakeRun } from '../fake-run.ts';
import { bookOf } from '../fixtures.ts';

export const TODAY = '2025-11-28';

export function rowOf(record: StatisticsRecord, fields: Partial<ChecklistRow> = {}): ChecklistRow {
  return {
    id: record.orgId,
    name: record.shortName,
    kind: organisationKind(record.orgType),
    steps: {},
    checkedOn: {},
    exceptions: '',
    comment: '',
    invitedOn: null,
    pending: null,
    lastTick: null,
    ...fields,
  };
}

/** The state of a book with these schools; `fields` of the rows by id. */
export function stateOf(
  records: readonly StatisticsRecord[],
  fields: Readonly<Record<string, Partial<ChecklistRow>>> = {},
  changes: Partial<ChecklistState> = {},
): ChecklistState {
  return {
    today: TODAY,
    book: bookOf(records),
    rows: records.map((record) => rowOf(record, fields[record.orgId])),
    extras: {},
    lastTexts: {},
    missingSteps: [],
    hints: { checklists: 1, log: 2, zone: 'Europe/Moscow' },
    ...changes,
  };
}

/** The book behind the calls of the checklists: holds rows, refuses what was changed meanwhile. */
export interface FakeBook {
  state(): ChecklistState;
  row(id: string): ChecklistRow;
  /** Somebody else's hand. */
  edit(id: string, fields: Partial<ChecklistRow>): void;
  /** Puts the answers into the fake runner. */
  answer(fake: Pick<FakeRun, 'answer'>): void;
}

export function fakeBook(first: ChecklistState): FakeBook {
  const rows = new Map(first.rows.map((row) => [row.id, row]));
  const coordinators = new Map(Object.entries(first.extras).map(([id, extra]) => [id, extra.coordinator]));

  function row(id: string): ChecklistRow {
    const found = rows.get(id);
    if (found === undefined) throw new Error(`no school ${id}`);
    return found;
  }

  function edit(id: string, fields: Partial<ChecklistRow>): void {
    rows.set(id, { ...row(id), ...fields });
  }

  function tick(id: string, step: StepId, done: boolean, checked: string | null): void {
    const before = row(id);
    edit(id, {
      steps: { ...before.steps, [step]: done },
      checkedOn: { ...before.checkedOn, [step]: checked },
      lastTick: first.today,
    });
  }

  function change(wanted: ChecklistChange): ChecklistAnswer {
    const before = row(wanted.school);
    switch (wanted.kind) {
      case 'tick': {
        const now = before.steps[wanted.step] ?? null;
        if (now === wanted.done) return { outcome: 'same', row: before };
        if (now !== wanted.saw.cell) return { outcome: 'changed', row: before };
        tick(wanted.school, wanted.step, wanted.done, wanted.checked);
        break;
      }
      case 'exception':
        if (before.exceptions !== wanted.saw) return { outcome: 'changed', row: before };
        edit(wanted.school, { exceptions: wanted.text });
        break;
      case 'comment':
        if (before.comment !== wanted.saw) return { outcome: 'changed', row: before };
        edit(wanted.school, { comment: wanted.comment });
        break;
      case 'invitations':
        edit(wanted.school, { invitedOn: wanted.invitedOn, pending: wanted.pending });
        break;
      case 'coordinator':
        coordinators.set(wanted.school, wanted.coordinator);
        return { outcome: 'written', row: before, coordinator: wanted.coordinator };
    }
    return { outcome: 'written', row: row(wanted.school) };
  }

  function bulk({ step, done, checked, schools }: BulkTick): BulkAnswer {
    const written: string[] = [];
    const changed: string[] = [];
    for (const { id, saw } of schools) {
      if ((row(id).steps[step] ?? null) === saw.cell) {
        tick(id, step, done, checked);
        written.push(id);
      } else changed.push(id);
    }
    return { written, same: [], changed, rows: schools.map(({ id }) => row(id)) };
  }

  function state(): ChecklistState {
    const extras = Object.fromEntries(
      [...rows.keys()].map((id) => [
        id,
        { changes: first.extras[id]?.changes ?? {}, coordinator: coordinators.get(id) ?? '' },
      ]),
    );
    return { ...first, rows: [...rows.values()], extras };
  }

  return {
    state,
    row,
    edit,
    answer: (fake) => {
      fake.answer('sidebarReadChecklists', () => ({ ok: true, value: state() }));
      fake.answer('sidebarChangeChecklist', (wanted) => ({
        ok: true,
        value: change(wanted as ChecklistChange),
      }));
      fake.answer('sidebarTickSchools', (wanted) => ({ ok: true, value: bulk(wanted as BulkTick) }));
    },
  };
}
