import type { MailContent, OutgoingMail } from '../aws/mailer.ts';
import { campaignPath, inLanguage } from '../campaign/localized-settings.ts';
import { letterUrlOf } from '../rendering/document/text-facts.ts';
import { hasUnconfirmedChange, ownersLanguage, shownDetails } from '../sign-on/confirmation.ts';
import type { SignerMail, SignOn } from '../sign-on/sign-on.ts';
import { signerMailRules } from '../sign-on/signer-mail-rules.ts';
import { readGate } from '../table/gate.ts';
import { signOnLink, unsubscribeLink } from './links.ts';
import type { MailDependencies } from './task-outcome.ts';
import { askedAgainMail } from './templates/asked-again.tsx';
import { confirmMail } from './templates/confirm.tsx';
import { confirmChangeMail } from './templates/confirm-change.tsx';
import { duplicateMail } from './templates/duplicate.tsx';
import { inReviewMail } from './templates/in-review.tsx';
import { publishedMail } from './templates/published.tsx';
import { reminderMail } from './templates/reminder.tsx';
import { signedMail } from './templates/signed.tsx';
import { type SignedState, signedAlreadyMail } from './templates/signed-already.tsx';

/** Whether an organizer has decided since the signer last pressed the button. */
const isDecidedSince = ({ decidedAt, confirmedAt = '' }: SignOn): boolean =>
  decidedAt !== undefined && decidedAt > confirmedAt;

const signedStateOf = ({ eligible, review }: SignOn): SignedState =>
  review === 'waiting' ? 'in-review' : eligible === 'yes' ? 'counts' : 'duplicate';

/** A complete mail to a signer. Undefined if the campaign is gone. */
export async function signerMail(
  { store, readCampaign, linkKeys, siteUrl }: MailDependencies,
  signOn: SignOn,
  mail: SignerMail,
): Promise<OutgoingMail | undefined> {
  const { slug, id, nonce, kind, email, signed } = signOn;
  const rules = signerMailRules[mail];
  const campaign = await readCampaign(slug);
  // News about the signature shows its signed words, not a change that waits and may be a stranger's.
  const typed = shownDetails(signOn);
  const words = rules.shows === 'signed' ? (signed ?? typed) : typed;
  if (!campaign || !words) return undefined;
  // A change was typed in its sender's language, which need not be the signer's.
  const language = ownersLanguage(signOn) ?? words.language;
  const details = { ...words, language };
  const settings = inLanguage(campaign.settings, language);
  const home = `${siteUrl}${campaignPath(settings)}`;
  const site = { siteUrl, keys: await linkKeys() };
  const common = {
    settings,
    kind,
    details,
    link: signOnLink(site, { slug, id, nonce }),
    unsubscribeLink: unsubscribeLink(site, { purpose: 'unsubscribe', slug, id, nonce }),
  };
  const published = async (): Promise<MailContent> => {
    const gate = await readGate(store, slug);
    return publishedMail({
      ...common,
      organizations: gate?.releasedOrganizations ?? 0,
      individuals: gate?.releasedIndividuals ?? 0,
      letterUrl: letterUrlOf(settings, siteUrl),
      releaseUrl: `${home}release/`,
      shareUrl: `${home}share/`,
    });
  };
  const askedAgain = (isReminder: boolean): MailContent =>
    askedAgainMail({
      ...common,
      letterUrl: `${home}#letter`,
      isReminder,
      ...(hasUnconfirmedChange(signOn) && { signed }),
    });
  const message = async (): Promise<MailContent> => {
    switch (mail) {
      case 'confirm':
        // The page of who is asked has the buttons of that mail, and not those of a first form.
        return signOn.askedAgainAt === undefined ? confirmMail(common) : askedAgain(false);
      case 'confirm-change':
        return confirmChangeMail({ ...common, signed: signed ?? details });
      case 'signed':
        return signedMail({ ...common, isDecided: isDecidedSince(signOn) });
      case 'signed-already':
        return signedAlreadyMail({ ...common, state: signedStateOf(signOn) });
      case 'waiting':
        return duplicateMail({ ...common, isDecided: signOn.demotedAt !== undefined });
      case 'in-review':
        return inReviewMail(common);
      case 'asked-again':
        return askedAgain(false);
      case 'published':
        return await published();
      case 'reminder':
      case 'last-reminder':
        if (signOn.askedAgainAt !== undefined) return askedAgain(true);
        return reminderMail({ ...common, isLast: mail === 'last-reminder' });
    }
  };
  return {
    message: await message(),
    sender: settings.sender,
    to: email,
    reference: { slug, item: 'sign-on', id, mail },
    ...(rules.hasUnsubscribeLink && { unsubscribeLink: common.unsubscribeLink }),
  };
}
