import { openLines } from './checked-lines.ts';
import { MOST_BYTES } from './lzma.ts';
import type { PackedScript } from './script.ts';
import { openText } from './unpack-text.ts';

/**
 * Runs in the page: unpacks the style and the first script that `packScript` left in it and uses them,
 * and every other script when it is first asked for: what a view alone needs costs the others nothing.
 */
declare const packedScript: PackedScript;

/** A part of a script, as scripts.ts of the build writes it. */
type Part = (
  take: (script: number, place: number) => unknown,
  load: (script: number, place: number) => Promise<unknown>,
) => Readonly<Record<string, unknown>>;

/** The style is the first of what is packed, then comes the script whose last part starts the rest. */
const START = 1;

/** Milliseconds for which unpacking keeps the page from its person. */
const PIECE = 8;

/** Letters between two looks at the clock, and the bytes that they may take. */
const STEP = 512;
const AHEAD = STEP * MOST_BYTES;

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
  const [letters, ends, count, ...lines] = packedScript;
  const packed = openLines(lines);
  if (lines.length !== count || !packed.upTo(AHEAD)) {
    refuse(DAMAGED);
    return;
  }
  const text = openText(letters, packed.bytes);
  let reached = 0;
  const bounds = [0, ...ends];
  const endOf = (script: number): number => bounds[script + 1] ?? 0;
  const slice = (script: number): string => text.slice(bounds[script] ?? 0, endOf(script));
  const scripts: (readonly Part[] | undefined)[] = [];
  const made: (unknown[] | undefined)[] = [];

  function partsOf(script: number): readonly Part[] {
    // A script element and not eval(): nothing more is asked of the page's policy than for the first script.
    if (scripts[script] === undefined) put('script', document.body, slice(script));
    return scripts[script] ?? [];
  }

  function take(script: number, place: number): unknown {
    const parts = partsOf(script);
    const exported = made[script] ?? [];
    made[script] = exported;
    if (!(place in exported)) exported[place] = parts[place]?.(take, load);
    return exported[place];
  }

  /** Unpacks one step towards the end of a script; false where the page's copy of it is damaged. */
  function step(end: number): boolean {
    if (!packed.upTo(text.taken() + AHEAD)) return false;
    reached = Math.min(reached + STEP, end);
    text.upTo(reached);
    return true;
  }

  /** In pieces, between which the page takes a key and draws. */
  async function load(script: number, place: number): Promise<unknown> {
    const end = endOf(script);
    while (reached < end) {
      const pause = performance.now() + PIECE;
      while (reached < end && performance.now() < pause) if (!step(end)) throw new Error(DAMAGED);
      if (reached < end) await nextTurn();
    }
    return take(script, place);
  }

  while (reached < endOf(START)) {
    if (!step(endOf(START))) {
      refuse(DAMAGED);
      return;
    }
  }
  // The name under which scripts.ts makes each script leave its parts.
  Object.assign(globalThis, { sidebarParts: scripts });
  put('style', document.head, slice(0));
  take(START, partsOf(START).length - 1);
}

start();
