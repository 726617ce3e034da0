// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setWho, who, whoFault } from '../../src/sidebar/who.ts';
import { createWhoField } from '../../src/sidebar/who-field.ts';

afterEach(() => localStorage.clear());

describe('the name of who works', () => {
  it.each([
    ['a role', 'методист', ''],
    ['a code with a number', 'ЦИО-2', ''],
    ['a number of a school', 'школа 525', ''],
    ['nobody', '', ''],
    ['an e-mail', 'ivanov@mail.ru', 'Почту не пишите'],
    ['a telephone number', '+7 (921) 123-45-67', 'Телефон не пишите'],
    ['a long text', 'а'.repeat(41), 'Не длиннее 40'],
  ])('%s', (_note, name, fault) => {
    expect(whoFault(name).startsWith(fault)).toBe(true);
    expect(whoFault(name) === '').toBe(fault === '');
  });
});

describe('the field', () => {
  function open(): { readonly field: HTMLElement; readonly picked: () => void } {
    const picked = vi.fn();
    const field = createWhoField(picked);
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
    expect(who()).toBe('ЦИО-2');
    expect(picked).toHaveBeenCalledOnce();
    expect(field.textContent).toContain('Отмечает: ЦИО-2');
    expect(open().field.querySelector('form')).toBeNull();
  });

  it('says why a name cannot be taken', () => {
    const { field, picked } = open();
    submit(field, 'a@b.ru');
    expect(field.querySelector('[role=alert]')?.textContent).toContain('Почту не пишите');
    expect(who()).toBe('');
    expect(picked).not.toHaveBeenCalled();
  });

  it('can be changed', () => {
    setWho('ЦИО-1');
    const { field } = open();
    field.querySelector('button')?.click();
    expect(field.querySelector('input')?.value).toBe('ЦИО-1');
    submit(field, 'ЦИО-3');
    expect(who()).toBe('ЦИО-3');
  });
});
