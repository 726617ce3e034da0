// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { button, element, fill, refill } from '../../src/sidebar/dom.ts';

describe('element builder', () => {
  it('takes text as text, whatever it looks like', () => {
    const made = element('p', { title: '"><b>' }, '<img src=x onerror=alert(1)>');
    expect(made.children.length).toBe(0);
    expect(made.textContent).toBe('<img src=x onerror=alert(1)>');
    expect(made.getAttribute('title')).toBe('"><b>');
  });

  it('leaves out what is null or false, and makes true an empty attribute', () => {
    const made = element('input', { disabled: true, hidden: false, id: null, 'data-n': 3 }, null);
    expect(made.outerHTML).toBe('<input disabled="" data-n="3">');
  });

  it('replaces what was inside', () => {
    const made = element('div', {}, 'old');
    fill(made, element('b', {}, 'new'), null, ' text');
    expect(made.innerHTML).toBe('<b>new</b> text');
  });

  it.each([
    ['id', () => element('input', { id: 'school' })],
    ['label', () => element('button', { 'aria-label': 'Снять: до 1 декабря' }, 'Снять')],
    ['text', () => element('summary', {}, 'Застрявшие шаги')],
  ])('puts the focus on what stands there now: the same %s', (_, make) => {
    const others = () => [element('input'), element('button', {}, 'Снять'), element('summary', {}, 'Шаги')];
    const before = make();
    const place = element('details', { open: true }, ...others(), before);
    const outside = element('input', {});
    document.body.replaceChildren(place, outside);
    before.focus();
    const after = make();
    refill(place, ...others(), after, element('p', {}, 'ещё'));
    expect(document.activeElement).toBe(after);
    refill(place, ...others());
    expect(document.activeElement).toBe(document.body);
    outside.focus();
    refill(place, make());
    expect(document.activeElement).toBe(outside);
  });

  it('makes buttons that submit nothing', () => {
    let pressed = 0;
    const made = button('Записать', () => {
      pressed += 1;
    });
    made.click();
    expect([made.type, pressed]).toEqual(['button', 1]);
  });
});
