import type { ViewEntry } from './view.ts';
import { createCheckView } from './views/check.ts';
import { createChecklistsView } from './views/checklists/index.ts';
import { createCokView } from './views/cok.ts';
import { createImportView } from './views/import.ts';
import { createReferenceView } from './views/reference.ts';
import { createStartView } from './views/start.ts';
import { createTextsView } from './views/texts/index.ts';

/** The views in the order of the navigation. A new view is one row here and one key in the contract. */
export const VIEWS: readonly ViewEntry[] = [
  { key: 'import', title: 'Импорт статистики', tab: 'Импорт', create: createImportView },
  { key: 'checklists', title: 'Чек-листы', tab: 'Чек-листы', create: createChecklistsView },
  { key: 'texts', title: 'Тексты школам', tab: 'Тексты', create: createTextsView },
  { key: 'cok', title: 'Импорт УБ ЦОК', short: 'УБ ЦОК', create: createCokView },
  { key: 'start', title: 'Первые шаги', short: 'Ещё', create: createStartView },
  { key: 'reference', title: 'Справка', create: createReferenceView },
  { key: 'check', title: 'Проверка', create: createCheckView },
];
