export type * from './environment.ts';

import type { AppsScript, AppsScriptOptions } from './environment.ts';

/** An emulated Google Sheets document with the add-on's code in it. */
export function createAppsScript(_options: AppsScriptOptions = {}): AppsScript {
  throw new Error('not built yet');
}
