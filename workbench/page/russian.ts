/** The engine's interface in Russian, as far as it is seen here. Unknown texts stay English. */
const TEXTS: Readonly<Record<string, string>> = {
  Edit: 'Правка',
  View: 'Вид',
  Format: 'Формат',
  Undo: 'Отменить',
  Redo: 'Повторить',
  Copy: 'Копировать',
  Cut: 'Вырезать',
  Paste: 'Вставить',
  'Add sheet': 'Добавить лист',
};

const PLACEHOLDER = /%s|%\((\w+)\)s/g;

/** Fills `%s` in order and `%(name)s` by name. */
function fillIn(text: string, values: readonly unknown[]): string {
  let next = 0;
  return text.replace(PLACEHOLDER, (whole, name: string | undefined) => {
    if (name === undefined) {
      const value = values[next++];
      return value === undefined ? whole : String(value);
    }
    const named = values[0];
    if (typeof named !== 'object' || named === null) return whole;
    return String(Reflect.get(named, name) ?? whole);
  });
}

export function russian(text: string, ...values: readonly unknown[]): string {
  return fillIn(TEXTS[text] ?? text, values);
}
