import { TONE_TITLES, TONES, type Tone } from '../../../text/messages/templates.ts';
import { element } from '../../dom.ts';
import { recall, remember } from '../../memory.ts';

const KEY = 'tone';

/** The tone picked last in this browser. */
export function rememberedTone(): Tone {
  return TONES.find((tone) => tone === recall(KEY)) ?? 'reminder';
}

/** «Тон»: for what staff do; families are only ever offered help. */
export function toneField(chosen: Tone, pick: (tone: Tone) => void): HTMLElement {
  const labels = TONES.map((tone) => {
    const input = element('input', { type: 'radio', name: 'tone', value: tone, checked: tone === chosen });
    input.addEventListener('change', () => {
      remember(KEY, tone);
      pick(tone);
    });
    return element('label', { class: 'tone' }, input, TONE_TITLES[tone]);
  });
  return element(
    'fieldset',
    { class: 'tones' },
    element('legend', { class: 'label' }, 'Тон'),
    ...labels,
    element('p', { class: 'quiet small' }, 'О семьях тон один: предложение помощи.'),
  );
}
