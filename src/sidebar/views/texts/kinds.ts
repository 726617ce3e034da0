export type Kind = 'one' | 'all' | 'thanks' | 'district' | 'page';

/** What can be written, as the field «Что написать» lists it. */
export const KINDS: readonly (readonly [kind: Kind, title: string])[] = [
  ['one', 'Текст одной школе'],
  ['all', 'Тексты всем отстающим'],
  ['thanks', 'Благодарности'],
  ['district', 'Сообщение в чат района'],
  ['page', 'Справка для руководителя'],
];
