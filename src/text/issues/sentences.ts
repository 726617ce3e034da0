import type { Issue } from '../../domain/issues.ts';
import { bookSentence } from './book.ts';
import { fileSentence } from './file.ts';
import { rowSentence } from './row.ts';

/** One issue for a person: where, what was found, what was expected, what to do. */
export function sentenceOf(issue: Issue): string {
  return bookSentence(issue) ?? fileSentence(issue) ?? rowSentence(issue) ?? issue.code;
}
