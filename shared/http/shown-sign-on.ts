import type { Standing } from '../sign-on/confirmation.ts';
import { type OwnersView, ownersView } from '../sign-on/owners-view.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import type { ShownSignOn } from './answer-schemas.ts';

/** A sign-on as its owner's program reads it. */
export function shownSignOn(
  { signOn, offer, actions, isLetterNew }: OwnersView,
  { settings }: Pick<Standing, 'settings'>,
): ShownSignOn {
  return {
    campaign: settings.slug,
    status: signOn.status,
    ...(offer && { shown: offer.hash, signOn: { kind: signOn.kind, ...offer.details } }),
    ...(isLetterNew && { letterChanged: true }),
    actions,
  };
}

/** The same after a correction of what is signed: a change that waits may be a stranger's, and is no answer to that. */
export function correctedSignOn(signOn: SignOn, standing: Standing, now: Date): ShownSignOn {
  const whole = ownersView(signOn, standing, now);
  if (signOn.status !== 'confirmed') return shownSignOn(whole, standing);
  const signed = ownersView({ ...signOn, submission: undefined }, standing, now);
  return shownSignOn({ ...signed, actions: whole.actions }, standing);
}
