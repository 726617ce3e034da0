import { unpackText } from './unpack-text.ts';

/** Runs in the page: unpacks the style and the script that `packScript` left in it, and uses them. */
declare const packedScript: readonly [letters: string, ...lines: readonly string[]];

const OLD_BROWSER =
  'Панель не открылась: этот браузер слишком стар для неё. Обновите браузер (Chrome или Яндекс Браузер 110, Firefox 110, Safari 16 или новее) и откройте панель снова.';
const DAMAGED =
  'Панель не открылась: её файл повреждён, например скопирован не целиком. Возьмите sidebar.html заново и вставьте его в проект весь.';

function put(tag: 'style' | 'script', place: HTMLElement, text: string): void {
  const made = document.createElement(tag);
  made.textContent = text;
  place.append(made);
}

function refuse(reason: string): void {
  const sentence = document.createElement('p');
  sentence.setAttribute('role', 'alert');
  sentence.textContent = reason;
  document.body.append(sentence);
}

/** Null where the packed text was changed on its way: from there on it unpacks to something else. */
function unpacked(): { readonly style: string; readonly script: string } | null {
  const [letters, ...lines] = packedScript;
  const [style = '', script = '', end] = unpackText(letters, lines).split('\0');
  try {
    return end === '' ? { style: String(JSON.parse(style)), script } : null;
  } catch {
    return null;
  }
}

function start(): void {
  // A browser without it is older than what the style and the script are made for.
  if (!('findLast' in Array.prototype)) {
    refuse(OLD_BROWSER);
    return;
  }
  const parts = unpacked();
  if (parts === null) {
    refuse(DAMAGED);
    return;
  }
  put('style', document.head, parts.style);
  put('script', document.body, parts.script);
}

start();
