/** Runs in the page: unpacks the style and the script that `packScript` left in it, and uses them. */
declare const packedScript: readonly [length: number, ...lines: readonly string[]];

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()+,-.:;=?@[]^_{|}~';

const OLD_BROWSER =
  'Панель не открылась: этот браузер слишком стар для неё. Обновите браузер (Chrome или Яндекс Браузер, Firefox 113, Safari 16.4 или новее) и откройте панель снова.';

async function unpack(): Promise<void> {
  const [length, ...lines] = packedScript;
  const unpacked = new Blob([bytesOf(lines.join(''), length)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'));
  const bytes = await new Response(unpacked).arrayBuffer();
  const [style = '""', code = ''] = new TextDecoder('windows-1251').decode(bytes).split('\0');
  put('style', document.head, JSON.parse(style));
  put('script', document.body, code);
}

/** Five digits to the base 85 are four bytes. */
function bytesOf(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((text.length / 5) * 4);
  const view = new DataView(bytes.buffer);
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    value = value * 85 + ALPHABET.indexOf(text.charAt(at));
    if (at % 5 < 4) continue;
    view.setUint32(((at - 4) / 5) * 4, value);
    value = 0;
  }
  return bytes.slice(0, length);
}

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

if (typeof DecompressionStream === 'undefined') refuse();
else unpack().catch(refuse);
