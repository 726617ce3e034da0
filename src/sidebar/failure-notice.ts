import type { Issue } from '../domain/issues.ts';
import { element } from './dom.ts';
import { NOT_LOADED } from './not-loaded.ts';

/** An issue in a place of its own. The sentences are unpacked for it: mostly nothing fails. */
export function failureNotice(issue: Issue): HTMLElement {
  const notice = element('p', { class: 'notice error', role: 'alert' });
  import('./failure.ts').then(
    ({ sentenceFor }) => {
      notice.textContent = sentenceFor(issue);
    },
    () => {
      notice.textContent = NOT_LOADED;
    },
  );
  return notice;
}
