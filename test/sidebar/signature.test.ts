// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sign, signature } from '../../src/sidebar/signature.ts';
import { createSignatureField } from '../../src/sidebar/signature-field.ts';

afterEach(() => localStorage.clear());

describe('the field that asks who ticks', () => {
  function open(): { readonly field: HTMLElement; readonly picked: () => void } {
    const picked = vi.fn();
    const field = createSignatureField(picked);
    document.body.replaceChildren(field);
    return { field, picked };
  }

  function submit(field: HTMLElement, name: string): void {
    const input = field.querySelector('input');
    const form = field.querySelector('form');
    if (input === null || form === null) throw new Error('no form');
    input.value = name;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
  }

  it('asks once and remembers', () => {
    const { field, picked } = open();
    submit(field, ' ЦИО-2 ');
    expect(signature()).toBe('ЦИО-2');
    expect(picked).toHaveBeenCalledOnce();
    expect(field.textContent).toContain('Отмечает: ЦИО-2');
    expect(open().field.querySelector('form')).toBeNull();
  });

  it('says why a name cannot be taken', () => {
    const { field, picked } = open();
    submit(field, 'a@b.ru');
    expect(field.querySelector('[role=alert]')?.textContent).toContain('без почты');
    expect(signature()).toBe('');
    expect(picked).not.toHaveBeenCalled();
  });

  it('can be changed', () => {
    sign('ЦИО-1');
    const { field } = open();
    expect(field.querySelector('button')?.getAttribute('aria-label')).toBe('Кто отмечает: ЦИО-1. Изменить');
    field.querySelector('button')?.click();
    expect(field.querySelector('input')?.value).toBe('ЦИО-1');
    expect(document.activeElement).toBe(field.querySelector('input'));
    submit(field, 'ЦИО-3');
    expect(signature()).toBe('ЦИО-3');
  });
});
