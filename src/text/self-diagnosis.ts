import type {
  RegisteredPeople,
  SelfDiagnosis,
  SelfDiagnosisReason,
  ShortShare,
} from '../domain/yardsticks/self-diagnosis.ts';
import { levelText } from './levels.ts';
import { formatCount, formatShare } from './numbers.ts';
import { GENITIVE_WORDS, plural } from './plurals.ts';

const PEOPLE_TITLES: Readonly<Record<RegisteredPeople, string>> = {
  teachers: 'педагогов',
  students: 'обучающихся',
  both: 'педагогов и обучающихся',
};

const TICK_TITLES = {
  communities: 'все педагоги в сетевых профессиональных сообществах',
  activeUse: 'МАХ активно используется',
} as const;

/** «зарегистрированы 180 из 200 педагогов (90 %)» */
function shortText({ people, registered, total, share }: ShortShare): string {
  const word = people === 'teachers' ? 'teacher' : 'student';
  const whose = people === 'both' ? PEOPLE_TITLES.both : plural(total, GENITIVE_WORDS[word]);
  const verb = registered === 1 ? 'зарегистрирован' : 'зарегистрированы';
  return `${verb} ${formatCount(registered)} из ${formatCount(total)} ${whose} (${formatShare(share)})`;
}

/** Why the level is what it is. */
export function reasonText(reason: SelfDiagnosisReason): string {
  switch (reason.code) {
    case 'not-for-kind':
      return 'критерий не для этого типа организации';
    case 'kind-unknown':
      return 'тип организации не распознан';
    case 'absent':
      return 'организации нет в отчёте';
    case 'confirmed-not-registered':
      return 'подтверждено: организация не зарегистрирована; всё ключевое условие — «ниже базового»';
    case 'registered-after-all':
      return `отмечено «не зарегистрирована», но в отчёте регистраций: ${formatCount(reason.registered)}`;
    case 'nobody-registered':
      return 'регистраций 0: похоже на уровень 0, подтвердите отметкой';
    case 'structure-unconfirmed':
      return 'нет отметки, что организация зарегистрирована и её структура создана';
    case 'shares-short':
      return `${reason.short.map(shortText).join('; ')}, нужно ${formatShare(reason.threshold)}`;
    case 'counts-missing':
      return `не ниже уровня 1; нет данных о регистрации ${reason.people.map((people) => PEOPLE_TITLES[people]).join(' и ')}`;
    case 'ticks-missing':
      return `для уровня 3 нет отметки: ${reason.ticks.map((tick) => TICK_TITLES[tick]).join('; ')}`;
    case 'all-met':
      return 'все условия выполнены';
  }
}

/** «уровень 1: зарегистрированы 180 из 200 педагогов (90 %), нужно 95 %» */
export function selfDiagnosisText(diagnosis: SelfDiagnosis): string {
  const { level, reason } = diagnosis;
  return `${level === null ? levelText(diagnosis) : `уровень ${level}`}: ${reasonText(reason)}`;
}
