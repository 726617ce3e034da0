import type { ViewEntry } from './view.ts';

/** The views in the order of the navigation. A new view is one row here and one key in the contract. */
export const VIEWS: readonly ViewEntry[] = [
  {
    key: 'import',
    title: 'Импорт статистики',
    tab: 'Импорт',
    load: async () => (await import('./views/import.ts')).createImportView,
  },
  {
    key: 'checklists',
    title: 'Чек-листы',
    tab: 'Чек-листы',
    load: async () => (await import('./views/checklists/index.ts')).createChecklistsView,
  },
  {
    key: 'texts',
    title: 'Тексты школам',
    tab: 'Тексты',
    readsBook: true,
    load: async () => (await import('./views/texts/index.ts')).createTextsView,
  },
  {
    key: 'cok',
    title: 'Импорт УБ ЦОК',
    short: 'УБ ЦОК',
    load: async () => (await import('./views/cok.ts')).createCokView,
  },
  {
    key: 'start',
    title: 'Первые шаги',
    short: 'Ещё',
    readsBook: true,
    load: async () => (await import('./views/start.ts')).createStartView,
  },
  {
    key: 'reference',
    title: 'Справка',
    load: async () => (await import('./views/reference.ts')).createReferenceView,
  },
  {
    key: 'check',
    title: 'Проверка',
    load: async () => (await import('./views/check.ts')).createCheckView,
  },
];
