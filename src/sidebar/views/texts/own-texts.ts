import {
  DEFAULT_TEMPLATES,
  FIELD_MEANINGS,
  FIELDS_OF,
  TEMPLATE_KEYS,
  TEMPLATE_TITLES,
} from '../../../text/messages/templates.ts';
import { element } from '../../dom.ts';

/** «Свои тексты»: how a template of «Настройки» is written, with the defaults to start from. */
export function ownTexts(): HTMLElement {
  const part = element(
    'details',
    {},
    element('summary', {}, 'Свои тексты'),
    element(
      'p',
      { class: 'small' },
      'Впишите свой текст на листе «Настройки» в строку нужного кода; пусто — обычный текст. Строка, все поля которой пусты, в текст не попадёт. Текст, который принуждает семьи, пугает законом или штрафом за проценты, не будет принят: здесь появится причина.',
    ),
  );
  part.addEventListener('toggle', () => {
    if (part.open && part.children.length === 2) part.append(...TEMPLATE_KEYS.map(template));
  });
  return part;
}

function template(key: (typeof TEMPLATE_KEYS)[number]): HTMLElement {
  const fields = FIELDS_OF[key].map((field) =>
    element('li', {}, element('code', {}, `{${field}}`), ` — ${FIELD_MEANINGS[field]}`),
  );
  return element(
    'details',
    { class: 'small' },
    element('summary', {}, `${TEMPLATE_TITLES[key]} · text.${key}`),
    element(
      'pre',
      { class: 'template', tabindex: 0, 'aria-label': `Обычный текст: ${TEMPLATE_TITLES[key]}` },
      DEFAULT_TEMPLATES[key],
    ),
    element('ul', { class: 'sentences' }, ...fields),
  );
}
