import type { ViewEntry } from './view.ts';
import { createCheckView } from './views/check.ts';
import { createImportView } from './views/import.ts';
import { createTextsView } from './views/texts.ts';

/** The views in the order of the navigation. A new view is one row here and one key in the contract. */
export const VIEWS: readonly ViewEntry[] = [
  { key: 'import', title: 'Импорт статистики', create: createImportView },
  { key: 'texts', title: 'Тексты школам', create: createTextsView },
  { key: 'check', title: 'Проверка', create: createCheckView },
];
