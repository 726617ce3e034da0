/** Who did something, as «Журнал» keeps it: a role or a short code («К1», «координатор»), no personal data. */
export const WHO_LIMIT = 30;

const LONGEST_NUMBER = 4;

/** False for what may be an address, a telephone or another number of a person, and for long texts. */
export function isRoleOrCode(text: string): boolean {
  if (text.length > WHO_LIMIT || text.includes('@')) return false;
  const digits = text.replace(/\D/g, '').length;
  return digits <= LONGEST_NUMBER;
}
