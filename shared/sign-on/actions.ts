import { type CampaignContext, decideConfirmation, hasUnconfirmedChange } from './confirmation.ts';
import { correctableDetails } from './correction.ts';
import type { SignOn } from './sign-on.ts';

/** The buttons on a signer's page. */
export const signOnActions = ['confirm', 'keep', 'correct', 'not-me', 'withdraw'] as const;
export type SignOnAction = (typeof signOnActions)[number];

/** What the owner of a sign-on can do with it now. */
export function actionsOf(signOn: SignOn, campaign: CampaignContext, now: Date): SignOnAction[] {
  const isOpen = campaign.isTakenDown !== true;
  const canConfirm = decideConfirmation(signOn, { ...campaign, now }).answer === 'confirm';
  const actions: [SignOnAction, boolean][] = [
    ['confirm', isOpen && canConfirm],
    ['keep', isOpen && ((canConfirm && hasUnconfirmedChange(signOn)) || signOn.proposed !== undefined)],
    ['correct', isOpen && correctableDetails(signOn) !== undefined],
    // If a change waits, "it wasn't me" would withdraw the signature, too. "Keep" drops the change only.
    [
      'not-me',
      signOn.status !== 'confirmed' && signOn.status !== 'rejected' && signOn.submission !== undefined,
    ],
    ['withdraw', signOn.status === 'confirmed'],
  ];
  return actions.filter(([, isOffered]) => isOffered).map(([action]) => action);
}
