import { STEPS, type StepId } from '../domain/checklists/steps.ts';
import type { LinkKey } from './links.ts';
import { seeReference } from './reference/see.ts';
import { STEP_TITLES, stepName } from './step-titles.ts';

/** The words of one step. */
export interface StepWords {
  /** At most 60 characters: heading of the column and of the row in the sidebar. */
  readonly title: string;
  /** What to do: at most 300 characters with `tick`; `{версия}` is the version in force. */
  readonly howTo: string;
  /** How it is ticked in the book; left out of texts that go to schools. */
  readonly tick?: string;
  readonly link?: LinkKey;
}

/** Version of DataGate and «Параграф» that the integration needs, where the book sets no other. */
export const DEFAULT_VERSION = '3.25.10.27';

/** Places in a how-to that the book fills. */
export interface StepFields {
  readonly version: string;
}

const TICK_OF_THE_DAY = 'Проверили — отметьте и впишите рядом день: отметка действует до следующего отчёта.';

const WORDS = {
  'integration.datagate': {
    howTo:
      'Проверьте версии: нужна {версия}. В Московском районе обновлено у всех (DataGate 507 — уточните). Если версия старше, попросите обновление у ответственного за Параграф.',
    link: 'journalReference',
  },
  'integration.token': {
    howTo:
      'Их выдаёт руководитель ЦИО района; в Московском районе они есть у всех. Token — секрет: не записывайте его в эту таблицу.',
  },
  'integration.smir': {
    howTo:
      'Откройте настройки СМИР и впишите group_id и token каждый в своё поле. Проверьте, что нет лишних пробелов.',
    link: 'journalReference',
  },
  'integration.export-task': {
    howTo:
      'Замена происходит сама. Найдите новую задачу среди задач обмена данными: по умолчанию она выполняется каждые 30 минут. Если её нет, проверьте шаги И1 и И3.',
  },
  'integration.identifiers': {
    howTo:
      'Откройте «Личное дело сотрудника», вкладка «Общая»: там должен стоять идентификатор. Он появляется только после выполнения задачи. У кого пусто, тому помогите войти в МАХ и дождитесь следующего обмена.',
    link: 'journalReference',
  },
  'integration.staff-room': {
    howTo:
      'Чат создаётся сам: после связки директора «Сотрудники» исчезает и появляется «Учительская». Если чата нет, начните со связки директора.',
  },
  'integration.teachers-linked': {
    howTo:
      'Сверьте список сотрудников с «Учительской». Связанный педагог виден в чате и может создать предметный чат с классом из Параграфа. Это событие в чате, а не столбец P статистики.',
  },
  'integration.class-chats': {
    howTo:
      'Чаты появляются после связки классного руководителя: один с учениками, другой с родителями. Проверьте каждый класс в Параграфе и в СМИР.',
  },
  'integration.communication': {
    howTo:
      'Переносите общение постепенно: объявления и вопросы — в «Учительскую» и чаты классов. Где нужно только сообщать, ограничьте право писать в чат.',
    link: 'maxStart',
  },

  'cok.timetable': {
    howTo: 'Откройте «Расписание» в Параграфе и заполните его для всех классов и педагогов.',
    link: 'timetable',
  },
  'cok.export': {
    howTo:
      'Войдите в Параграф с ролью superadmin, откройте «Задачи обмена данными»: у задачи «Выгрузка МояШкола» должно стоять 100 %. При ошибке обратитесь к ответственному за Параграф в районе.',
    link: 'schoolOnGosuslugi',
  },
  'cok.invitations': {
    howTo:
      'Значок профиля → «Все организации и роли» → организация → «Сотрудники» → «Добавить сотрудника» → «Отправить». Нужна подтверждённая запись. Ссылка действует один раз и 60 дней, потом её отправляют заново.',
    tick: 'Сюда впишите только дату и число ждущих.',
    link: 'schoolOnGosuslugi',
  },
  'cok.access': {
    howTo:
      'Роль «Администратор ОО» → профиль организации → «Доверенности и доступы» → «Группы доступа» → «Расширенный поиск»: Минцифры России, «Госуслуги Моя школа», группа «Педагоги. Доступ к УБ ЦОК». Добавьте сотрудников и проверьте список группы.',
    link: 'cokReference',
  },
  'cok.assigned': {
    howTo:
      'Каждый педагог входит в УБ ЦОК через Госуслуги и назначает классу урок по своему предмету. Контент есть по 24 предметам.',
    link: 'cokOnGosuslugi',
  },
  'cok.viewed': {
    howTo:
      'Покажите на уроке, как открыть назначенный материал, и предложите помощь тем, у кого не получается войти. Кому неудобно, дайте материал другим способом.',
    link: 'cokOnGosuslugi',
  },

  'organisation.district-heads': {
    howTo:
      'Обязанность района: общение с директорами и заместителями ведётся только в национальном мессенджере.',
  },
  'organisation.heads-teachers': {
    howTo: 'Перенесите в МАХ поручения, объявления и вопросы педагогам: удобнее всего в чат «Учительская».',
    link: 'maxStart',
  },
  'organisation.local-act': {
    howTo:
      'Издайте локальный акт, в котором МАХ назван средством электронного общения, и опубликуйте его на сайте организации.',
  },
  'organisation.parent-chats': {
    howTo:
      'Чаты ведут воспитатели, классные руководители и педагоги дополнительного образования: каждый день полезное сообщение. Кто не в МАХ, получает его другим способом.',
    tick: TICK_OF_THE_DAY,
  },
  'organisation.student-chats': {
    howTo:
      'Чаты ведут классные руководители и педагоги дополнительного образования: каждый день полезное сообщение. Кто не в МАХ, получает его другим способом.',
    tick: TICK_OF_THE_DAY,
  },
  'organisation.district-form': {
    howTo: 'Откройте форму по ссылке и заполните её от имени организации. Срок — до конца дня 26.11.2025.',
    link: 'districtForm',
  },
  'organisation.head-meetings': {
    howTo:
      'Проведите очередное совещание руководителей видеозвонком в мессенджере: так видно, у кого не настроен вход.',
  },
  'organisation.parent-meetings': {
    howTo:
      'Предложите родителям собрание видеозвонком и помощь со входом. Участие добровольное: кто не подключился, получает итоги другим способом.',
  },
  'organisation.whiteboard': {
    howTo: 'Проведите для педагогов короткое занятие по сервису «Интерактивная доска».',
  },
  'organisation.community': {
    howTo:
      'Покажите воспитателям, как добавлять в сообщество организации сотрудников и тех родителей, которые этого хотят. Активность тех, кого в сообществе нет, не засчитывается.',
    link: 'maxStart',
  },
  'organisation.certificates': {
    howTo: 'Включите сервис и расскажите о нём родителям. Он для общеобразовательных организаций.',
  },
  'organisation.channel': {
    howTo: 'Создайте открытый канал организации и публикуйте в нём новости; адрес канала укажите на сайте.',
    link: 'maxChannels',
  },
  'organisation.site-section': {
    howTo:
      'Сделайте на сайте и в своих сообществах раздел для обучающихся и родителей: как войти, как связать профиль с журналом, куда обратиться за помощью, как узнавать новости без МАХ.',
    link: 'maxStart',
  },
  'organisation.recommendations': {
    howTo:
      'Рекомендации Комитета по образованию и СПбЦОКОиИТ публикуются в чате. Пройдите по ним и отметьте, когда сделано.',
  },
} as const satisfies Readonly<Record<StepId, Omit<StepWords, 'title'>>>;

export const STEP_WORDS = Object.fromEntries(
  STEPS.map(({ id }) => [id, { ...WORDS[id], title: STEP_TITLES[id] }]),
) as Readonly<Record<StepId, StepWords>>;

/** What a person does for the step, with the version in force, and how it is ticked. */
export function howToOf(id: StepId, fields?: StepFields): string {
  const { tick } = STEP_WORDS[id];
  return tick === undefined ? deedOf(id, fields) : `${deedOf(id, fields)} ${tick}`;
}

/** The same without how it is ticked: for a text to a school. */
export function deedOf(id: StepId, { version }: StepFields = { version: DEFAULT_VERSION }): string {
  return STEP_WORDS[id].howTo.replace('{версия}', () => version);
}

/** The note of the step's heading in «Чек-листы»: its how-to, and where «Справка» says more. */
export function stepNote(id: StepId): string {
  return `${howToOf(id)}\n${seeReference(stepName(id))}`;
}
