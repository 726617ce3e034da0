import { counted, formatCount } from '../../text/numbers.ts';
import { WORDS } from '../../text/plurals.ts';
import type { ChecklistSchool } from './school-list.ts';

/** Whose schools are looked at: everybody's, nobody's, or one coordinator's. */
export type Whose = 'all' | 'nobody' | `of:${string}`;

export function isWhose(text: string): text is Whose {
  return text === 'all' || text === 'nobody' || text.startsWith('of:');
}

export function whoseOf(coordinator: string): Whose {
  return `of:${coordinator}`;
}

export function schoolsOfWhose(
  schools: readonly ChecklistSchool[],
  whose: Whose,
): readonly ChecklistSchool[] {
  if (whose === 'all') return schools;
  return schools.filter(({ coordinator }) =>
    whose === 'nobody' ? coordinator === '' : whose === whoseOf(coordinator),
  );
}

export interface WhoseOption {
  readonly whose: Whose;
  readonly label: string;
}

/** What can be chosen, one's own schools first; only `all` where nobody is assigned anywhere. */
export function whoseOptions(schools: readonly ChecklistSchool[], me: string): WhoseOption[] {
  const counts = new Map<string, number>();
  for (const { coordinator } of schools) counts.set(coordinator, (counts.get(coordinator) ?? 0) + 1);
  const named = [...counts.keys()].filter((name) => name !== '' && name !== me).sort(byName);
  const all: WhoseOption = { whose: 'all', label: `Все: ${counted(schools.length, WORDS.school)}` };
  const mine = counts.has(me) && me !== '' ? [me] : [];
  if (mine.length + named.length === 0) return [all];
  const options = [
    ...mine.map((name) => ({ whose: whoseOf(name), label: `Мои школы (${name}): ${numberOf(name)}` })),
    all,
    ...named.map((name) => ({ whose: whoseOf(name), label: `${name}: ${numberOf(name)}` })),
  ];
  if (counts.has('')) options.push({ whose: 'nobody', label: `Без координатора: ${numberOf('')}` });
  return options;

  function numberOf(name: string): string {
    return formatCount(counts.get(name) ?? 0);
  }
}

function byName(one: string, other: string): number {
  return one.localeCompare(other, 'ru');
}
