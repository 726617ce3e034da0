import { isRoleOrCode } from '../domain/who.ts';
import { recall, remember } from './memory.ts';

const KEY = 'who';

/** Who ticks here: a role name or a short code, picked once; '' where nobody was. */
export function signature(): string {
  return recall(KEY);
}

export function sign(name: string): void {
  remember(KEY, name);
}

/** Why a name cannot be taken; '' where it can: no personal data goes into the book. */
export function signatureFault(name: string): string {
  return isRoleOrCode(name)
    ? ''
    : 'Нужны роль или короткий код, например «ЦИО-2»: без почты, телефона и других номеров.';
}
