import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SCOPES,
  isStepId,
  LISTS,
  STEPS,
  stepAppliesTo,
  stepOf,
  stepsOfList,
} from '../../../src/domain/checklists/steps.ts';
import type { OrganisationKind } from '../../../src/domain/organisation.ts';
import { KINDS } from './support.ts';

const labels = (kind: OrganisationKind): string =>
  STEPS.filter((step) => !stepAppliesTo(step, kind))
    .map(({ label }) => label)
    .join(' ');

describe('the table of steps', () => {
  it('keeps the ids and numbers that books and logs hold: a step may be added, none renamed', () => {
    expect(STEPS.map(({ id, label }) => `${label} ${id}`)).toEqual([
      'И1 integration.datagate',
      'И2 integration.token',
      'И3 integration.smir',
      'И4 integration.export-task',
      'И5 integration.identifiers',
      'И6 integration.staff-room',
      'И7 integration.teachers-linked',
      'И8 integration.class-chats',
      'И9 integration.communication',
      'Ц1 cok.timetable',
      'Ц2 cok.export',
      'Ц3 cok.invitations',
      'Ц4 cok.access',
      'Ц5 cok.assigned',
      'Ц6 cok.viewed',
      'О1 organisation.district-heads',
      'О2 organisation.heads-teachers',
      'О3 organisation.local-act',
      'О4 organisation.parent-chats',
      'О5 organisation.student-chats',
      'О6 organisation.district-form',
      'Р1 organisation.head-meetings',
      'Р2 organisation.parent-meetings',
      'Р3 organisation.whiteboard',
      'Р4 organisation.community',
      'Р5 organisation.certificates',
      'Р6 organisation.channel',
      'Р7 organisation.site-section',
      'Р8 organisation.recommendations',
    ]);
  });

  it('has each id and each number once, the id beginning with its list', () => {
    expect(new Set(STEPS.map(({ id }) => id)).size).toBe(STEPS.length);
    expect(new Set(STEPS.map(({ label }) => label)).size).toBe(STEPS.length);
    for (const { id, list } of STEPS) expect(id).toMatch(new RegExp(`^${list}\\.[a-z]+(-[a-z]+)*$`));
    for (const { label } of STEPS) expect(label).toMatch(/^[ИЦОР][1-9]$/);
  });

  it('has its steps in the order of the lists', () => {
    expect(LISTS.flatMap((list) => stepsOfList(list))).toEqual(STEPS);
    expect(LISTS.map((list) => stepsOfList(list).length)).toEqual([9, 6, 14]);
  });

  it('marks what is special', () => {
    const where = (test: (step: (typeof STEPS)[number]) => boolean): string[] =>
      STEPS.filter(test).map(({ label }) => label);
    expect(where(({ duty }) => duty === 'district')).toEqual(['О1']);
    expect(where(({ period }) => period === 'report')).toEqual(['О4', 'О5']);
    expect(STEPS.flatMap(({ label, due }) => (due === undefined ? [] : [[label, due]]))).toEqual([
      ['О6', '2025-11-26'],
    ]);
    expect(
      STEPS.flatMap(({ label, suggestedBy }) => (suggestedBy === undefined ? [] : [[label, suggestedBy]])),
    ).toEqual([['И5', 'teachersLinked']]);
    expect(where(({ weight }) => weight === 'recommended').join('')).toBe('Р1Р2Р3Р4Р5Р6Р7Р8');
  });
});

describe('stepAppliesTo', () => {
  it.each<{ kind: OrganisationKind; not: string; note: string }>([
    { kind: 'school', not: 'Р4', note: 'all but the training of воспитатели' },
    { kind: 'college', not: 'Р4 Р5', note: 'no «Справка в школу»' },
    { kind: 'additional', not: 'И1 И2 И3 И4 И5 И6 И7 И8 И9 Р4 Р5', note: 'no electronic journal' },
    {
      kind: 'preschool',
      not: 'И1 И2 И3 И4 И5 И6 И7 И8 И9 Ц1 Ц2 Ц3 Ц4 Ц5 Ц6 О5 Р5',
      note: 'no journal, no УБ ЦОК, no students’ chats',
    },
    { kind: 'unknown', not: '', note: 'asked about, nothing left out' },
  ])('$kind: $note', ({ kind, not }) => {
    expect(labels(kind)).toBe(not);
  });

  it('follows a setting: additional education without УБ ЦОК, kindergartens with the integration', () => {
    const scopes = { ...DEFAULT_SCOPES, cok: ['preschool', 'additional'], journal: ['additional'] } as const;
    expect(stepAppliesTo(stepOf('cok.access'), 'additional', scopes)).toBe(false);
    expect(stepAppliesTo(stepOf('integration.smir'), 'preschool', scopes)).toBe(true);
    expect(KINDS.every((kind) => stepAppliesTo(stepOf('organisation.local-act'), kind, scopes))).toBe(true);
    const none = { ...DEFAULT_SCOPES, cok: KINDS };
    expect(KINDS.filter((kind) => stepAppliesTo(stepOf('cok.access'), kind, none))).toEqual(['unknown']);
  });
});

it('isStepId tells a step from anything else', () => {
  expect(isStepId('cok.access')).toBe(true);
  expect(isStepId('И3')).toBe(false);
  expect(isStepId('__proto__')).toBe(false);
});
