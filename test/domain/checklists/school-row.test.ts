import { describe, expect, it } from 'vitest';
import { progressOf } from '../../../src/domain/checklists/progress.ts';
import { type ChecklistCells, readSchoolRow } from '../../../src/domain/checklists/school-row.ts';
import { REPORT, TODAY } from './support.ts';

const DAYS = { today: TODAY, reportDate: REPORT };
const school = 'Школа № 9001';
const BLANK: ChecklistCells = {
  school,
  kind: 'school',
  steps: {},
  exceptions: '',
  comment: '',
  invitedOn: '',
  pending: '',
};

describe('readSchoolRow', () => {
  it('a blank row is open and has nothing to tell', () => {
    const reading = readSchoolRow(BLANK, DAYS);
    expect(progressOf(reading.states)).toEqual({ done: 0, applicable: 28, share: 0 });
    expect(reading).toMatchObject({ invitations: { sentOn: null, pending: null }, promises: [], issues: [] });
  });

  it('puts everything of a row together', () => {
    const reading = readSchoolRow(
      {
        ...BLANK,
        steps: { 'cok.access': true, 'organisation.parent-chats': true },
        exceptions: 'И3 — нет СМИР',
        comment: 'обещали до 25.11: акт',
        invitedOn: '2026-11-01',
        pending: 5,
        checkedOn: { 'organisation.parent-chats': '2026-11-11' },
      },
      DAYS,
    );
    expect(reading.states['integration.smir']).toEqual({ state: 'excepted', reason: 'нет СМИР' });
    expect(reading.states['organisation.parent-chats']).toEqual({ state: 'lapsed', on: '2026-11-11' });
    expect(progressOf(reading.states)).toMatchObject({ done: 1, applicable: 27 });
    expect(reading.promises).toEqual([{ until: '2026-11-25', what: 'акт' }]);
    expect(reading.invitations).toEqual({ sentOn: '2026-11-01', pending: 5 });
    expect(reading.issues).toEqual([]);
  });

  it('names all that it cannot read, and goes on', () => {
    const { issues } = readSchoolRow(
      {
        ...BLANK,
        steps: {
          'cok.access': 'да',
          'cok.export': 'н/п',
          'cok.viewed': 'н/п',
          'organisation.parent-chats': true,
        },
        checkedOn: { 'organisation.parent-chats': '2026-11-21' },
        exceptions: 'И99; Ц6 — нет',
        comment: 'обещали до весны',
        invitedOn: 'вчера',
        pending: 'пять',
      },
      DAYS,
    );
    expect(issues).toEqual([
      { code: 'exception-without-reason', school, step: 'cok.export' },
      { code: 'step-cell-wrong', school, step: 'cok.access', fault: 'text', found: 'да' },
      {
        code: 'step-cell-wrong',
        school,
        step: 'organisation.parent-chats',
        fault: 'future',
        found: '2026-11-21',
      },
      { code: 'exception-unknown', school, found: 'И99' },
      { code: 'invitation-date-wrong', school, fault: 'text', found: 'вчера' },
      { code: 'invitation-count-wrong', school, found: 'пять' },
      { code: 'promise-unclear', school, found: 'обещали до весны' },
    ]);
  });

  it('asks once for a missing reason, wherever the step was left out, and not for one that stands there', () => {
    const steps = { 'cok.export': 'н/п: филиал', 'cok.viewed': 'н/п' };
    expect(readSchoolRow({ ...BLANK, steps, exceptions: 'И3' }, DAYS).issues).toEqual([
      { code: 'exception-without-reason', school, step: 'cok.viewed' },
      { code: 'exception-without-reason', school, step: 'integration.smir' },
    ]);
  });

  it('a wrong cell of a step that does not apply is nobody’s trouble', () => {
    const row = { ...BLANK, kind: 'preschool', steps: { 'cok.access': 'да' } } as const;
    expect(readSchoolRow(row, DAYS).issues).toEqual([]);
  });
});
