import { element } from '../dom.ts';

/** Said below an import that could not keep what was answered in its preview; null where it could. */
export function lostAnswers({ answersLost }: { readonly answersLost?: true }): HTMLElement | null {
  if (answersLost === undefined) return null;
  return element(
    'p',
    { class: 'notice warning' },
    'Ваши ответы на вопросы не запомнены: лист «Настройки» от вас защищён. В следующий раз спросим снова. Чтобы запоминать, попросите владельца таблицы добавить вас в редакторы листа.',
  );
}
