import type { CampaignContext } from '../sign-on/confirmation.ts';
import { type OwnersView, ownersView } from '../sign-on/owners-view.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import type { SignOnResponse } from './response-schemas.ts';

/** A sign-on in JSON, for its owner's program. */
export function signOnResponse(
  { signOn, confirmable, actions, hasLetterChanged }: OwnersView,
  { settings }: Pick<CampaignContext, 'settings'>,
): SignOnResponse {
  return {
    campaign: settings.slug,
    status: signOn.status,
    ...(confirmable && { shown: confirmable.hash, signOn: { kind: signOn.kind, ...confirmable.details } }),
    ...(hasLetterChanged && { letterChanged: true }),
    ...(signOn.proposed && { change: 'waiting' }),
    actions,
  };
}

/**
 * The same after a correction of the signed details. A change that waits for confirmation may be from a stranger, so
 * the answer does not contain it.
 */
export function correctedSignOnResponse(
  signOn: SignOn,
  campaign: CampaignContext,
  now: Date,
): SignOnResponse {
  const whole = ownersView(signOn, campaign, now);
  if (signOn.status !== 'confirmed') return signOnResponse(whole, campaign);
  const signed = ownersView({ ...signOn, submission: undefined }, campaign, now);
  return signOnResponse({ ...signed, actions: whole.actions }, campaign);
}
