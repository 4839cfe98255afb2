import { EPOCH, type Gate } from '../../shared/campaign/gate.ts';
import type { Settings } from '../../shared/campaign/settings.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { detailsHash, signOnId } from '../../shared/sign-on/ids.ts';
import type { Details, SignOn } from '../../shared/sign-on/sign-on.ts';

/** Valid stored records. Each test overrides what matters to it. */

export const slug = 'harbor-trees';
export const testAddressKey = 'an address key for tests only';
export const addressKey = (): Promise<string> => Promise.resolve(testAddressKey);

export const aSettings = (changed: Partial<Settings> = {}): Settings => ({
  slug,
  title: 'Letter to the Harbor Commission on the Shoreline Trees',
  summary: 'Keep the trees along the shoreline.',
  language: 'en',
  timeZone: 'America/New_York',
  signatories: { organizations: true, individuals: true },
  visibility: 'public',
  showProgress: true,
  list: { groupBy: 'none', leads: [] },
  sender: { name: 'Shoreline Coalition', address: 'letters@example.org', replyTo: 'press@example.org' },
  organizers: [{ name: 'Ida Moreno', email: 'ida@example.org' }],
  privacy: { contact: 'privacy@example.org', deletePersonalDataAfterDays: 180 },
  ...changed,
});

export const aGate = (changed: Partial<Gate> = {}): Gate => ({
  slug,
  status: 'collecting',
  thresholdOrganizations: 3,
  thresholdIndividuals: 0,
  notBefore: EPOCH,
  quotesApproved: 'yes',
  organizations: 0,
  individuals: 0,
  held: 'no',
  forced: 'no',
  ...changed,
});

export const someDetails = (changed: Partial<Details> = {}): Details => ({
  name: 'Ana Ruiz',
  city: 'Harbor City',
  language: 'en',
  ...changed,
});

export const organizationDetails = (organizationName: string, changed: Partial<Details> = {}): Details =>
  someDetails({ organizationName, scope: 'local', title: 'Director', ...changed });

/** A pending sign-on of a person, as after a submission. */
export function aSignOn(changed: Partial<SignOn> = {}): SignOn {
  const kind = changed.kind ?? 'individual';
  const submission =
    'submission' in changed
      ? changed.submission
      : kind === 'organization'
        ? organizationDetails('Harbor Families')
        : someDetails();
  const email = changed.email ?? 'ana@example.org';
  const key = submission?.organizationName && organizationKey(submission.organizationName);
  return {
    slug,
    id: signOnId(testAddressKey, { kind, email, ...(key && { organizationKey: key }) }),
    kind,
    email,
    status: 'pending',
    eligible: 'no',
    counted: 'no',
    nonce: 'a-nonce',
    requestedAt: '2026-11-01T12:00:00.000Z',
    pendingMail: '01JD0000000000000000000000',
    mailedAt: {},
    ...(submission && { submission, submissionHash: detailsHash(submission) }),
    ...changed,
  };
}

/** A confirmed sign-on: the submitted details are signed. */
export function aConfirmedSignOn(changed: Partial<SignOn> = {}): SignOn {
  const { submission, submissionHash, pendingMail, ...pending } = aSignOn(changed);
  const signed = changed.signed ?? submission ?? someDetails();
  const key = signed.organizationName && organizationKey(signed.organizationName);
  return {
    ...pending,
    status: 'confirmed',
    eligible: 'yes',
    counted: 'yes',
    signed,
    signedHash: detailsHash(signed),
    confirmedAt: '2026-11-01T12:05:00.000Z',
    keep: 'kept',
    expiresAt: 'kept',
    ...(key && { organizationKey: key }),
    ...changed,
  };
}
