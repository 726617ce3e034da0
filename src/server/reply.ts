import { IssueError } from '../domain/issues.ts';
import type { Reply } from './contract.ts';

/** Runs a call of the sidebar; an error of ours travels as its issue, any other as its message. */
export function reply<T>(call: () => T): Reply<T> {
  try {
    return { ok: true, value: call() };
  } catch (error) {
    if (error instanceof IssueError) return { ok: false, issue: error.issue };
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, issue: { code: 'unexpected', detail } };
  }
}
