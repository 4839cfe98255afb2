/** Keys of the one table, written nowhere else. What is stored under them, the schemas say. */

export interface Key {
  PK: string;
  SK: string;
}

/** What the sort keys of one kind begin with, for queries. */
export const prefixes = {
  pressContact: 'PRESS#',
  invited: 'INVITED#',
  event: 'EVENT#',
  mailing: 'MAILING#',
  history: 'HISTORY#',
  messageRecipient: 'RECIPIENT#',
  session: 'SESSION#',
} as const;

/** What follows the prefix in a sort key, such as the id of an event. */
export const afterPrefix = (SK: string): string => SK.slice(SK.indexOf('#') + 1);

export const shardCount = 16;

/** Numbers of all shards of a campaign's sign-ons. */
export const allShards: readonly number[] = Array.from({ length: shardCount }, (_, shard) => shard);

/** Partition of the list of campaigns, so that they are found without a scan. */
export const campaignListPartition = 'CAMPAIGNS';

/** Partition of everything about a campaign but its sign-ons and claims. */
export const campaignPartition = (slug: string): string => `CAMPAIGN#${slug}`;

export const campaignListKey = (slug: string): Key => ({ PK: campaignListPartition, SK: slug });
export const settingsKey = (slug: string): Key => ({ PK: campaignPartition(slug), SK: 'SETTINGS' });
export const gateKey = (slug: string): Key => ({ PK: campaignPartition(slug), SK: 'GATE' });
export const textKey = (slug: string, language: string, document: 'letter' | 'release'): Key => ({
  PK: campaignPartition(slug),
  SK: `TEXT#${language}#${document}`,
});
/** `campaign.yaml` as it was last applied. */
export const sourceKey = (slug: string): Key => ({ PK: campaignPartition(slug), SK: 'SOURCE' });
export const pressContactKey = (slug: string, addressHash: string): Key => ({
  PK: campaignPartition(slug),
  SK: `${prefixes.pressContact}${addressHash}`,
});
/** An organization that is expected to sign (`invitedId`). */
export const invitedKey = (slug: string, id: string): Key => ({
  PK: campaignPartition(slug),
  SK: `${prefixes.invited}${id}`,
});
export const eventKey = (slug: string, ulid: string): Key => ({
  PK: campaignPartition(slug),
  SK: `${prefixes.event}${ulid}`,
});
export const correctionKey = (slug: string, ulid: string): Key => ({
  PK: campaignPartition(slug),
  SK: `CORRECTION#${ulid}`,
});
export const mailingKey = (slug: string, ulid: string): Key => ({
  PK: campaignPartition(slug),
  SK: `${prefixes.mailing}${ulid}`,
});

/** A message of the organizers, under a hash of what it says to whom. */
export const messageKey = (slug: string, id: string): Key => ({
  PK: campaignPartition(slug),
  SK: `MESSAGE#${id}`,
});
/** Partition of those whom a message goes to. It is not the campaign's own, since they can be a million. */
export const messagePartition = (slug: string, id: string): string => `MESSAGE#${slug}#${id}`;
export const messageRecipientKey = (slug: string, id: string, recipient: string): Key => ({
  PK: messagePartition(slug, id),
  SK: `${prefixes.messageRecipient}${recipient}`,
});

/** Where the last sweep of a large campaign stopped. */
export const sweepPositionKey = (slug: string): Key => ({ PK: campaignPartition(slug), SK: 'SWEEP' });

/** Notes that the organizers were told of an item that cannot be read. */
export const unreadableItemKey = (slug: string, { PK, SK }: Key): Key => ({
  PK: campaignPartition(slug),
  SK: `UNREADABLE#${PK}#${SK}`,
});

/** What sweeps have counted of a campaign's sign-ons. */
export const figuresKey = (slug: string): Key => ({ PK: campaignPartition(slug), SK: 'FIGURES' });

/** By how much the counts changed in an hour (`2026-11-28T11`, UTC). */
export const historyKey = (slug: string, hour: string): Key => ({
  PK: campaignPartition(slug),
  SK: `${prefixes.history}${hour}`,
});

/** Which keys of the stage were last written into a backup file. */
export const keyBackupKey: Key = { PK: 'KEYS', SK: 'BACKUP' };

/** Where an erasure of the whole campaign has come to. */
export const erasureKey = (slug: string): Key => ({ PK: campaignPartition(slug), SK: 'ERASURE' });

/** Partition of a shard, 0 to 15: a crowd's writes spread over sixteen partitions. */
export const signOnsPartition = (slug: string, shard: number): string => `SIGNONS#${slug}#${shard}`;

/** A sign-on's shard is the first hexadecimal digit of its id, which is a hash and so spreads evenly. */
export const signOnKey = (slug: string, id: string): Key => ({
  PK: signOnsPartition(slug, Number.parseInt(id.slice(0, 1), 16)),
  SK: `SIGNON#${id}`,
});
/** Partition of the sign-ons that have changed since the stored listing was last brought up to date. */
export const listingChangesPartition = (slug: string): string => `CHANGES#${slug}`;
export const listingChangeKey = (slug: string, id: string): Key => ({
  PK: listingChangesPartition(slug),
  SK: id,
});
/** Partition of the claims that became vacant while others waited for them, and that no digest has looked at since. */
export const vacanciesPartition = (slug: string): string => `VACANCIES#${slug}`;
export const vacancyKey = (slug: string, organizationKey: string): Key => ({
  PK: vacanciesPartition(slug),
  SK: organizationKey,
});
export const claimKey = (slug: string, organizationKey: string): Key => ({
  PK: `ORGANIZATION#${slug}#${organizationKey}`,
  SK: 'CLAIM',
});
/** A bucket of the index of organizations' names (`organization/buckets.ts`), in which similar ones stand together. */
export const lookAlikePartition = (slug: string, bucket: string): string => `LOOKALIKE#${slug}#${bucket}`;
/**
 * With the sign-on's id, so that one that leaves does not remove the entry of another one of the same name. One that was
 * rejected has another key, so that whoever removes it does not remove the entry of one that was reinstated. Without an
 * id: another name of an organization, which no sign-on takes along.
 */
export const lookAlikeKey = (
  slug: string,
  {
    bucket,
    sort,
    organizationKey,
    id = '',
    isRejected = false,
  }: Record<'bucket' | 'sort' | 'organizationKey', string> & {
    id?: string | undefined;
    isRejected?: boolean;
  },
): Key => ({
  PK: lookAlikePartition(slug, bucket),
  SK: `${sort}#${isRejected ? 'rejected#' : ''}${organizationKey}#${id}`,
});
/** Which organizations' sign-ons count with a website (`siteOf`), or were rejected with it. */
export const websiteKey = (slug: string, site: string): Key => ({
  PK: `WEBSITE#${slug}#${site}`,
  SK: 'WEBSITE',
});
/** Which sign-ons of a campaign a mailbox, or all of a mail domain, has confirmed, for organizations or for people. */
export const addressSignOnsKey = (slug: string, addressHash: string): Key => ({
  PK: `ADDRESS#${addressHash}`,
  SK: `ORGANIZATIONS#${slug}`,
});
export const addressItemKey = (addressHash: string): Key => ({ PK: `ADDRESS#${addressHash}`, SK: 'ADDRESS' });
/** The bucket of a network, whose address stands nowhere. */
export const networkKey = (networkHash: string): Key => ({ PK: `NETWORK#${networkHash}`, SK: 'NETWORK' });
/** The buckets of mails that a network's forms call for (`mailNetworkMark`), in one campaign or in all. */
export const mailBucketKey = (network: string, slug?: string): Key => ({
  PK: `NETWORK#mail#${network}`,
  SK: slug === undefined ? 'MAIL' : `MAIL#${slug}`,
});
/** The bucket of those mails of a network that wait. */
export const slowedMailBucketKey = (network: string): Key => ({
  PK: `NETWORK#mail#${network}`,
  SK: 'SLOWED',
});
/** The salt of a day (`2026-11-24`, UTC), gone soon after it. */
export const networkSaltKey = (day: string): Key => ({ PK: `NETWORK#${day}`, SK: 'SALT' });

/** A request for a link to the console. */
export const signInKey = (id: string): Key => ({ PK: `SIGNIN#${id}`, SK: 'SIGNIN' });
/** Partition of an organizer's sessions, browsers and links, under the hash of the address. */
export const organizerPartition = (addressHash: string): string => `ORGANIZER#${addressHash}`;
/** A session, under the hash of its secret. */
export const sessionKey = (addressHash: string, sessionHash: string): Key => ({
  PK: organizerPartition(addressHash),
  SK: `${prefixes.session}${sessionHash}`,
});
/** A browser from which an organizer has signed in. */
export const browserKey = (addressHash: string, browserHash: string): Key => ({
  PK: organizerPartition(addressHash),
  SK: `BROWSER#${browserHash}`,
});
/** The links that an address was sent in the last hour. */
export const signInLinksKey = (addressHash: string): Key => ({
  PK: organizerPartition(addressHash),
  SK: 'LINKS',
});

/**
 * Whether an item belongs to a campaign alone, except its entry in the list of campaigns. Items of an address are
 * shared by campaigns; only what is stored there for one campaign belongs to it.
 */
export function isOfCampaign({ PK, SK }: Key, slug: string): boolean {
  if (PK === campaignPartition(slug)) return true;
  if (/^(?:SIGNONS|CHANGES|VACANCIES|MESSAGE|ORGANIZATION|LOOKALIKE|WEBSITE)#/.test(PK))
    return PK.split('#')[1] === slug;
  return (
    // People had an item of their own, which is there for ninety days at most.
    (PK.startsWith('ADDRESS#') && [`ORGANIZATIONS#${slug}`, `PEOPLE#${slug}`].includes(SK)) ||
    (PK.startsWith('NETWORK#mail#') && SK === `MAIL#${slug}`)
  );
}

/** What a key of the console's that came through a queue leads to; undefined for any other key. */
export function parseConsoleKey({ PK, SK }: Key) {
  const [partition, id = ''] = PK.split('#');
  const [prefix, sessionHash = ''] = SK.split('#');
  if (partition === 'SIGNIN' && prefix === 'SIGNIN') return { kind: 'sign-in' as const, id };
  if (partition === 'ORGANIZER' && prefix === 'SESSION')
    return { kind: 'session' as const, addressHash: id, sessionHash };
  return undefined;
}

const kinds = new Map([
  ['SETTINGS', 'settings' as const],
  ['GATE', 'gate' as const],
  ['TEXT', 'text' as const],
  ['PRESS', 'press' as const],
  ['INVITED', 'invited' as const],
  ['EVENT', 'event' as const],
  ['CORRECTION', 'correction' as const],
  ['MAILING', 'mailing' as const],
  ['ERASURE', 'erasure' as const],
  ['SIGNON', 'sign-on' as const],
]);

/** What a key that came through a stream or a queue leads to; undefined for whatever is not of one campaign. */
export function parseItemKey({ PK, SK }: Key) {
  const [partition, slug] = PK.split('#');
  const [prefix = '', id = ''] = SK.split('#');
  const kind = kinds.get(prefix);
  if (!kind || !slug || (partition !== 'CAMPAIGN' && partition !== 'SIGNONS')) return undefined;
  return { kind, slug, id };
}
