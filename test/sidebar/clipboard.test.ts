// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyFrom } from '../../src/sidebar/clipboard.ts';
import { element } from '../../src/sidebar/dom.ts';

let area: HTMLTextAreaElement;
let trigger: HTMLButtonElement;

function stubCommand(copy: () => boolean): void {
  Object.defineProperty(document, 'execCommand', { value: copy, configurable: true });
}

function stubClipboard(clipboard: { writeText(text: string): Promise<void> } | undefined): void {
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
}

beforeEach(() => {
  area = element('textarea', { readonly: true });
  area.value = 'Уважаемые коллеги!';
  trigger = element('button', {}, 'Скопировать');
  document.body.replaceChildren(area, trigger);
  trigger.focus();
});

afterEach(() => {
  Reflect.deleteProperty(document, 'execCommand');
  Reflect.deleteProperty(navigator, 'clipboard');
});

describe('copying in a cross-origin frame', () => {
  it('copies the selected text by the command, at once, and gives the focus back', async () => {
    const selected: string[] = [];
    stubCommand(() => {
      selected.push(area.value.slice(area.selectionStart, area.selectionEnd));
      return true;
    });
    stubClipboard(undefined);
    const copying = copyFrom(area);
    expect(selected).toEqual(['Уважаемые коллеги!']);
    expect(await copying).toBe('copied');
    expect(document.activeElement).toBe(trigger);
  });

  it('uses the clipboard where the command is refused', async () => {
    const write = vi.fn(async () => undefined);
    stubCommand(() => false);
    stubClipboard({ writeText: write });
    expect(await copyFrom(area)).toBe('copied');
    expect(write).toHaveBeenCalledExactlyOnceWith('Уважаемые коллеги!');
    expect(document.activeElement).toBe(trigger);
  });

  it.each([
    ['the clipboard is denied', { writeText: () => Promise.reject(new Error('NotAllowedError')) }],
    ['the clipboard is absent', undefined],
  ])('leaves the text selected for Ctrl+C where %s', async (_note, clipboard) => {
    stubCommand(() => {
      throw new Error('not supported');
    });
    stubClipboard(clipboard);
    expect(await copyFrom(area)).toBe('manual');
    expect(document.activeElement).toBe(area);
    expect([area.selectionStart, area.selectionEnd]).toEqual([0, area.value.length]);
  });
});
