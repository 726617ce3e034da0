/**
 * A tiny element builder. Text becomes text nodes only: what a file or a cell holds can never
 * become markup.
 */

export type Child = Node | string | null;

type Attribute = string | number | boolean | null;

export interface Attributes {
  readonly [name: string]: Attribute | undefined;
}

/**
 * Makes an element. An attribute that is `null` or `false` is left out, `true` makes it empty
 * (`hidden`, `disabled`); a child that is `null` is left out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value ?? null);
  append(made, children);
  return made;
}

export function setAttribute(target: Element, name: string, value: Attribute): void {
  if (value === null || value === false) target.removeAttribute(name);
  else target.setAttribute(name, value === true ? '' : String(value));
}

/** Replaces everything inside the target. */
export function fill(target: Element, ...children: readonly Child[]): void {
  target.textContent = '';
  append(target, children);
}

/** Replaces everything inside the target; the focus goes to what stands now for what had it. */
export function refill(target: Element, ...children: readonly Child[]): void {
  const held = document.activeElement;
  const isInside = held !== null && target.contains(held);
  fill(target, ...children);
  if (!isInside) return;
  const alike = [...target.querySelectorAll<HTMLElement>(held.tagName)];
  alike.find((stands) => nameOf(stands) === nameOf(held))?.focus({ preventScroll: true });
}

function nameOf(target: Element): string | null {
  return target.id === '' ? (target.getAttribute('aria-label') ?? target.textContent) : target.id;
}

function append(target: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== null) target.append(child);
  }
}

export interface ButtonLook {
  readonly primary?: boolean;
  readonly attributes?: Attributes;
}

/** A button that never submits anything. */
export function button(label: string, press: () => void, look: ButtonLook = {}): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', class: look.primary === true ? 'button primary' : 'button', ...look.attributes },
    label,
  );
  made.addEventListener('click', press);
  return made;
}

/** A heading that takes the focus when its part of the view appears. */
export function focusHeading(tag: 'h2' | 'h3', text: string): HTMLHeadingElement {
  return element(tag, { tabindex: -1 }, text);
}

/** The title of a view; unseen, as the navigation above shows it already. */
export function viewTitle(text: string): HTMLHeadingElement {
  return element('h1', { tabindex: -1, class: 'visually-hidden' }, text);
}
