import { expect, test } from '@jest/globals';
import { carryOut } from '../../shared/mail/carry-out.ts';
import { runSiteJob } from '../../shared/publication/site-job.ts';
import { signOnId } from '../../shared/sign-on/ids.ts';
import { organizationKey } from '../../shared/sign-on/organization-key.ts';
import { settleCampaign } from '../../shared/store/counting/settle.ts';
import { pressContactKey, signOnKey } from '../../shared/store/keys.ts';
import { readPressContact } from '../../shared/store/press.ts';
import { promoteSignOn } from '../../shared/store/review/promote.ts';
import { readSignOn } from '../../shared/store/sign-ons.ts';
import { confirmSignOn } from '../../shared/store/signing/confirm.ts';
import { submitSignOn } from '../../shared/store/signing/submit.ts';
import { withdrawSignOn } from '../../shared/store/signing/withdraw.ts';
import { injectConflicts } from '../support/conflicts.ts';
import { newIds } from '../support/ids.ts';
import { newMailbox } from '../support/mailbox.ts';
import { addressKey, aSettings, organizationDetails, slug, testAddressKey } from '../support/records.ts';
import { newSite } from '../support/site.ts';
import { freshDynamoDbStore, gateOf, seed, signOnsOf, violations } from '../support/store.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

test('a campaign goes from its first sign-on to its last mail although every single write meets a conflict, twice', async () => {
  const database = await freshDynamoDbStore();
  const { store } = database;
  const now = new Date('2026-11-24T12:00:00.000Z');
  const { newUlid, newNonce } = newIds();
  await seed(database, {
    gate: { thresholdOrganizations: 1 },
    letter: letterSource,
    release: releaseSource,
  });
  const hash = 'a'.repeat(32);
  const contact = { slug, addressHash: hash, email: 'desk@example.com', nonce: 'n' };
  await database.put({ ...pressContactKey(slug, hash), ...contact });
  const injected = injectConflicts(database.client, 2);

  const submit = async (email: string) => {
    const details = organizationDetails('Harbor Families');
    const kind = 'organization' as const;
    const key = organizationKey('Harbor Families');
    const id = signOnId(testAddressKey, { kind, email, organizationKey: key });
    await submitSignOn(store, { slug, id, kind, email, details, now, newUlid, newNonce });
    return id;
  };
  const read = async (id: string) => {
    const signOn = await readSignOn(store, { slug, id, now });
    if (!signOn) throw new Error('no such sign-on');
    return signOn;
  };
  const confirm = async (id: string) =>
    await confirmSignOn(store, { settings: aSettings(), signOn: await read(id), now, newUlid, addressKey });
  const settle = async () =>
    await settleCampaign({ store, now: () => now, newUlid }, slug, await signOnsOf(database));

  const ana = await submit('ana@example.org');
  const ben = await submit('ben@example.org');
  const mailbox = newMailbox(database, now);
  await carryOut(mailbox.dependencies(), { task: 'owed', ...signOnKey(slug, ana) });
  expect(mailbox.sent).toHaveLength(1);

  expect(await confirm(ana)).toBe('confirmed');
  expect(await confirm(ben)).toBe('already-signed-by-organization');
  await withdrawSignOn(store, { signOn: await read(ana), now, newUlid });
  expect(await promoteSignOn(store, { signOn: await read(ben), now, newUlid })).toBe('promoted');
  await settle();
  expect(await violations(database)).toEqual([]);
  expect((await gateOf(database)).status).toBe('publishing');

  await runSiteJob(newSite(database, now).dependencies(), slug);
  expect((await gateOf(database)).status).toBe('published');
  await carryOut(mailbox.dependencies(), { task: 'publication', ...pressContactKey(slug, hash) });
  expect((await readPressContact(store, slug, hash))?.release?.state).toBe('sent');
  expect(injected()).toBeGreaterThan(30);
});
