import { beforeEach, describe, expect, test } from '@jest/globals';
import { newHandler } from '../../functions/unsubscribe.ts';
import { unsubscribeNonce } from '../../shared/operations/inviting/invited.ts';
import type { PressContact } from '../../shared/operations/mailing/press-contacts.ts';
import { type Unsubscription, unsubscribeMailbox } from '../../shared/operations/mailing/unsubscribing.ts';
import { addressHash } from '../../shared/sign-on/ids.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import { readSignOn } from '../../shared/table/sign-ons.ts';
import { aLog, aRequest, asForm, asJson, aToken, browserHeaders, callHandler } from '../support/api.ts';
import {
  aConfirmedSignOn,
  aSettings,
  aSignOn,
  slug,
  someDetails,
  testAddressKey,
} from '../support/records.ts';
import { type LinkTarget, linkDependencies } from '../support/signers-link.ts';
import { freshStore } from '../support/store.ts';

const world: LinkTarget = { settings: aSettings(), signOn: undefined };
const journalist: PressContact = {
  slug,
  addressHash: addressHash(testAddressKey, 'desk@example.org'),
  email: 'desk@example.org',
  nonce: 'press-nonce',
};
let contact = journalist;
let done: Unsubscription[];
const handler = newHandler({
  ...linkDependencies(world),
  readPressContact: async (asked, hash) =>
    asked === slug && hash === contact.addressHash ? contact : undefined,
  addressKey: async () => testAddressKey,
  unsubscribe: async (unsubscription) => void done.push(unsubscription),
  ...aLog(),
});

const signersToken = () => aToken(world.signOn?.id ?? '', 'a-nonce', 'unsubscribe');
const asked = (method: 'GET' | 'POST', token: string, more = {}) =>
  callHandler(
    handler,
    aRequest({ method, path: `/api/unsubscribe/${token}`, parameters: { token }, ...more }),
  );

beforeEach(() => {
  world.signOn = aConfirmedSignOn();
  contact = journalist;
  done = [];
});

describe('the unsubscribe link', () => {
  test('shows a page with a button and changes nothing', async () => {
    const { status, text } = await asked('GET', signersToken(), browserHeaders);
    expect(status).toBe(200);
    expect(text).toContain(`action="/api/unsubscribe/${signersToken()}"`);
    expect(JSON.parse((await asked('GET', signersToken())).text)).toEqual({
      campaign: slug,
      actions: ['unsubscribe'],
    });
    expect(done).toEqual([]);
  });

  test('stops the emails about this letter to the signer’s address when pressed, and offers to stop all', async () => {
    const { status, text } = await asked('POST', signersToken(), asForm({}));
    expect(status).toBe(200);
    expect(text).toContain('You are unsubscribed');
    expect(text).toContain(`action="/api/unsubscribe/${signersToken()}?all=yes"`);
    const mailboxHash = addressHash(testAddressKey, 'ana@example.org');
    expect(done).toEqual([{ mailboxHash, slug, from: 'letter', signOnId: world.signOn?.id }]);
  });

  test('stops all email to the address when pressed for all', async () => {
    const query = { query: { all: 'yes' } };
    expect((await asked('GET', signersToken(), { ...browserHeaders, ...query })).status).toBe(200);
    expect(done).toEqual([]);
    const { text } = await asked('POST', signersToken(), query);
    expect(JSON.parse(text)).toEqual({ status: 'unsubscribed', from: 'site' });
    expect(done.map(({ from }) => from)).toEqual(['site']);
  });

  test('is in the signer’s language', async () => {
    world.signOn = aSignOn({ submission: someDetails({ language: 'es' }) });
    expect((await asked('GET', signersToken(), browserHeaders)).text).toContain('<html lang="es"');
  });

  test('also works for a journalist', async () => {
    const { status, text } = await asked('POST', aToken(contact.addressHash, 'press-nonce', 'press'));
    expect([status, text]).toEqual([200, '{"status":"unsubscribed","from":"letter"}']);
    expect(done).toEqual([{ mailboxHash: contact.addressHash, slug, from: 'letter', signOnId: undefined }]);
  });

  test('also works for a journalist whose address was erased, by its hash', async () => {
    const token = aToken(contact.addressHash, 'press-nonce', 'press');
    contact = { ...contact, email: '' };
    expect((await asked('POST', token)).status).toBe(200);
    expect(done).toEqual([{ mailboxHash: contact.addressHash, slug, from: 'letter', signOnId: undefined }]);
  });

  test.each([
    [
      'a form',
      {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      },
    ],
    [
      'multipart',
      {
        headers: { 'content-type': 'multipart/form-data; boundary=edge' },
        body: '--edge\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--edge--\r\n',
      },
    ],
    [
      'multipart with bare line feeds',
      {
        headers: { 'content-type': 'multipart/form-data; boundary=edge' },
        body: '--edge\nContent-Disposition: form-data; name="List-Unsubscribe"\n\nOne-Click\n--edge--\n',
      },
    ],
    ['a form without a type', { body: 'List-Unsubscribe=One-Click' }],
    [
      'a text',
      { headers: { 'content-type': 'text/plain; charset=koi8-r' }, body: 'List-Unsubscribe=One-Click' },
    ],
    ['broken JSON', { headers: { 'content-type': 'application/json' }, body: '{' }],
    ['bytes', { headers: { 'content-encoding': 'gzip' }, body: Uint8Array.from([0x1f, 0x8b, 0xff, 0]) }],
    ['nothing', {}],
    ['JSON', asJson({ any: 'thing' })],
  ])('accepts a mail program’s one click as %s', async (_, body) => {
    expect((await asked('POST', signersToken(), body)).status).toBe(200);
    expect(done).toHaveLength(1);
  });

  test('refuses a body that is too large, and changes nothing', async () => {
    const body = { body: 'x'.repeat(16 * 1024 + 1) };
    expect((await asked('POST', signersToken(), body)).status).toBe(413);
    expect(done).toEqual([]);
  });

  test('of an invited organization stops the mails about this letter to its address', async () => {
    const invited = { slug, id: 'b'.repeat(32), organization: 'Dock Choir', nonce: 'invited-nonce' };
    world.invited = { ...invited, email: 'choir@example.org' };
    const token = aToken(invited.id, unsubscribeNonce(world.invited), 'invited');
    expect((await asked('POST', token)).status).toBe(200);
    expect(done).toEqual([
      {
        mailboxHash: addressHash(testAddressKey, 'choir@example.org'),
        slug,
        from: 'letter',
        signOnId: undefined,
      },
    ]);
    expect((await asked('POST', aToken(invited.id, invited.nonce, 'invitation'))).status).toBe(404);
    world.invited = invited;
    expect((await asked('POST', token)).status).toBe(404);
    // The list has another address by now, of which whoever has the link knows nothing.
    world.invited = { ...invited, email: 'song@example.org' };
    expect((await asked('POST', token)).status).toBe(404);
    expect(done).toHaveLength(1);
  });

  test('that is forged, or for another purpose, stops nothing', async () => {
    const id = world.signOn?.id ?? '';
    const tokens = [
      aToken(id, 'another-nonce', 'unsubscribe'),
      aToken(id, 'a-nonce', 'sign-on'),
      aToken(id, 'a-nonce', 'press'),
      aToken(contact.addressHash, 'press-nonce', 'unsubscribe'),
      'abc',
    ];
    for (const token of tokens) expect((await asked('POST', token)).status).toBe(404);
    expect(done).toEqual([]);
  });
});

test('a link of one letter leaves a mailbox unsubscribed from the whole site, and organizers see that', async () => {
  const { store, put } = await freshStore();
  const signOn = aSignOn();
  await put({ ...signOnKey(slug, signOn.id), ...signOn });
  const mailboxHash = addressHash(testAddressKey, signOn.email);
  await unsubscribeMailbox(store, { mailboxHash, slug: 'another-letter', from: 'site' });
  await unsubscribeMailbox(store, { mailboxHash, slug, from: 'letter', signOnId: signOn.id });
  const { id } = signOn;
  expect((await readSignOn(store, { slug, id, now: new Date(signOn.requestedAt) }))?.unsubscribed).toBe(
    'site',
  );
});
