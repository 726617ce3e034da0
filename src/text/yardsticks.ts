import type { IsoMonth } from '../domain/calendar.ts';
import type { BasisPoints } from '../domain/share.ts';
import type {
  DistrictMonitoring,
  MonitoredPart,
  MonitoredPeople,
  Monitoring,
} from '../domain/yardsticks/monitoring.ts';
import type { RoadMapPart, RoadMapPeople, RoadMapRemark } from '../domain/yardsticks/road-map.ts';
import type { PathStep, ShortestPath } from '../domain/yardsticks/shortest-path.ts';
import { counted, formatCount, formatDate, formatShare } from './numbers.ts';
import { ACCUSATIVE_WORDS, WORDS } from './plurals.ts';
import { quoteList } from './quote.ts';
import { VERDICT_LABELS } from './verdicts.ts';

const MONITORED_TITLES: Readonly<Record<MonitoredPeople, string>> = {
  teachers: 'педагоги',
  students: 'обучающиеся',
  parents: 'родители',
  learners: 'обучающиеся и родители вместе',
};

const MONTHS: readonly string[] = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
];

/** `2026-11` → «ноябрь 2026» */
export function monthText(month: IsoMonth): string {
  const [year = '', number = ''] = month.split('-');
  return `${MONTHS[Number(number) - 1] ?? number} ${year}`;
}

function monitoredPartText({ people, target, best }: MonitoredPart): string {
  const title = MONITORED_TITLES[people];
  if (best === null) return `${title}: нет данных`;
  const counts = `${formatCount(best.active)} из ${formatCount(best.total)}`;
  const goal = best.share >= target ? '' : `, нужно ${formatShare(target)}`;
  return `${title}: ${formatShare(best.share)} (${counts}, отчёт от ${formatDate(best.date)})${goal}`;
}

/** Why an organisation counts in a month or does not, for the note of its cell. */
export function monitoringText(monitoring: Monitoring, month: IsoMonth): string {
  const heading = `Оценка за ${monthText(month)}: ${VERDICT_LABELS[monitoring.verdict]}`;
  const parts = monitoring.parts.map(monitoredPartText);
  return parts.length === 0 ? heading : `${heading}. ${parts.join('; ')}`;
}

/**
 * «оценка за ноябрь 2026: 82 из 130 (63,07 %); без данных 4, с ними до 66,15 %: «Школа № 1»…».
 * @param withoutData names of the organisations without data
 */
export function districtMonitoringText(
  district: DistrictMonitoring,
  month: IsoMonth,
  withoutData: readonly string[],
): string {
  const heading = `оценка за ${monthText(month)}`;
  if (district.low === null || district.high === null) return `${heading}: нет данных`;
  const counts = `${formatCount(district.counted)} из ${formatCount(district.applicable)}`;
  const open =
    withoutData.length === 0
      ? ''
      : `; без данных ${formatCount(withoutData.length)}, с ними до ${formatShare(district.high)}: ${quoteList(withoutData)}`;
  return `${heading}: ${counts} (${formatShare(district.low)})${open}`;
}

export const ROAD_MAP_TITLES: Readonly<Record<RoadMapPeople, string>> = {
  staff: 'работники организаций, пишущие каждую неделю',
  students: 'обучающиеся, которые читают и пишут',
  parents: 'родители, которые читают и пишут',
  learners: 'обучающиеся и родители, которые читают и пишут',
  moved: 'перешли из VK Мессенджера в МАХ',
  civilServants: 'государственные служащие',
  otherTeachers: 'педагоги вне общего образования',
};

export const ROAD_MAP_REMARKS: Readonly<Record<RoadMapRemark, string>> = {
  'proxy-staff': 'оценка по педагогам: активные ÷ всего (сведений обо всех работниках в статистике нет)',
  'proxy-other-teachers': 'оценка по педагогам СПО и дополнительного образования',
  'stage2-if-approved': 'этап 2 действует после утверждения нормативных актов',
  'stage2-date-assumed': 'дата этапа 2 не названа, принята как у показателя 1',
  'by-hand': 'вводится вручную',
};

/** «родители, которые читают и пишут: 28,5 % (2 850 из 10 000), цель 30 %» */
export function roadMapPartText({ people, share, target, sum }: RoadMapPart): string {
  const title = ROAD_MAP_TITLES[people];
  const goal = target === null ? '' : `, цель ${formatShare(target)}`;
  if (share === null) return `${title}: нет данных${goal}`;
  const counts = sum === null ? '' : ` (${formatCount(sum.active)} из ${formatCount(sum.total)})`;
  return `${title}: ${formatShare(share)}${counts}${goal}`;
}

function lastOf(steps: readonly PathStep[]): PathStep | undefined {
  return steps[steps.length - 1];
}

/** What the shortest path comes to, in one sentence. */
export function shortestPathText({ gap, steps }: ShortestPath, target: BasisPoints): string {
  const goal = formatShare(target);
  if (gap === 0) return `Цель района ${goal} достигнута`;
  const reserve = formatCount(lastOf(steps)?.running ?? 0);
  const schools = counted(steps.length, ACCUSATIVE_WORDS.school);
  return `До цели района ${goal} не хватает: ${counted(gap, WORDS.person)}. Достаточно взять ${schools}, их резерв: ${reserve}`;
}
