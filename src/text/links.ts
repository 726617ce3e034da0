/** Addresses that texts point to: defaults, the ones in force stand in «Настройки». */
export interface Link {
  readonly title: string;
  readonly address: string;
  /** The address or what it is for could not be made sure of: shown with «уточните». */
  readonly uncertain: boolean;
}

export const LINKS = {
  statistics: {
    title: 'Статистика МАХ (Metabase)',
    address: 'https://stat.spbcokoit.ru:3000/public/dashboard/d5862bc9-04fa-4a65-a9a5-f885d3ad9aa4',
    uncertain: false,
  },
  cokStatistics: {
    title: 'Статистика УБ ЦОК (DataLens)',
    address: 'https://datalens.yandex/y28snnpuboa6j?tab=yX',
    uncertain: false,
  },
  cityReview: {
    title: 'Для ЦИО: обзор (назначение уточните)',
    address: 'https://stat.online.petersburgedu.ru/api/rks/review',
    uncertain: true,
  },
  timetable: {
    title: 'Инструкции по расписанию',
    address: 'https://cloud.spbcokoit.ru/index.php/s/cTWJXLHJZBEQyXL',
    uncertain: false,
  },
  journalReference: {
    title: 'Справка: ЭЖД, Сферум, МАХ',
    address: 'https://docs.spbcokoit.ru/doku.php?id=эжд_сферум_мах',
    uncertain: true,
  },
  schoolOnGosuslugi: {
    title: 'Справка: Госуслуги. Моя школа',
    address: 'https://docs.spbcokoit.ru/doku.php?id=госуслуги._моя_школа',
    uncertain: true,
  },
  cokReference: {
    title: 'Справка: УБ ЦОК',
    address: 'https://docs.spbcokoit.ru/doku.php?id=убцок',
    uncertain: false,
  },
  cokOnGosuslugi: {
    title: 'УБ ЦОК на Госуслугах',
    address: 'https://www.gosuslugi.ru/landing/edu-content',
    uncertain: false,
  },
  districtForm: {
    title: 'Форма района о внедрении МАХ',
    address: 'https://gf.imc-mosk.ru:40080/forms/1vO3q76Nd',
    uncertain: false,
  },
  maxStart: {
    title: 'МАХ для образования: начало работы',
    address: 'https://prof.sferum.ru/start_docs#close',
    uncertain: false,
  },
  maxChannels: {
    title: 'МАХ для образования: каналы',
    address: 'https://prof.sferum.ru/channels.max',
    uncertain: false,
  },
  cokChannel: {
    title: 'УБ ЦОК во ВКонтакте',
    address: 'https://vk.com/bibliotekacok',
    uncertain: false,
  },
  schoolsBot: { title: 'Бот опросов для школ', address: 'https://max.ru/spb_opros_bot', uncertain: false },
  servicesBot: { title: 'Бот МФЦ', address: 'https://max.ru/spb_mfc_bot', uncertain: false },
  servicesChannel: { title: 'Канал МФЦ', address: 'https://max.ru/spbgkumfc', uncertain: false },
  governmentChannel: { title: 'Канал Правительства города', address: 'https://max.ru/spb', uncertain: false },
  districtCentre: {
    title: 'ЦИО района',
    address: 'https://imc-mosk.ru/levoe-menyu/czio/',
    uncertain: false,
  },
  administratorsChat: { title: 'Чат администраторов (вставьте ссылку)', address: '', uncertain: false },
  cokDistrictChannel: { title: 'Канал «УБ ЦОК» района (вставьте ссылку)', address: '', uncertain: false },
  mySchoolChannel: { title: 'Канал «Моя школа» (вставьте ссылку)', address: '', uncertain: false },
} as const satisfies Readonly<Record<string, Link>>;

export type LinkKey = keyof typeof LINKS;

/** Addresses that a book sets itself, by key; a key left out keeps its default. */
export type LinkAddresses = Readonly<Partial<Record<LinkKey, string>>>;

export function isLinkKey(text: string): text is LinkKey {
  return Object.keys(LINKS).includes(text);
}

export const LINK_KEYS: readonly LinkKey[] = Object.keys(LINKS).filter(isLinkKey);

/** The links with the addresses in force. */
export function linksWith(addresses: LinkAddresses): Readonly<Record<LinkKey, Link>> {
  const links: Record<LinkKey, Link> = { ...LINKS };
  for (const key of LINK_KEYS) {
    const address = addresses[key];
    // Who sets an address has made sure of it.
    if (address !== undefined) links[key] = { ...LINKS[key], address, uncertain: false };
  }
  return links;
}
