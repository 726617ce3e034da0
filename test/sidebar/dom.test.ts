// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { button, element, fill } from '../../src/sidebar/dom.ts';

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

  it('makes buttons that submit nothing', () => {
    let pressed = 0;
    const made = button('Записать', () => {
      pressed += 1;
    });
    made.click();
    expect([made.type, pressed]).toEqual(['button', 1]);
  });
});
