/** Keys of the one table. Every item has PK and SK; what is stored under them is in docs/ and in the schemas. */

export interface Key {
  PK: string;
  SK: string;
}

export const shardCount = 16;

export const campaignListKey = (slug: string): Key => ({ PK: 'CAMPAIGNS', SK: slug });
export const settingsKey = (slug: string): Key => ({ PK: `CAMPAIGN#${slug}`, SK: 'SETTINGS' });
export const gateKey = (slug: string): Key => ({ PK: `CAMPAIGN#${slug}`, SK: 'GATE' });
export const textKey = (slug: string, language: string, document: 'letter' | 'release'): Key => ({
  PK: `CAMPAIGN#${slug}`,
  SK: `TEXT#${language}#${document}`,
});
export const pressContactKey = (slug: string, addressHash: string): Key => ({
  PK: `CAMPAIGN#${slug}`,
  SK: `PRESS#${addressHash}`,
});
export const eventKey = (slug: string, ulid: string): Key => ({
  PK: `CAMPAIGN#${slug}`,
  SK: `EVENT#${ulid}`,
});

/** Partition of a shard, 0 to 15: a crowd's writes spread over sixteen partitions. */
export const signOnsPartition = (slug: string, shard: number): string => `SIGNONS#${slug}#${shard}`;

/** A sign-on's shard is the first hexadecimal digit of its id, which is a hash and so spreads evenly. */
export const signOnKey = (slug: string, id: string): Key => ({
  PK: signOnsPartition(slug, Number.parseInt(id.slice(0, 1), 16)),
  SK: `SIGNON#${id}`,
});
export const claimKey = (slug: string, organizationKey: string): Key => ({
  PK: `ORGANIZATION#${slug}#${organizationKey}`,
  SK: 'CLAIM',
});
export const addressKey = (addressHash: string): Key => ({ PK: `ADDRESS#${addressHash}`, SK: 'ADDRESS' });
