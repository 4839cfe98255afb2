import { openness } from '../../shared/campaign/status.ts';
import { Failure } from '../../shared/failure.ts';
import { campaignSlugs } from '../../shared/table/campaign-slugs.ts';
import { readGate } from '../../shared/table/gate.ts';
import { readSettings } from '../../shared/table/settings.ts';
import type { Store } from '../../shared/table/table.ts';
import type { CampaignSize } from './check-mail-account.ts';

/** A campaign that still sends emails. */
export interface SendingCampaign extends CampaignSize {
  /** Address that its emails come from. */
  address: string;
}

export interface Campaigns {
  sending: SendingCampaign[];
  /** Of records that cannot be read. Their campaigns are left out. */
  unreadable: Failure[];
}

/**
 * The campaigns that send emails: also those that are published, since people go on signing. Left out are those that
 * were taken down, and those that are closed and have nobody's data any more.
 */
export async function readCampaigns(store: Store, now: Date): Promise<Campaigns> {
  const found: Campaigns = { sending: [], unreadable: [] };
  for (const slug of await campaignSlugs(store)) {
    try {
      const settings = await readSettings(store, slug);
      const gate = await readGate(store, slug);
      if (!settings || !gate || settings.takenDown) continue;
      const isClosed = openness(settings.settings, settings.paused, now) === 'closed';
      if (isClosed && gate.erasedAt !== undefined) continue;
      const signers =
        gate.status === 'published'
          ? 0
          : Math.max(gate.organizations, gate.thresholdOrganizations) +
            Math.max(gate.individuals, gate.thresholdIndividuals);
      found.sending.push({ slug, signers, address: settings.settings.sender.address });
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'UnreadableItem') throw error;
      found.unreadable.push(error);
    }
  }
  return found;
}
