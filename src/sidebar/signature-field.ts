import { WHO_LIMIT } from '../domain/who.ts';
import { button, element, fill } from './dom.ts';
import { sign, signature, signatureFault } from './signature.ts';

const FIELD_ID = 'who-works';

/** Asks who «отмечает», or whatever the person `does` here, once; then shows the name with a way to change it. */
export function createSignatureField(picked: () => void, does = 'отмечает'): HTMLElement {
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
    field.value = signature();
    const form = element(
      'form',
      { class: 'stack tight' },
      element(
        'label',
        { class: 'label small', for: FIELD_ID },
        `Кто ${does}: роль или короткий код, без имени, почты и телефона`,
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
      fault.textContent = signatureFault(name);
      if (fault.textContent !== '') {
        field.focus();
        return;
      }
      sign(name);
      show();
      picked();
    });
    fill(place, form);
  }

  function show(): void {
    const name = signature();
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
      { attributes: { class: 'link', 'aria-label': `Кто ${does}: ${name}. Изменить` } },
    );
    fill(
      place,
      element(
        'p',
        { class: 'small quiet row' },
        `${does.charAt(0).toUpperCase()}${does.slice(1)}: ${name}`,
        change,
      ),
    );
  }

  show();
  return place;
}
