import { actionsOf } from '../sign-on/actions.ts';
import { isLetterNew, offered, type Standing } from '../sign-on/confirmation.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import type { ShownSignOn } from './answer-schemas.ts';

/** A sign-on as its owner's program reads it. */
export function shownSignOn(signOn: SignOn, standing: Standing, now: Date): ShownSignOn {
  const offer = offered(signOn, standing);
  return {
    campaign: standing.settings.slug,
    status: signOn.status,
    ...(offer && { shown: offer.hash, signOn: { kind: signOn.kind, ...offer.details } }),
    ...(isLetterNew(signOn, standing) && { letterChanged: true }),
    actions: actionsOf(signOn, standing, now),
  };
}
