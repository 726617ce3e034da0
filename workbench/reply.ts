import type { Reply } from '../src/server/contract.ts';

/** Both sides are built from one contract; only the envelope is looked at. */
export function replyOf<T>(answer: unknown): Reply<T> {
  if (!isReply<T>(answer)) throw new Error(`The server answered ${JSON.stringify(answer)}.`);
  return answer;
}

function isReply<T>(answer: unknown): answer is Reply<T> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return answer.ok === true ? 'value' in answer : 'issue' in answer;
}
