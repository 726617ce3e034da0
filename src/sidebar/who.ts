import { recall, remember } from './memory.ts';

const KEY = 'who';
export const WHO_LIMIT = 40;

/** Who works here: a role name or a short code, picked once; '' where nobody was. */
export function who(): string {
  return recall(KEY);
}

export function setWho(name: string): void {
  remember(KEY, name);
}

/**
 * Why a name cannot be taken; '' where it can. A role or a code has no e-mail, no telephone number:
 * no personal data goes into the book.
 */
export function whoFault(name: string): string {
  if (name.length > WHO_LIMIT) return `Не длиннее ${WHO_LIMIT} знаков.`;
  if (name.includes('@')) return 'Почту не пишите: только роль или короткий код, например «ЦИО-2».';
  if (/\d(?:[ ()+-]*\d){5}/.test(name)) {
    return 'Телефон не пишите: только роль или короткий код, например «ЦИО-2».';
  }
  return '';
}
