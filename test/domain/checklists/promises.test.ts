import { describe, expect, it } from 'vitest';
import {
  duePromises,
  type Promised,
  readPromises,
  withoutPromise,
  withPromise,
} from '../../../src/domain/checklists/promises.ts';
import { TODAY } from './support.ts';

const read = (comment: string) => readPromises(comment, 'Школа', TODAY);

describe('readPromises', () => {
  it.each<{ comment: string; promises: Promised[]; note: string }>([
    { comment: '', promises: [], note: 'blank' },
    { comment: 'звонили, ждём', promises: [], note: 'no promise' },
    {
      comment: 'обещали до 25.11.2026: заполнят расписание',
      promises: [{ until: '2026-11-25', what: 'заполнят расписание' }],
      note: 'day and what',
    },
    {
      comment: 'обещали до 25.11: заполнят расписание ; ждём',
      promises: [{ until: '2026-11-25', what: 'заполнят расписание' }],
      note: 'a blank before the sign',
    },
    { comment: 'Обещали до 25.11', promises: [{ until: '2026-11-25', what: '' }], note: 'day alone' },
    {
      comment: 'обещали до 10.01, связать педагогов',
      promises: [{ until: '2027-01-10', what: 'связать педагогов' }],
      note: 'the nearest year',
    },
    {
      comment: 'звонили; обещали до 30.11 — акт; обещали до 20.11: форма\nждём',
      promises: [
        { until: '2026-11-20', what: 'форма' },
        { until: '2026-11-30', what: 'акт' },
      ],
      note: 'several, the earliest first',
    },
  ])('«$comment»: $note', ({ comment, promises }) => {
    expect(read(comment)).toEqual({ promises, issues: [] });
  });

  it.each(['обещали до весны: акт', 'обещали до 31.11: акт'])('«%s» is told', (comment) => {
    expect(read(comment)).toEqual({
      promises: [],
      issues: [{ code: 'promise-unclear', school: 'Школа', found: comment }],
    });
    expect(read(`${comment} ; ждём`)).toEqual(read(comment));
  });
});

describe('writing a promise', () => {
  const promise: Promised = { until: '2026-11-25', what: 'акт' };

  it('stands in front of the comment, and reads back', () => {
    const comment = withPromise('звонили', promise);
    expect(comment).toBe('обещали до 25.11.2026: акт; звонили');
    expect(read(comment).promises).toEqual([promise]);
    expect(withPromise('', { until: '2026-11-25', what: ' ' })).toBe('обещали до 25.11.2026');
    expect(read(withPromise('', { until: '2026-11-25', what: 'акт; форма\nи сайт' })).promises).toEqual([
      { until: '2026-11-25', what: 'акт, форма и сайт' },
    ]);
  });

  it('is taken out alone', () => {
    const comment = 'звонили; обещали до 25.11.2026: акт; обещали до 30.11: форма';
    expect(withoutPromise(comment, promise, TODAY)).toBe('звонили; обещали до 30.11: форма');
    expect(withoutPromise(comment, { until: '2026-11-25', what: 'другое' }, TODAY)).toBe(comment);
  });

  it('$ signs of a comment are plain text', () => {
    const comment = withPromise('$& и $1', promise);
    expect(withoutPromise(comment, promise, TODAY)).toBe('$& и $1');
  });
});

it('duePromises: those whose day has come, the longest overdue first', () => {
  const schools = [
    { school: 'one', promises: [{ until: '2026-11-20', what: 'акт' }] },
    {
      school: 'two',
      promises: [
        { until: '2026-11-17', what: 'форма' },
        { until: '2026-11-21', what: 'сайт' },
      ],
    },
  ];
  expect(duePromises(schools, TODAY)).toEqual([
    {
      school: 'two',
      until: '2026-11-17',
      what: 'форма',
      deadline: { on: '2026-11-17', is: 'overdue', late: 3 },
    },
    { school: 'one', until: '2026-11-20', what: 'акт', deadline: { on: '2026-11-20', is: 'soon', left: 0 } },
  ]);
});

describe('a comment with promises', () => {
  it.each([
    { comment: '', what: 'акт', text: 'обещали до 25.11.2026: акт' },
    { comment: '   ', what: '', text: 'обещали до 25.11.2026' },
    { comment: ' звонили ', what: ' акт;\n  форма ', text: 'обещали до 25.11.2026: акт, форма; звонили' },
  ])('«$comment» with «$what»', ({ comment, what, text }) => {
    expect(withPromise(comment, { until: '2026-11-25', what })).toBe(text);
  });

  it('loses the promise of that day and those words alone', () => {
    const comment =
      'обещали до 25.11.2026: акт; обещали до 26.11.2026: акт; обещали до 25.11.2026: форма; ждём';
    expect(withoutPromise(comment, { until: '2026-11-26', what: 'акт' }, TODAY)).toBe(
      'обещали до 25.11.2026: акт; обещали до 25.11.2026: форма; ждём',
    );
  });
});
