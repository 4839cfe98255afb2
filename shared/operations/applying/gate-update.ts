import type { Campaign } from '../../campaign/campaign.ts';
import type { Gate } from '../../campaign/gate.ts';
import { milestoneOf } from '../../campaign/milestones.ts';
import { gateKey } from '../../table/keys.ts';
import type { Update } from '../../table/table.ts';
import { type CampaignPlan, wouldRenderDifferently } from './plan.ts';
import type { StoredCampaign } from './stored-campaign.ts';

/**
 * Whether the letter's mail, which was refused or bounced, is to be sent again: its recipients or its sender have
 * changed. With delivery by hand, `campaign delivered` says that it is done.
 */
export const retriesLetterMail = ({ campaign, stored, changes }: CampaignPlan): boolean =>
  canMailLetterAgain(stored?.gate) &&
  campaign.settings.delivery?.by !== 'hand' &&
  changes.some(({ key }) => key.startsWith('delivery.') || key === 'sender.address');

const canMailLetterAgain = (gate: Gate | undefined): boolean =>
  gate?.status === 'published' &&
  (gate.letterMail?.state === 'refused' || gate.letterMail?.state === 'bounced');

/** The update of the gate by an `apply`: its settings, and what a changed text resets. Counts, hold and state stay. */
export function gateUpdate(
  plan: CampaignPlan,
  mark: string,
  { now, asksAgain, isHeld = false }: { now: Date; asksAgain: boolean; isHeld?: boolean },
): Update {
  const { campaign, stored, letter, release, logos, translations, press, invited } = plan;
  const asking = asksAgain ? now : undefined;
  const mailsAgain = retriesLetterMail(plan);
  const { thresholdOrganizations, thresholdIndividuals, notBefore, quotesApproved } = campaign.gate;
  const { atNotBeforeOrganizations, atNotBeforeIndividuals, window, delivery } = campaign.gate;
  const hasEntries = [press, invited].some(({ added, changed }) => added.length + changed.length > 0);
  const optional = {
    ...{ atNotBeforeOrganizations, atNotBeforeIndividuals, window, delivery },
    ...notifiedPercents(stored, campaign),
    ...(mailsAgain && { pendingLetterMail: now.toISOString(), letterMail: undefined }),
    ...(hasEntries && { personalDataAt: now.toISOString() }),
  };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  const notGiven = Object.entries(optional).flatMap(([name, value]) => (value === undefined ? [name] : []));
  const isTextChanged =
    letter !== undefined ||
    release !== undefined ||
    logos.some(({ isInRelease }) => isInRelease) ||
    translations.length > 0 ||
    (stored && wouldRenderDifferently(stored, campaign));
  // Pages with new texts must not wait until the last ones are half a minute old. A letter that was handed over is not
  // the new one.
  const missing = [
    ...(isTextChanged ? ['pagesWrittenAt'] : []),
    ...(asking ? ['deliveredAt'] : []),
    ...notGiven,
  ];
  const conditions = [
    ...(isTextChanged ? ['(attribute_not_exists(#status) OR #status = :collecting)'] : []),
    ...(isTextChanged && asking ? ['attribute_not_exists(importId)'] : []),
    ...(mailsAgain ? ['#letterMail.#state IN (:refused, :bounced)'] : []),
  ];
  return {
    key: gateKey(campaign.settings.slug),
    update: `SET thresholdOrganizations = :organizations, thresholdIndividuals = :individuals,
      notBefore = :notBefore, quotesApproved = :approved, dirty = :mark, slug = :slug,
      #status = if_not_exists(#status, :collecting), organizations = if_not_exists(organizations, :none),
      individuals = if_not_exists(individuals, :none), held = if_not_exists(held, :held),
      forced = ${asking ? ':no, askingStartedAt = :asking' : 'if_not_exists(forced, :no)'}${given.map(([name]) => `, #${name} = :${name}`).join('')}
      ${missing.length > 0 ? `REMOVE ${missing.map((name) => `#${name}`).join(', ')}` : ''}`,
    ...(conditions.length > 0 && { condition: conditions.join(' AND ') }),
    names: {
      '#status': 'status',
      ...(mailsAgain && { '#state': 'state' }),
      ...Object.fromEntries([...given.map(([name]) => name), ...missing].map((name) => [`#${name}`, name])),
    },
    values: {
      ':organizations': thresholdOrganizations,
      ':individuals': thresholdIndividuals,
      ':notBefore': notBefore,
      ':approved': quotesApproved,
      ':mark': mark,
      ':slug': campaign.settings.slug,
      ':collecting': 'collecting',
      ':none': 0,
      ':no': 'no',
      ':held': isHeld ? 'yes' : 'no',
      ...(asking && { ':asking': asking.toISOString() }),
      ...(mailsAgain && { ':refused': 'refused', ':bounced': 'bounced' }),
      ...Object.fromEntries(given.map(([name, value]) => [`:${name}`, value])),
    },
  };
}

/** Milestones of a new threshold that are reached already are not reported: whoever sets it sees the count. */
function notifiedPercents(
  stored: StoredCampaign | undefined,
  { gate }: Campaign,
): Partial<Pick<Gate, 'notifiedOrganizationsPercent' | 'notifiedIndividualsPercent'>> {
  if (!stored) return {};
  const { organizations, individuals, thresholdOrganizations, thresholdIndividuals } = stored.gate;
  return {
    ...(thresholdOrganizations !== gate.thresholdOrganizations && {
      notifiedOrganizationsPercent: milestoneOf(organizations, gate.thresholdOrganizations),
    }),
    ...(thresholdIndividuals !== gate.thresholdIndividuals && {
      notifiedIndividualsPercent: milestoneOf(individuals, gate.thresholdIndividuals),
    }),
  };
}
