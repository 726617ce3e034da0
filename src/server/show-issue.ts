import { type Issue, IssueError } from '../domain/issues.ts';
import { bookSentence } from '../text/issues/book.ts';

/** Shows an error of ours as its sentence; any other goes on to the platform. */
export function showIssue(error: unknown): void {
  if (!(error instanceof IssueError)) throw error;
  SpreadsheetApp.getUi().alert(menuSentence(error.issue));
}

/** Menu actions read no files: of what they meet only the book's issues have words in the server's bundle. */
function menuSentence(issue: Issue): string {
  return bookSentence(issue) ?? issue.code;
}
