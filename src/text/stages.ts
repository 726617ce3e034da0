import type { Group } from '../domain/columns.ts';
import { type LossStage, type StageLoss, stageLosses, worstStage } from '../domain/funnel.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import type { StatisticsRecord } from '../domain/record.ts';
import { formatCount } from './numbers.ts';
import { plural, REGISTERED_GENITIVE } from './plurals.ts';

const VERBS: Readonly<Record<LossStage, { readonly single: string; readonly several: string }>> = {
  registered: { single: 'зарегистрирован', several: 'зарегистрированы' },
  linked: { single: 'связал аккаунт', several: 'связали аккаунты' },
  active: { single: 'активен', several: 'активны' },
};

/**
 * A stage in words: «зарегистрированы 41 из 60», «связали аккаунты 41 из 60 зарегистрированных».
 * Linked and active are told of the registered, and say so: the indicator counts of all.
 */
export function stageText(loss: StageLoss): string {
  const verb = VERBS[loss.stage][loss.reached === 1 ? 'single' : 'several'];
  const counts = `${verb} ${formatCount(loss.reached)} из ${formatCount(loss.of)}`;
  return loss.stage === 'registered' ? counts : `${counts} ${plural(loss.of, REGISTERED_GENITIVE)}`;
}

/** The stage at which a school loses most people of a group, in words; '' where nobody is lost. */
export function worstStageText(record: StatisticsRecord, group: Group, kind: OrganisationKind): string {
  const worst = worstStage(stageLosses(record, group, kind));
  return worst === null ? '' : stageText(worst);
}
