import * as z from 'zod';

/** What speaks against a sign-on, each with the data that an organizer needs to judge it. Stored on the row. */
export const flagSchema = z.discriminatedUnion('flag', [
  /** The address is a throwaway one. */
  z.object({ flag: z.literal('disposable-mail'), domain: z.string() }),
  /** An organization's sign-on with an address that anybody can get. */
  z.object({ flag: z.literal('free-mail'), domain: z.string() }),
  /** The domain of the address is not that of the organization's website. */
  z.object({ flag: z.literal('other-domain'), website: z.string(), mail: z.string() }),
  /** No website, or one on a platform where anybody can have one, so there is nothing to compare the address with. */
  z.object({ flag: z.literal('no-website') }),
  /** The name is nearly that of an organization that has signed: its key, its sign-on, and how similar, 0 to 100. */
  z.object({ flag: z.literal('look-alike'), organizationKey: z.string(), id: z.string(), score: z.int() }),
  /** Another organization of the same name has signed with this sign-on, in another place and with other domains. */
  z.object({ flag: z.literal('same-name'), id: z.string() }),
  /** An organizer has rejected this sign-on: of the same organization, a similar name, mailbox, domain or website. */
  z.object({ flag: z.literal('rejected-before'), id: z.string() }),
  /** This organization counts, and had the name before. */
  z.object({ flag: z.literal('former-name'), id: z.string() }),
  /** This one counts for the organization, or counted last, from another domain or place. One of the two may be false. */
  z.object({ flag: z.literal('second-domain'), id: z.string() }),
  /** The name is, or nearly is, this protected one, and the address is not at its own domain. */
  z.object({ flag: z.literal('protected-name'), name: z.string() }),
  /** The organization is invited, at an address or a website of this other host. */
  z.object({ flag: z.literal('invited-elsewhere'), host: z.string() }),
  /** Another organization's sign-on that counts has the same website. */
  z.object({
    flag: z.literal('same-website'),
    website: z.string(),
    organizationKey: z.string(),
    id: z.string(),
  }),
  /** Addresses of this domain have lately confirmed for this many other organizations. */
  z.object({ flag: z.literal('shared-domain'), domain: z.string(), others: z.int() }),
  /** The same mailbox has lately confirmed for this many other organizations. */
  z.object({ flag: z.literal('shared-address'), others: z.int() }),
  /** The text is no name: "N/A", a phone number; for a person, a text without a letter. */
  z.object({ flag: z.literal('not-a-name') }),
  /** A word of the name or the place has letters of two scripts, by which it can be made to look like another. */
  z.object({ flag: z.literal('mixed-scripts') }),
  /** What the form noticed: `honeypot`, `hurried`. */
  z.object({ flag: z.literal('form'), suspicion: z.string() }),
]);
export type Flag = z.infer<typeof flagSchema>;
