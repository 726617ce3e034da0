import type { Issue, Severity } from '../domain/issues.ts';
import { formatCount } from '../text/numbers.ts';
import { button, element } from './dom.ts';
import { sentenceFor } from './failure.ts';
import { groupIssues, type IssueGroup, SEVERITIES } from './issue-groups.ts';
import { paragraphOf } from './issue-reference.ts';
import { REFERENCE_EVENT } from './reference-event.ts';

/** Sentences shown in one group; the rest are counted. */
export const SENTENCES_SHOWN = 50;

const SEVERITY_TITLES: Readonly<Record<Severity, string>> = {
  error: 'Ошибки',
  warning: 'Предупреждения',
  info: 'К сведению',
};

/** All issues by severity and kind, each kind openable; the only kind of errors stands open. */
export function issueList(issues: readonly Issue[]): HTMLElement[] {
  const groups = groupIssues(issues);
  return SEVERITIES.flatMap((severity) => {
    const same = groups.filter((group) => group.severity === severity);
    if (same.length === 0) return [];
    const total = same.reduce((sum, group) => sum + group.total, 0);
    return [
      element(
        'section',
        { class: 'stack tight' },
        element('h3', {}, `${SEVERITY_TITLES[severity]}: ${formatCount(total)}`),
        ...same.map((group) => openable(group, severity === 'error' && same.length === 1)),
      ),
    ];
  });
}

function openable(group: IssueGroup, open: boolean): HTMLElement {
  const rest = group.total - Math.min(group.issues.length, SENTENCES_SHOWN);
  const details = element(
    'details',
    { class: group.severity, open },
    element(
      'summary',
      {},
      `${group.title} `,
      element('span', { class: 'count' }, `(${formatCount(group.total)})`),
    ),
  );
  const list = element('ul', { class: 'sentences' });
  for (const issue of group.issues.slice(0, SENTENCES_SHOWN)) {
    list.append(element('li', {}, sentenceFor(issue)));
  }
  if (rest > 0) list.append(element('li', { class: 'quiet' }, `и ещё ${formatCount(rest)}`));
  details.append(list, more(group));
  return details;
}

function more({ code, title }: IssueGroup): HTMLElement {
  const asking = button(
    'Подробнее',
    () => {
      asking.dispatchEvent(new CustomEvent(REFERENCE_EVENT, { bubbles: true, detail: paragraphOf(code) }));
    },
    { attributes: { 'aria-label': `Подробнее в справке: ${title}` } },
  );
  return element('p', {}, asking);
}
