/** Addresses that texts point to: defaults, the ones in force stand in «Настройки». */
export interface Link {
  readonly title: string;
  readonly address: string;
  /** The address or what it is for could not be made sure of: shown with «уточните». */
  readonly uncertain: boolean;
}

export const LINKS = {
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
} as const satisfies Readonly<Record<string, Link>>;

export type LinkKey = keyof typeof LINKS;
