import { IssueError } from '../domain/issues.ts';
import { sentenceOf } from '../text/issues.ts';

/** Shows an error of ours as its sentence; any other goes on to the platform. */
export function showIssue(error: unknown): void {
  if (!(error instanceof IssueError)) throw error;
  SpreadsheetApp.getUi().alert(sentenceOf(error.issue));
}
