/** Number formats that Excel has built in for days and times. */
const BUILT_IN: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Does a number in this format stand for a day? */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([first, last]) => id >= first && id <= last);
  // Words in quotes, escaped characters, and [colours], [conditions], [$locales] are no letters of a date;
  // a whole format has 255 signs at most.
  const letters = code.replace(/"[^"]{0,255}"|\\.|_.|\*.|\[[^\]]{0,255}\]/g, '').toLowerCase();
  return letters !== 'standard' && /[dy]/.test(letters);
}

const DAY = 86_400_000;
const SECONDS = 86_400;
/** Day 0 of either way to count days; Excel on the old Macintosh began later. */
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
/** Excel believes in 29 February 1900, so the days before it are one off. */
const FALSE_LEAP_DAY = 60;
const LAST_SERIAL = 2_958_465;

/** A day number as the calendar day it shows, with the time where it has one; null where it shows none. */
export function textOfSerial(serial: number, system: 1900 | 1904): string | null {
  if (!(serial >= 0) || serial > LAST_SERIAL) return null;
  const seconds = Math.round(serial * SECONDS);
  const day = Math.floor(seconds / SECONDS);
  const shift = system === 1900 && day < FALSE_LEAP_DAY ? 1 : 0;
  const moment = new Date(EPOCH[system] + (day + shift) * DAY + (seconds % SECONDS) * 1000).toISOString();
  return seconds % SECONDS === 0 ? moment.slice(0, 10) : moment.slice(0, 19);
}
