/** Spellings of «Активна» by which an organisation is not active; the source does not define them further. */
const INACTIVE: readonly string[] = [
  'неактивна',
  'не активна',
  'неактивен',
  'не активен',
  'нет',
  'ложь',
  'false',
  'no',
  'n',
  '0',
];

/** What nearly every row says; it needs no folding of letters. */
const ACTIVE = 'активна';

/** True where «Активна» says that the organisation is not. A blank says nothing. */
export function isInactive(activity: string): boolean {
  return activity !== ACTIVE && INACTIVE.includes(activity.trim().toLowerCase());
}
