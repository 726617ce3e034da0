import { read85 } from './base85.ts';
import { checkSum } from './check-sum.ts';
import type { PackedScript } from './script.ts';
import { openText } from './unpack-text.ts';

/**
 * Runs in the page: unpacks the style and the first script that `packScript` left in it and uses them,
 * and every other script when it is first asked for: what a view alone needs costs the others nothing.
 */
declare const packedScript: PackedScript;

/** A part of the script, as scripts.ts of the build writes it. */
type Part = (
  take: (number: number) => unknown,
  load: (number: number) => Promise<unknown>,
) => Readonly<Record<string, unknown>>;

/** Milliseconds for which unpacking keeps the page from its person, and letters between two looks at the clock. */
const PIECE = 8;
const STEP = 2048;

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

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

function start(): void {
  // A browser without it is older than what the style and the script are made for.
  if (!('findLast' in Array.prototype)) {
    refuse(OLD_BROWSER);
    return;
  }
  const [letters, ends, first, check, ...lines] = packedScript;
  const packed = read85(lines.join(''));
  if (checkSum(packed) !== check) {
    refuse(DAMAGED);
    return;
  }
  const text = openText(letters, packed);
  const slice = (number: number): string => text.slice(ends[number - 1] ?? 0, ends[number] ?? 0);
  const parts: (Part | undefined)[] = [];
  const made = new Map<number, unknown>();
  let reached = ends[first] ?? 0;

  function take(number: number): unknown {
    if (made.has(number)) return made.get(number);
    // A script element and not eval(): nothing more is asked of the page's policy than for the first script.
    put('script', document.body, slice(number));
    const exported = parts[number]?.(take, load);
    made.set(number, exported);
    return exported;
  }

  /** In pieces, between which the page takes a key and draws. */
  async function load(number: number): Promise<unknown> {
    const end = ends[number] ?? 0;
    while (reached < end) {
      const pause = performance.now() + PIECE;
      while (reached < end && performance.now() < pause) {
        reached = Math.min(reached + STEP, end);
        text.upTo(reached);
      }
      if (reached < end) await nextTurn();
    }
    return take(number);
  }

  // The name under which scripts.ts makes each part leave itself.
  Object.assign(globalThis, { sidebarParts: parts });
  put('style', document.head, slice(0));
  take(first);
}

start();
