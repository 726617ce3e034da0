import { unpackText } from './unpack-text.ts';

/** Runs in the page: unpacks the style and the script that `packScript` left in it, and uses them. */
declare const packedScript: readonly [letters: string, ...lines: readonly string[]];

const OLD_BROWSER =
  'Панель не открылась: этот браузер слишком стар для неё. Обновите браузер (Chrome или Яндекс Браузер 110, Firefox 110, Safari 16 или новее) и откройте панель снова.';

function put(tag: 'style' | 'script', place: HTMLElement, text: string): void {
  const made = document.createElement(tag);
  made.textContent = text;
  place.append(made);
}

function refuse(): void {
  const sentence = document.createElement('p');
  sentence.setAttribute('role', 'alert');
  sentence.textContent = OLD_BROWSER;
  document.body.append(sentence);
}

/** A browser without it is older than what the style and the script are made for. */
if (!('findLast' in Array.prototype)) refuse();
else {
  const [letters, ...lines] = packedScript;
  const [style = '""', script = ''] = unpackText(letters, lines).split('\0');
  put('style', document.head, JSON.parse(style));
  put('script', document.body, script);
}
