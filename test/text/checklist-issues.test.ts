import { describe, expect, it } from 'vitest';
import type { ChecklistIssue } from '../../src/domain/checklists/issues.ts';
import { checklistSentenceOf } from '../../src/text/checklist-issues.ts';

const school = 'Школа № 9001';

/** One issue of each code at least: a missing code does not compile. */
const EXAMPLES: { readonly [Code in ChecklistIssue['code']]: Extract<ChecklistIssue, { code: Code }>[] } = {
  'step-cell-wrong': [
    { code: 'step-cell-wrong', school, step: 'cok.access', fault: 'text', found: 'да' },
    { code: 'step-cell-wrong', school, step: 'organisation.parent-chats', fault: 'text', found: 'да' },
    {
      code: 'step-cell-wrong',
      school,
      step: 'organisation.parent-chats',
      fault: 'future',
      found: '31.12.2026',
    },
  ],
  'exception-unknown': [{ code: 'exception-unknown', school, found: 'И99 — нет' }],
  'exception-doubled': [{ code: 'exception-doubled', school, step: 'integration.smir' }],
  'exception-without-reason': [{ code: 'exception-without-reason', school, step: 'integration.smir' }],
  'invitation-date-wrong': [
    { code: 'invitation-date-wrong', school, fault: 'text', found: 'вчера' },
    { code: 'invitation-date-wrong', school, fault: 'future', found: '31.12.2026' },
  ],
  'invitation-count-wrong': [{ code: 'invitation-count-wrong', school, found: 'пять' }],
  'invitation-date-missing': [{ code: 'invitation-date-missing', school, pending: 5 }],
  'promise-unclear': [{ code: 'promise-unclear', school, found: 'обещали до весны' }],
};

const ALL: ChecklistIssue[] = Object.values(EXAMPLES).flat();

describe('checklistSentenceOf', () => {
  it.each(ALL)('$code says where, what was found, what to do', (issue) => {
    const sentence = checklistSentenceOf(issue);
    expect(sentence).toMatch(/^Чек-листы, «Школа № 9001»/);
    expect(sentence).toMatch(/\.$/);
    if ('found' in issue) expect(sentence).toContain(`«${issue.found}»`);
    expect(sentence).not.toMatch(/undefined|null|\[object/);
  });

  it('every issue has its own sentence', () => {
    expect(new Set(ALL.map(checklistSentenceOf)).size).toBe(ALL.length);
  });

  it('shortens long foreign text', () => {
    const long = { code: 'exception-unknown', school, found: 'я'.repeat(5000) } as const;
    expect(checklistSentenceOf(long).length).toBeLessThan(400);
  });

  it('tells what a dated step takes', () => {
    expect(EXAMPLES['step-cell-wrong'].map(checklistSentenceOf)).toEqual([
      'Чек-листы, «Школа № 9001», шаг «Ц4. Педагогам дан доступ к УБ ЦОК»: найдено «да», ожидалась отметка. Ячейка не тронута и отметкой не считается; исправьте её.',
      'Чек-листы, «Школа № 9001», шаг «О4. Чаты с родителями ведутся каждый день»: найдено «да», ожидалась отметка, а рядом день проверки. Ячейка не тронута и отметкой не считается; исправьте её.',
      'Чек-листы, «Школа № 9001», шаг «О4. Чаты с родителями ведутся каждый день»: день «31.12.2026» ещё не наступил. Ячейка не тронута и отметкой не считается; исправьте её.',
    ]);
  });
});
