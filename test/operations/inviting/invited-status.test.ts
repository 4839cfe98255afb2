import { beforeEach, expect, test } from '@jest/globals';
import { readInvitedStatuses } from '../../../shared/operations/inviting/invited-status.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import { invitedId } from '../../../shared/sign-on/ids.ts';
import { invitationSource } from '../../../shared/sign-on/sources.ts';
import { invitedKey } from '../../../shared/table/keys.ts';
import { campaign } from '../../cli/a-terminal.ts';
import { slug, testAddressKey } from '../../support/records.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import { freshStore, seed, type TestStore } from '../../support/store.ts';

let table: TestStore;
let signing: Signing;
const settings = { review: 'flagged' } as const;

beforeEach(async () => {
  table = await freshStore();
  await seed(table, { settings });
  signing = newSigning(table, settings);
});

const idOf = (organization: string): string => invitedId(testAddressKey, organizationKey(organization));

async function invite(organization: string, place: { email?: string; website?: string } = {}): Promise<void> {
  const id = idOf(organization);
  await table.put({ ...invitedKey(slug, id), slug, id, organization, nonce: 'a-nonce', ...place });
}

async function sign(email: string, name: string, source?: string): Promise<string> {
  const website = `https://${email.split('@')[1]}/`;
  const id = await signing.submit(email, name, { website, ...(source && { source }) });
  await signing.confirm(id);
  return id;
}

const statuses = async () =>
  (await readInvitedStatuses(table.store, slug)).map(({ invited, state, signOn }) => [
    invited.organization,
    state,
    ...(signOn ? [signOn.name, signOn.state] : []),
  ]);

test('nobody is invited where there is no list', async () => {
  await sign('ana@pier.org', 'Pier Elders');
  expect(await statuses()).toEqual([]);
});

test('an organization has signed under its own name, in whatever spelling, once it is confirmed', async () => {
  await invite('The Pier Elders, Inc.', { email: 'ana@pier.org' });
  const id = await signing.submit('ana@pier.org', 'Pier Elders');
  expect(await statuses()).toEqual([['The Pier Elders, Inc.', 'not-signed']]);
  await signing.confirm(id);
  expect(await statuses()).toEqual([['The Pier Elders, Inc.', 'signed', 'Pier Elders', 'counted']]);
  await signing.withdraw(id);
  expect(await statuses()).toEqual([['The Pier Elders, Inc.', 'not-signed']]);
});

test('one that waits for review has signed, and says that it waits', async () => {
  await invite('Pier Elders', { email: 'ana@pier.org' });
  const id = await sign('eve@throw-away.org', 'Pier Elders');
  expect(await statuses()).toEqual([['Pier Elders', 'signed', 'Pier Elders', 'waiting']]);
  await signing.reject(id);
  expect(await statuses()).toEqual([['Pier Elders', 'not-signed']]);
});

const answered = async () =>
  (await readInvitedStatuses(table.store, slug)).map(({ invited, isAnswered }) => [
    invited.organization,
    isAnswered,
  ]);

test('what waits for review answers an invitation from the own domain or by the link, and from nowhere else', async () => {
  await invite('Dock Choir', { email: 'ana@dock-choir.org' });
  await invite('Pier Elders', { email: 'ana@pier.org' });
  await invite('Quay Kitchen', { email: 'ana@quay.org' });
  await invite('Reef Watch', { email: 'ana@reef.org' });
  await invite('Tide Club', { email: 'ana@gmail.com' });
  // Of two of a name, the one from elsewhere is shown, and the other one is the answer.
  await sign('eve@throw-away.org', 'Dock Choir');
  const everyOneWaits = newSigning(table, { review: 'before-counting' });
  await everyOneWaits.confirm(await everyOneWaits.submit('ben@dock-choir.org', 'Dock Choir'));
  await sign('eve@throw-away.org', 'Pier Elders');
  await sign('ben@gmail.com', 'Quay Kitchen', invitationSource(idOf('Quay Kitchen')));
  await sign('eve@throw-away.org', 'Reef Watch');
  await sign('ben@reef.org', 'Watchers of the Reef');
  const tide = await sign('eve@throw-away.org', 'Tide Club');
  expect(await answered()).toEqual([
    ['Dock Choir', true],
    ['Pier Elders', false],
    ['Quay Kitchen', true],
    ['Reef Watch', true],
    ['Tide Club', false],
  ]);
  await signing.approve(tide);
  expect((await answered()).at(-1)).toEqual(['Tide Club', true]);
});

test('one signs under another name from its own domain, by the personal link, or by a merge', async () => {
  await invite('Dock Choir', { website: 'dock-choir.org' });
  await invite('Pier Elders', { email: 'ana@gmail.com' });
  await invite('Reef Watch');
  await sign('ben@mail.dock-choir.org', 'Singers of the Dock');
  await sign('office@elders.org', 'Council of Elders', invitationSource(idOf('Pier Elders')));
  const reef = await sign('ida@reef.org', 'Reef Watch');
  const merged = await sign('noor@watchers.org', 'Coral Watchers');
  await signing.merge(reef, merged);
  await signing.withdraw(reef);
  expect(await statuses()).toEqual([
    ['Dock Choir', 'other-name', 'Singers of the Dock', 'counted'],
    ['Pier Elders', 'other-name', 'Council of Elders', 'counted'],
    ['Reef Watch', 'other-name', 'Coral Watchers', 'duplicate'],
  ]);
});

test('chapters of one domain, and a link that was passed on, do not sign for each other', async () => {
  await invite('Example Project of Ohio', { email: 'ohio@project.org' });
  await invite('Example Project of Texas', { email: 'texas@project.org' });
  await invite('Tide Pool Club', { email: 'tide@gmail.com' });
  await sign('ohio@project.org', 'Example Project of Ohio', invitationSource(idOf('Tide Pool Club')));
  expect(await statuses()).toEqual([
    ['Example Project of Texas', 'not-signed'],
    ['Tide Pool Club', 'not-signed'],
    ['Example Project of Ohio', 'signed', 'Example Project of Ohio', 'counted'],
  ]);
});

test('free mail and people sign for no invited organization', async () => {
  await invite('Tide Pool Club', { email: 'tide@gmail.com' });
  await sign('eve@gmail.com', 'Other Club');
  await signing.confirm(await signing.submit('tide@gmail.com'));
  expect(await statuses()).toEqual([['Tide Pool Club', 'not-signed']]);
});

test('the command prints a table that fits into 80 columns, and the same for programs', async () => {
  const { store } = table;
  expect((await campaign(['invited', slug], { store })).out).toContain('Nobody is invited to harbor-trees');
  const long = 'Confederation of Neighborhood Associations along the Shoreline of the Lower Harbor';
  await invite(long, { email: 'ana@pier.org' });
  await invite('Dock Choir', { website: 'dock-choir.org' });
  await invite('Pier Elders', { email: 'ben@elders.org' });
  await sign('ben@dock-choir.org', 'Singers of the Dock');
  const elders = await sign('ben@elders.org', 'Pier Elders');
  const { out, exit } = await campaign(['invited', slug], { store, columns: 80 });
  expect(exit).toBe(0);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(out).toMatch(/^Dock Choir +other name +[0-9a-f]{8} counted\n {4}signed as “Singers of the Dock”$/m);
  expect(out).toContain('3 invited: 1 signed, 1 signed under another name, 1 not signed.');

  const waiting = await signing.submit('eve@gmail.com', long);
  await signing.confirm(waiting);
  const waits = (await campaign(['invited', slug], { store, columns: 80 })).out;
  expect(Math.max(...waits.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(waits).toMatch(/^Confederation .* {2}waiting +[0-9a-f]{8} waiting$/m);
  expect(waits.replace(/\s+/g, ' ')).toContain('3 invited: 2 signed (1 of these waits for your review), 1');
  await signing.reject(waiting);

  const json = JSON.parse((await campaign(['invited', slug, '--json'], { store })).out);
  expect(json).toMatchObject({
    slug,
    counts: { invited: 3, signed: 1, otherName: 1, notSigned: 1 },
    invited: [
      { organization: long, email: 'ana@pier.org', website: null, status: 'not-signed', signOn: null },
      { organization: 'Dock Choir', status: 'other-name', signOn: { name: 'Singers of the Dock' } },
      {
        organization: 'Pier Elders',
        status: 'signed',
        signOn: { id: elders, name: 'Pier Elders', state: 'counted' },
      },
    ],
  });
  expect(JSON.stringify(json)).not.toContain('a-nonce');
  expect(await campaign(['invited', 'no-letter'], { store })).toMatchObject({ exit: 1 });
});
