import type { Letters } from '../campaign/letter-hashes.ts';
import { inLanguage, type LocalizedSettings } from '../campaign/localized-settings.ts';
import type { Settings } from '../campaign/settings.ts';
import { type CampaignContext, ownersLanguage } from '../sign-on/confirmation.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import { campaignOf, isGenuine, type LinkKeys, type ParsedToken, parseToken } from '../sign-on/tokens.ts';
import { preferredLanguage } from './content-negotiation.ts';
import type { ApiEvent } from './event.ts';
import { Problem } from './problem.ts';

export interface LinkDependencies {
  readCampaign: (slug: string) => Promise<
    | {
        settings: Settings;
        paused?: boolean;
        letters?: Letters | undefined;
        takenDown?: boolean | undefined;
      }
    | undefined
  >;
  /** The keys that sign links. For an unknown key id they are read again, at most once a minute. */
  linkKeys: (keyId: string) => Promise<LinkKeys>;
}

/**
 * Resolves a link from an email: reads its item with `read`, and verifies our signature.
 *
 * @throws Problem `not-found` for a link that is broken, forged or expired, with a link to sign again if it names a
 * campaign
 */
export async function resolveLink<Row extends { nonce: string }>(
  typedToken: string | undefined,
  read: (token: ParsedToken) => Promise<Row | undefined>,
  { readCampaign, linkKeys }: LinkDependencies,
): Promise<{
  settings: Settings;
  letters: Letters | undefined;
  isTakenDown: boolean;
  isPaused: boolean;
  row: Row;
  token: string;
}> {
  const token = typedToken ?? '';
  const parsed = parseToken(token);
  const slug = campaignOf(token);
  const campaign = slug === undefined ? undefined : await readCampaign(slug);
  if (!campaign) throw new Problem('not-found', { text: 'link' });
  const { settings, letters } = campaign;
  if (!parsed) throw new Problem('not-found', { text: 'link', campaign: settings });
  // Ids are keyed hashes, so nobody can request the row of an address. It may be read before the signature is
  // verified.
  const [keys, row] = await Promise.all([linkKeys(parsed.keyId), read(parsed)]);
  if (!row || !isGenuine(parsed, keys, row.nonce))
    throw new Problem('not-found', { text: 'link', campaign: settings });
  return {
    settings,
    letters,
    isTakenDown: campaign.takenDown === true,
    isPaused: campaign.paused === true,
    row,
    token,
  };
}

export interface SignOnLinkDependencies extends LinkDependencies {
  readSignOn: (of: { slug: string; id: string; now: Date }) => Promise<SignOn | undefined>;
  now: () => Date;
}

/**
 * Resolves the link that a signer has in every email. The settings are in the owner's language, or in their browser's
 * once nothing of the sign-on is left.
 */
export async function resolveSignOnLink(
  event: ApiEvent,
  dependencies: SignOnLinkDependencies,
): Promise<{
  campaign: CampaignContext & { settings: LocalizedSettings };
  signOn: SignOn;
  token: string;
  now: Date;
}> {
  const now = dependencies.now();
  const {
    row: signOn,
    token,
    ...linked
  } = await resolveLink(
    event.pathParameters?.token,
    async ({ purpose, slug, id }) =>
      purpose === 'sign-on' ? await dependencies.readSignOn({ slug, id, now }) : undefined,
    dependencies,
  );
  const language =
    ownersLanguage(signOn) ?? preferredLanguage(event.headers['accept-language'], linked.settings.language);
  const campaign = { ...linked, settings: inLanguage(linked.settings, language) };
  return { campaign, signOn, token, now };
}
