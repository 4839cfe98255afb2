/** DynamoDB's TTL: epoch seconds. Deletion comes late, so whoever reads checks `hasExpired`, too. */
export const expiryAfterDays = (now: Date, days: number): number =>
  Math.floor(now.getTime() / 1000) + days * 24 * 60 * 60;

/** Days after which an unconfirmed sign-on expires, with its link. In a row that is kept: its unconfirmed words. */
export const pendingDays = 30;

/** A string in the TTL attribute is no TTL: such an item never expires. */
export const hasExpired = (expiresAt: number | string | undefined, now: Date): boolean =>
  typeof expiresAt === 'number' && expiresAt * 1000 <= now.getTime();
