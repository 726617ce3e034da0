import type { Issue, RowIssue } from '../domain/issues.ts';
import { ISSUES_LISTED } from './limits.ts';

/** Collects issues of rows; of a code that repeats without end only the first ones are kept. */
export class IssueList {
  private readonly kept: RowIssue[] = [];
  private readonly counts = new Map<RowIssue['code'], number>();

  add(issue: RowIssue): void {
    const count = (this.counts.get(issue.code) ?? 0) + 1;
    this.counts.set(issue.code, count);
    if (count <= ISSUES_LISTED) this.kept.push(issue);
  }

  all(): Issue[] {
    const omitted: Issue[] = [];
    for (const [of, count] of this.counts) {
      if (count > ISSUES_LISTED) omitted.push({ code: 'issues-omitted', of, count: count - ISSUES_LISTED });
    }
    return [...this.kept, ...omitted];
  }
}
