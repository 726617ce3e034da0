import type { OrganisationKind } from '../domain/organisation.ts';

/** How cells name the kind of an organisation; formulas look at these words. */
export const KIND_WORDS: Readonly<Record<OrganisationKind, string>> = {
  school: 'школа',
  preschool: 'детский сад',
  college: 'колледж',
  additional: 'доп. образование',
  unknown: 'не определён',
};
