import { RUSSIAN_TEXTS } from './russian-texts.ts';

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

/** The engine's interface in Russian, as far as it is seen here; an unknown text stays English. */
export function russian(text: string, ...values: readonly unknown[]): string {
  return fillIn(RUSSIAN_TEXTS[text] ?? text, values);
}
