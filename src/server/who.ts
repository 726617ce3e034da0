import { IssueError } from '../domain/issues.ts';
import { isRoleOrCode } from '../domain/who.ts';

/**
 * Who asks, as the sidebar sends it with a request; '' where nobody picked a name.
 * @throws IssueError who-personal
 */
export function validWho(who: unknown): string {
  const text = typeof who === 'string' ? who.trim() : '';
  if (!isRoleOrCode(text)) throw new IssueError({ code: 'who-personal', found: text });
  return text;
}
