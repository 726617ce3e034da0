import type { Group } from '../../domain/columns.ts';
import { GROUP_WORDS } from '../labels.ts';

/**
 * The voluntary phrase for the families a text speaks of.
 * @param missed their indicators are below: help is offered and another way of informing kept
 */
export function voluntaryText(groups: readonly Group[], missed: readonly Group[] = []): string {
  const families = ORDER.filter((group) => groups.includes(group) || missed.includes(group));
  if (families.length === 0) return '';
  const phrase = `Участие ${families.map((group) => GROUP_WORDS[group].genitive).join(' и ')} добровольное.`;
  const helped = ORDER.filter((group) => missed.includes(group));
  if (helped.length === 0) return phrase;
  const whom = helped.map((group) => GROUP_WORDS[group].dative).join(' и ');
  return `${phrase} Предложите помощь тем, кому она нужна, и сохраните ${whom} другой удобный способ получать информацию.`;
}

const ORDER: readonly Group[] = ['parents', 'students'];
