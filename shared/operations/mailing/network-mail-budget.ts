import type { Context } from '../../context.ts';
import { mailBucketKey, slowedMailBucketKey } from '../../table/keys.ts';
import { type NetworkLimits, newNetworkLimiter } from '../../table/network-limit.ts';
import type { Store } from '../../table/table.ts';
import { chargeToken, returnToken, takeFromBucket, tokensLeft } from '../../table/token-bucket.ts';

/**
 * How many mails one network may cause for sign-ons that were never confirmed
 * (docs/decisions/0033-the-mail-budget.md). `free` is what each instance of the sending function lets pass in ten
 * minutes without a write.
 */
const budget = {
  /** For one campaign. 250 surely pass at once: of the 255, an instance may hold up to five that it does not use. */
  campaign: { free: 2, burst: 255, perHour: 30, maxBatch: 5 },
  /** For all campaigns together. */
  network: { free: 2, burst: 305, perHour: 30, maxBatch: 5 },
  /** For mails that wait. New forms cannot use up these tokens. */
  slowed: { burst: 3, perHour: 30 },
} as const satisfies Record<string, NetworkLimits | { burst: number; perHour: number }>;

/** Who asks for a mail: the mark of a network, and the campaign of the form. */
export interface MailAsker {
  slug: string;
  network: string;
}

/** `free`: send it, it costs no token. `charged`: send it. `slowed`: it waits until `sweep` releases it. */
export type MailAdmission = 'free' | 'charged' | 'slowed';

/** Whether a mail may be sent now. `isReleased`: it has waited, and `sweep` has released it. */
export type AdmitMail = (asker: MailAsker, isReleased: boolean) => Promise<MailAdmission>;

/** The budget as one instance of a function sees it. The instance remembers which tokens it has taken and not used. */
export function newMailBudget(store: Store, now: Context['now']): AdmitMail {
  const campaigns = newNetworkLimiter(budget.campaign, {
    now,
    take: (key, tokens, at) => {
      const [network = '', slug = ''] = key.split(' ');
      const limits = budget.campaign;
      return takeFromBucket(store, mailBucketKey(network, slug), { tokens, limits, now: at });
    },
  });
  const networks = newNetworkLimiter(budget.network, {
    now,
    take: (network, tokens, at) =>
      takeFromBucket(store, mailBucketKey(network), { tokens, limits: budget.network, now: at }),
  });
  return async ({ slug, network }, isReleased) => {
    if (isReleased) return (await takeForWaiting(store, { slug, network }, now())) ? 'charged' : 'slowed';
    // The campaign is asked first: what it refuses must not use up the network's tokens for other campaigns.
    const ofCampaign = await campaigns(`${network} ${slug}`);
    if (!ofCampaign.ok) return 'slowed';
    const ofNetwork = await networks(network);
    if (!ofNetwork.ok) return 'slowed';
    return ofCampaign.isFree && ofNetwork.isFree ? 'free' : 'charged';
  };
}

async function takeForWaiting(store: Store, { slug, network }: MailAsker, now: Date): Promise<boolean> {
  const one = { tokens: 1, now };
  const isGranted =
    (await takeFromBucket(store, mailBucketKey(network, slug), { ...one, limits: budget.campaign })) &&
    (await takeFromBucket(store, mailBucketKey(network), { ...one, limits: budget.network }));
  return (
    isGranted ||
    (await takeFromBucket(store, slowedMailBucketKey(network), { ...one, limits: budget.slowed }))
  );
}

/** How many waiting mails of a network can be sent. */
export async function releasableMails(
  store: Store,
  { slug, network }: MailAsker,
  now: Date,
): Promise<number> {
  const [ofCampaign, ofNetwork, slowed] = await Promise.all([
    tokensLeft(store, mailBucketKey(network, slug), { limits: budget.campaign, now }),
    tokensLeft(store, mailBucketKey(network), { limits: budget.network, now }),
    tokensLeft(store, slowedMailBucketKey(network), { limits: budget.slowed, now }),
  ]);
  return Math.min(ofCampaign, ofNetwork) + slowed;
}

/** A charged mail led to a confirmation: its network may ask for one more. */
export async function refundMail(store: Store, { slug, network }: MailAsker, now: Date): Promise<void> {
  await returnToken(store, mailBucketKey(network, slug), { limits: budget.campaign, now });
  await returnToken(store, mailBucketKey(network), { limits: budget.network, now });
}

/** A charged mail came back: its network may ask for one fewer. */
export async function chargeBounce(store: Store, { slug, network }: MailAsker, now: Date): Promise<void> {
  await chargeToken(store, mailBucketKey(network, slug), { limits: budget.campaign, now });
  await chargeToken(store, mailBucketKey(network), { limits: budget.network, now });
}
