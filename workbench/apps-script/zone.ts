/** Wall-clock time in a zone, and the serial days since 30 Dec 1899 that cells store. */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

const MINUTE = 60_000;
/** The offset asked for last: every formula with a date asks for that of now. */
let last = { zone: '', minute: 0, offset: 0 };

/** Milliseconds that the zone's clock is ahead of UTC at that moment. */
export function zoneOffset(zone: string, moment: number): number {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Etc/GMT') return 0;
  // No zone changes its clock but at a whole minute.
  const minute = Math.floor(moment / MINUTE);
  if (last.zone !== zone || last.minute !== minute) {
    last = { zone, minute, offset: readOffset(zone, moment) };
  }
  return last.offset;
}

function readOffset(zone: string, moment: number): number {
  const parts: Record<string, number> = {};
  for (const part of formatter(zone).formatToParts(moment)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return wall - Math.floor(moment / 1000) * 1000;
}

export function momentToSerial(moment: number, zone: string): number {
  return (moment + zoneOffset(zone, moment) - EPOCH) / DAY;
}

export function serialToMoment(serial: number, zone: string): number {
  const wall = Math.round(serial * DAY) + EPOCH;
  const guess = wall - zoneOffset(zone, wall);
  return wall - zoneOffset(zone, guess);
}

export function serialOf(year: number, month: number, day: number): number {
  return (Date.UTC(year, month - 1, day) - EPOCH) / DAY;
}

/** null when there is no such day. */
export function checkedSerial(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? serialOf(year, month, day) : null;
}

/** The wall-clock parts of a serial, as a Date to be read with getUTC…. */
export function serialParts(serial: number): Date {
  return new Date(Math.round(serial * DAY) + EPOCH);
}
