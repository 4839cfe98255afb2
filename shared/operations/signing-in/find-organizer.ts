import type { Settings } from '../../campaign/settings.ts';
import { Failure } from '../../failure.ts';
import { errorFields, log } from '../../log.ts';
import { addressHash, normalizeEmail } from '../../sign-on/ids.ts';
import { campaignSlugs } from '../../table/campaign-slugs.ts';
import type { CampaignSettings } from '../../table/settings.ts';
import type { Store } from '../../table/table.ts';

export type Organizer = Settings['organizers'][number];

/** An organizer, with one of their campaigns. */
export interface FoundOrganizer {
  settings: Settings;
  organizer: Organizer;
  /** Whether signing is paused. */
  paused: boolean;
}

interface OrganizerSource {
  store: Store;
  readCampaign: (slug: string) => Promise<CampaignSettings | undefined>;
}

/** The organizer of a campaign who has an address, however it is spelled. */
export function organizerOf({ organizers }: Settings, email: string): Organizer | undefined {
  const normalized = normalizeEmail(email);
  return organizers.find((organizer) => normalizeEmail(organizer.email) === normalized);
}

/**
 * The campaigns with an organizer who `isWanted`, by slug. Reads the list of campaigns and the settings of each: a site
 * has tens of them, and an index would have to be kept consistent with `campaign.yaml`. Settings that cannot be read
 * are left out.
 */
async function campaignsWhere(
  { store, readCampaign }: OrganizerSource,
  isWanted: (organizer: Organizer) => boolean,
): Promise<FoundOrganizer[]> {
  const slugs = await campaignSlugs(store);
  const read = slugs.map(async (slug) => {
    try {
      return await readCampaign(slug);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'refused') throw error;
      log('error', 'settings not read', { slug, ...errorFields(error) });
      return undefined;
    }
  });
  return (await Promise.all(read)).flatMap((campaign) => {
    const organizer = campaign?.settings.organizers.find(isWanted);
    return campaign && organizer ? [{ settings: campaign.settings, organizer, paused: campaign.paused }] : [];
  });
}

/** The campaigns that an address organizes. */
export const campaignsOfOrganizer = (source: OrganizerSource, email: string): Promise<FoundOrganizer[]> => {
  const normalized = normalizeEmail(email);
  return campaignsWhere(source, (organizer) => normalizeEmail(organizer.email) === normalized);
};

/** The organizer whose address has this hash, with the first of their campaigns. Undefined for anybody else. */
export async function findOrganizer(
  source: OrganizerSource,
  addressKey: string,
  hash: string,
): Promise<FoundOrganizer | undefined> {
  const [found] = await campaignsWhere(source, ({ email }) => addressHash(addressKey, email) === hash);
  return found;
}
