import { type CokCounts, NO_COK_COUNTS } from '../domain/cok.ts';
import { organisationKind } from '../domain/organisation.ts';
import type { Count, IsoDate, StatisticsRecord } from '../domain/record.ts';
import { type Random, seededRandom } from './random.ts';

/** One school in an invented report of УБ ЦОК. */
export interface SampleCok {
  readonly id: string;
  readonly name: string;
  readonly counts: CokCounts;
}

/** Around the targets: some schools reach them, some come close, most stay below. */
function part(random: Random, whole: Count, target: number): number {
  const luck = random();
  const share =
    luck < 0.35 ? target + random() * 0.3 : luck < 0.5 ? target - random() * 0.05 : random() * target;
  return Math.round((whole ?? 40) * Math.min(share, 1));
}

/**
 * The report of УБ ЦОК of the day of an invented week: without kindergartens, without totals, and with
 * counts that grow from week to week.
 * @param back weeks before the last report
 */
export function sampleCok(records: readonly StatisticsRecord[], back: number): SampleCok[] {
  return records
    .filter(({ orgType }) => organisationKind(orgType) !== 'preschool')
    .map((record, index) => {
      const random = seededRandom(Number(record.orgId) + index);
      const earlier = (count: number): number => Math.floor(count / (1 + 0.15 * back));
      const assigned = part(random, record.teachersTotal, 0.6);
      const loggedIn = assigned + Math.round(assigned * random() * 0.3);
      const viewed = part(random, record.studentsTotal, 0.3);
      const counts = { loggedIn: earlier(loggedIn), assigned: earlier(assigned), viewed: earlier(viewed) };
      return { id: record.orgId, name: record.shortName, counts: { ...NO_COK_COUNTS, ...counts } };
    });
}

const HEADINGS = [
  'Образовательная организация',
  'Педагогов вошли в УБ ЦОК',
  'Педагогов назначили урок',
  'Доля назначивших, %',
  'Обучающихся просмотрели урок',
  'Дата обновления',
];

/**
 * The same as DataLens saves it by default: semicolons, every text in quotes, LF, none after the last
 * line; names without quotes, a share that is no count, and a line of totals.
 */
export function cokCsv(
  schools: readonly SampleCok[],
  records: readonly StatisticsRecord[],
  date: IsoDate,
): string {
  const totals = new Map(records.map(({ orgId, teachersTotal }) => [orgId, teachersTotal]));
  const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
  const day = quoted(date.split('-').reverse().join('.'));
  const rows = schools.map(({ id, name, counts: { loggedIn, assigned, viewed } }) => {
    const total = totals.get(id) ?? 0;
    const share = total === 0 ? '' : (((assigned ?? 0) * 100) / total).toFixed(2);
    return [quoted(name.replace(/["«»]/g, '')), loggedIn, assigned, share, viewed, day].join(';');
  });
  const sum = (key: 'loggedIn' | 'assigned' | 'viewed'): number =>
    schools.reduce((all, { counts }) => all + (counts[key] ?? 0), 0);
  const footer = [quoted('Итого'), sum('loggedIn'), sum('assigned'), '""', sum('viewed'), '""'].join(';');
  return [HEADINGS.map(quoted).join(';'), ...rows, footer].join('\n');
}
