import type { Issue } from '../../domain/issues.ts';
import { bookSentence } from './book.ts';
import { checklistSheetSentence } from './checklists.ts';
import { cokSentence } from './cok.ts';
import { fileSentence } from './file.ts';
import { rowSentence } from './row.ts';
import { textSentence } from './texts.ts';

/** One issue for a person: where, what was found, what was expected, what to do. */
export function sentenceOf(issue: Issue): string {
  return (
    bookSentence(issue) ??
    checklistSheetSentence(issue) ??
    fileSentence(issue) ??
    rowSentence(issue) ??
    textSentence(issue) ??
    cokSentence(issue) ??
    issue.code
  );
}
