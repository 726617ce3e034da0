import { type StepId, stepOf } from '../domain/checklists/steps.ts';

/** Headings of the columns and of the rows in the sidebar; at most 60 characters. The how-tos stand apart: the server needs none. */
const TITLES = {
  'integration.datagate': 'DataGate и Параграф обновлены',
  'integration.token': 'Получены token и group_id школы',
  'integration.smir': 'Token и group_id введены в СМИР',
  'integration.export-task': 'Задача выгрузки заменилась новой',
  'integration.identifiers': 'В личных делах есть идентификаторы Сферума',
  'integration.staff-room': 'Есть чат «Учительская»',
  'integration.teachers-linked': 'Все педагоги связаны и видны в «Учительской»',
  'integration.class-chats': 'У каждого класса есть чаты учеников и родителей',
  'integration.communication': 'Общение перешло в автоматические чаты',
  'cok.timetable': 'Расписание заполнено в Параграфе',
  'cok.export': '«Выгрузка МояШкола» выполнена на 100 %',
  'cok.invitations': 'Сотрудники приглашены на Госуслугах',
  'cok.access': 'Педагогам дан доступ к УБ ЦОК',
  'cok.assigned': 'Педагоги вошли и назначили хотя бы один урок',
  'cok.viewed': 'Обучающиеся посмотрели назначенный урок',
  'organisation.district-heads': 'Район пишет директорам только в МАХ',
  'organisation.heads-teachers': 'Директор и заместители пишут педагогам в МАХ',
  'organisation.local-act': 'Локальный акт о МАХ издан и опубликован',
  'organisation.parent-chats': 'Чаты с родителями ведутся каждый день',
  'organisation.student-chats': 'Чаты с обучающимися ведутся каждый день',
  'organisation.district-form': 'Форма района о внедрении МАХ заполнена',
  'organisation.head-meetings': 'Совещания проходят видеозвонком в МАХ',
  'organisation.parent-meetings': 'Родительские собрания видеозвонком в МАХ',
  'organisation.whiteboard': 'Обучение работе с «Интерактивной доской»',
  'organisation.community': 'Воспитатели умеют вести сообщество в Сферуме',
  'organisation.certificates': 'Подключён сервис «Справка в школу»',
  'organisation.channel': 'У организации есть открытый канал в МАХ',
  'organisation.site-section': 'На сайте есть раздел о МАХ для семей',
  'organisation.recommendations': 'Рекомендации Комитета и СПбЦОКОиИТ выполнены',
} as const satisfies Readonly<Record<StepId, string>>;

export const STEP_TITLES: Readonly<Record<StepId, string>> = TITLES;

/** «И3. Token и group_id введены в СМИР»: how sentences and headings name a step. */
export function stepName(id: StepId): string {
  return `${stepOf(id).label}. ${STEP_TITLES[id]}`;
}
