import { button, element, fill } from './dom.ts';
import { setWho, WHO_LIMIT, who, whoFault } from './who.ts';

const FIELD_ID = 'who-works';

/** «Кто отмечает»: asks once, then shows the name with a way to change it. */
export function createWhoField(picked: () => void): HTMLElement {
  const place = element('div', { class: 'who' });

  function ask(): void {
    const fault = element('p', { class: 'small late', role: 'alert' });
    const field = element('input', {
      id: FIELD_ID,
      class: 'field',
      type: 'text',
      maxlength: WHO_LIMIT,
      autocomplete: 'off',
      placeholder: 'например, ЦИО-2',
    });
    field.value = who();
    const form = element(
      'form',
      { class: 'stack tight' },
      element(
        'label',
        { class: 'label small', for: FIELD_ID },
        'Кто отмечает: роль или короткий код, без имени, почты и телефона',
      ),
      element(
        'div',
        { class: 'row between' },
        field,
        element('button', { type: 'submit', class: 'button narrow' }, 'Запомнить'),
      ),
      fault,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const name = field.value.trim();
      fault.textContent = whoFault(name);
      if (fault.textContent !== '') {
        field.focus();
        return;
      }
      setWho(name);
      show();
      picked();
    });
    fill(place, form);
  }

  function show(): void {
    const name = who();
    if (name === '') {
      ask();
      return;
    }
    const change = button(
      'изменить',
      () => {
        ask();
        place.querySelector('input')?.focus();
      },
      { attributes: { class: 'link', 'aria-label': `Кто отмечает: ${name}. Изменить` } },
    );
    fill(place, element('p', { class: 'small quiet row' }, `Отмечает: ${name}`, change));
  }

  show();
  return place;
}
