import { element } from './dom.ts';

export const NOT_LOADED =
  'Эта часть панели не открылась. Закройте панель и откройте её снова; если не поможет, возьмите sidebar.html заново и вставьте его в проект весь.';

/** What stands in the place of a part whose code could not be unpacked. */
export function notLoaded(): HTMLElement {
  return element('p', { class: 'notice error', role: 'alert' }, NOT_LOADED);
}
