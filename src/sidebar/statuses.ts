import { STATUS_FACES, STATUS_TEXT_COLOUR, type Status } from '../domain/status.ts';
import { element } from './dom.ts';

/** The status as symbol + word on its colour; `count` adds how many schools have it. */
export function statusChip(status: Status, count?: string): HTMLElement {
  const { label, fill } = STATUS_FACES[status];
  const chip = element(
    'span',
    { class: fill === null ? 'status bare' : 'status' },
    count === undefined ? label : `${label}: ${count}`,
  );
  chip.style.color = STATUS_TEXT_COLOUR;
  if (fill !== null) chip.style.backgroundColor = fill;
  return chip;
}
