import { type KindAnswer, KNOWN_KINDS, type KnownKind } from '../../domain/organisation.ts';
import type { UnknownType } from '../../import/types.ts';
import { counted } from '../../text/numbers.ts';
import { WORDS } from '../../text/plurals.ts';
import { quote } from '../../text/quote.ts';
import { element, fill } from '../dom.ts';

const KIND_TITLES: Readonly<Record<KnownKind, string>> = {
  school: 'школа',
  preschool: 'детский сад',
  college: 'колледж (СПО)',
  additional: 'дополнительное образование',
};

/** Asks which kind an unknown «Тип ОО» is; nothing is guessed. */
export interface TypeQuestion {
  readonly element: HTMLElement;
  /** Shows the question for these types, or nothing. */
  ask(types: readonly UnknownType[]): void;
  /** Answers to what is asked now. */
  answers(): readonly KindAnswer[];
}

/** @param changed a person has answered */
export function createTypeQuestion(changed: () => void): TypeQuestion {
  const root = element('div', {});
  const chosen = new Map<string, KnownKind>();
  let asked: readonly UnknownType[] = [];

  function question({ type, schools }: UnknownType, index: number): HTMLElement {
    const id = `unknown-type-${index}`;
    const select = element('select', { id, class: 'field' }, element('option', { value: '' }, 'не знаю'));
    for (const kind of KNOWN_KINDS) select.append(element('option', { value: kind }, KIND_TITLES[kind]));
    select.value = chosen.get(type) ?? '';
    select.addEventListener('change', () => {
      const kind = KNOWN_KINDS.find((candidate) => candidate === select.value);
      if (kind === undefined) chosen.delete(type);
      else chosen.set(type, kind);
      changed();
    });
    const title = `${quote(type)}, ${counted(schools, WORDS.school)}`;
    return element('div', {}, element('label', { for: id, class: 'label' }, title), select);
  }

  function ask(types: readonly UnknownType[]): void {
    const same = types.length === asked.length && types.every(({ type }, at) => type === asked[at]?.type);
    if (same) return;
    asked = types;
    if (types.length === 0) {
      fill(root);
      return;
    }
    fill(
      root,
      element(
        'div',
        { class: 'notice warning stack tight' },
        element('p', {}, 'По «Тип ОО» не узнать, что это за организации. Ответ запомнят «Настройки».'),
        ...types.map(question),
      ),
    );
  }

  return {
    element: root,
    ask,
    answers: () =>
      asked.flatMap(({ type }) => {
        const kind = chosen.get(type);
        return kind === undefined ? [] : [{ type, kind }];
      }),
  };
}
