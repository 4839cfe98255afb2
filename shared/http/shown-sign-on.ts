import type { Settings } from '../campaign/settings.ts';
import { actionsOf } from '../sign-on/actions.ts';
import { shownDetails, shownHash } from '../sign-on/confirmation.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import type { ShownSignOn } from './answer-schemas.ts';

/** A sign-on as its owner's program reads it. */
export function shownSignOn(signOn: SignOn, settings: Settings, now: Date): ShownSignOn {
  const details = shownDetails(signOn);
  return {
    campaign: settings.slug,
    status: signOn.status,
    ...(details && { shown: shownHash(signOn), signOn: { kind: signOn.kind, ...details } }),
    actions: actionsOf(signOn, settings, now),
  };
}
