import { beforeEach, describe, expect, test } from '@jest/globals';
import type { OrganizerRole } from '../../shared/campaign/settings.ts';
import { type ConsoleAction, consoleActions, mayDo } from '../../shared/console/permissions.ts';
import { folderRoutes } from '../../shared/http/console/folder-router.ts';
import { consoleRoutes } from '../../shared/http/console/routes.ts';
import { countSignOns } from '../../shared/operations/counting/count-sign-ons.ts';
import { shownHashOf } from '../../shared/operations/deciding/unseen-decision.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { claimKey, invitedKey, signOnKey } from '../../shared/table/keys.ts';
import { aCampaign } from '../support/builders.ts';
import { type Desk, newDesk, type RequestOptions } from '../support/console.ts';
import { newIds } from '../support/ids.ts';
import { aConfirmedSignOn, organizationDetails, slug } from '../support/records.ts';
import { gateOf, seed } from '../support/store.ts';
import { sweepOnce } from '../support/sweep.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

const roles = ['viewer', 'editor', 'owner'] as const;
const emailOf = (role: string): string => `${role}@example.org`;
const organizers = roles.map((role) => ({ name: role, email: emailOf(role), role }));
const second = { name: 'Second owner', email: 'second@example.org' };

/** An organization that waits for review. */
const waiting = (name: string, changed: Partial<SignOn> = {}): SignOn => {
  const { organizationKey: _, ...signOn } = aConfirmedSignOn({
    kind: 'organization',
    email: `${name.toLowerCase().replaceAll(' ', '-')}@example.org`,
    submission: organizationDetails(name),
    eligible: 'no',
    counted: 'no',
    review: 'waiting',
    reviewRequestedAt: '2026-11-20T12:00:00.000Z',
    flags: [{ flag: 'free-mail', domain: 'example.org' }],
    ...changed,
  });
  return signOn;
};

let desk: Desk;
let one: SignOn;
let two: SignOn;
let cookies: Record<OrganizerRole | 'second', string>;

beforeEach(async () => {
  desk = newDesk();
  one = waiting('Harbor Families');
  two = waiting('Dock Workers');
  await seed(desk.test, {
    settings: { organizers: [...organizers, second], review: 'flagged' },
    signOns: [one, two],
    letter: letterSource,
    release: releaseSource,
  });
  await seed(desk.test, { settings: { slug: 'foreign-letter' } });
  cookies = {
    viewer: await desk.signIn(emailOf('viewer')),
    editor: await desk.signIn(emailOf('editor')),
    owner: await desk.signIn(emailOf('owner')),
    second: await desk.signIn(second.email),
  };
});

const ask = (path: string, who: keyof typeof cookies, asked: RequestOptions = {}) =>
  desk.ask(path, { cookie: cookies[who], ...asked });
const decideOn = (id: string, decision: string, who: keyof typeof cookies, body: object = {}) =>
  ask(`/console/${slug}/sign-ons/${id}/${decision}`, who, { body });

/** The action that each route of a campaign needs, as interfaces say it. */
const actionOf = (key: string): ConsoleAction => {
  if (key.includes('/sign-ons/{id}/') || key.startsWith('POST /console/{slug}/sign-ons')) return 'decide';
  if (key.endsWith('/review')) return 'decide';
  if (key.endsWith('/folder/check')) return 'see';
  if (key.endsWith('/folder/apply')) return 'edit-texts';
  if (key.endsWith('/folder/quotes') || key.endsWith('/settings')) return 'edit-settings';
  if (key.endsWith('/export.csv')) return 'export';
  if (key.endsWith('/import')) return 'import';
  return key.startsWith('GET') ? 'see' : 'control';
};

const campaignKeys = [
  ...Object.keys({ ...consoleRoutes, ...folderRoutes }),
  'GET /console/{slug}/preview',
].filter((key) => key.includes('{slug}'));

describe('the matrix of roles and routes', () => {
  test('has the lowest role that may do each action', () => {
    const allowed = Object.fromEntries(
      Object.keys(consoleActions).map((action) => [
        action,
        roles.filter((role) => mayDo(role, action as ConsoleAction)).join(' '),
      ]),
    );
    expect(allowed).toEqual({
      see: 'viewer editor owner',
      decide: 'editor owner',
      export: 'editor owner',
      import: 'editor owner',
      'edit-texts': 'editor owner',
      'edit-settings': 'owner',
      control: 'owner',
    });
  });

  test.each(campaignKeys)('%s', async (key) => {
    const [method = 'GET', template = ''] = key.split(' ');
    const path = (of: string) =>
      template
        .replace('{slug}', of)
        .replace('{id}', key.endsWith('{id}') && method === 'POST' ? 'approve' : one.id);
    const send = (of: string, cookie: string | undefined) =>
      desk.ask(path(of), {
        method: method as 'GET' | 'POST',
        ...(method === 'POST' && { body: {} }),
        ...(cookie !== undefined && { cookie }),
      });
    expect((await send(slug, undefined)).json).toMatchObject({ type: '/problems/sign-in', status: 401 });
    for (const of of ['foreign-letter', 'no-such-letter'])
      expect((await send(of, cookies.owner)).json).toMatchObject({
        type: '/problems/not-found',
        status: 404,
      });
    for (const role of roles) {
      const before = desk.store.changes.length;
      const answer = await send(slug, cookies[role]);
      if (mayDo(role, actionOf(key)))
        expect([key, role, [200, 409, 422].includes(answer.status)]).toEqual([key, role, true]);
      else {
        expect(answer.json).toMatchObject({
          type: '/problems/not-allowed',
          status: 403,
          role: consoleActions[actionOf(key)],
        });
        expect(desk.store.changes).toHaveLength(before);
      }
    }
  });
});

describe('the overview', () => {
  test('shows counts, what publication waits for, what waits for organizers, and how the counts grew', async () => {
    const counted = aConfirmedSignOn({ email: 'ana@example.org', counted: 'no' });
    desk.store.put({
      PK: `SIGNONS#${slug}#${Number.parseInt(counted.id[0] ?? '0', 16)}`,
      SK: `SIGNON#${counted.id}`,
      ...counted,
    });
    await countSignOns(desk.store, slug, [counted], { now: desk.now, newUlid: newIds().newUlid });
    const { json } = await ask(`/console/${slug}`, 'viewer');
    expect(json).toMatchObject({
      slug,
      role: 'viewer',
      status: 'collecting',
      open: true,
      counts: { organizations: 0, individuals: 1 },
      threshold: { organizations: 3, individuals: null },
      waiting: { review: 2, unconfirmed: 0, duplicates: 0 },
      gate: { waitingFor: ['threshold'], opensAt: null },
      history: [{ at: desk.now().toISOString(), organizations: 0, individuals: 1 }],
      health: { mailsWaiting: 0, bounced: 0, complained: 0, failedJobs: 0 },
    });
    const page = await ask(`/console/${slug}`, 'owner', { isBrowser: true, language: 'es' });
    expect(page.text).toContain('La carta todavía no está publicada. Falta: más firmas.');
    expect(page.text).toContain(`action="/console/${slug}/hold"`);
    expect((await ask(`/console/${slug}`, 'viewer', { isBrowser: true })).text).not.toContain('/hold"');
  });

  test('leads an owner to quotes that nobody has approved, and nobody else', async () => {
    await seed(desk.test, { settings: { organizers }, gate: { quotesApproved: 'no' } });
    const link = `href="/console/${slug}/texts#quotes">Quotes to approve`;
    expect((await ask(`/console/${slug}`, 'owner', { isBrowser: true })).text).toContain(link);
    expect((await ask(`/console/${slug}`, 'editor', { isBrowser: true })).text).not.toContain(link);
  });

  test('does not call a running update of the pages a failed one', async () => {
    const failed = async (gate: object): Promise<number> => {
      await seed(desk.test, { settings: { organizers }, gate });
      return (await ask(`/console/${slug}`, 'viewer')).json.health.failedJobs;
    };
    const running = { lease: 'one', leaseExpiresAt: '2100-01-01T00:00:00.000Z' };
    expect(await failed({ siteRuns: 1, ...running })).toBe(0);
    expect(await failed({ siteRuns: 3, ...running })).toBe(2);
    expect(await failed({ siteRuns: 3, ...running, leaseExpiresAt: '2020-01-01T00:00:00.000Z' })).toBe(3);
  });

  test('of campaigns with the same title tells them apart, and says what is on hold or paused', async () => {
    await seed(desk.test, { settings: { organizers }, gate: { held: 'yes' } });
    const { text } = await ask('/console/', 'viewer', { isBrowser: true });
    expect(text).toContain(`<code>${slug}</code>`);
    expect(text).toContain('Publication on hold');
    expect(text).not.toContain('Signing paused');
  });

  test('after publication links to what was published, and offers only what the settings allow', async () => {
    await seed(desk.test, { settings: { organizers }, gate: { status: 'published' } });
    const { text } = await ask(`/console/${slug}`, 'owner', { isBrowser: true });
    for (const file of ['letter/', 'letter.pdf', 'release/', 'release.txt'])
      expect(text).toContain(`href="/${slug}/${file}"`);
    expect(text).not.toMatch(/action="[^"]*\/(delivered|supplement|embargo)"/);
    expect(text).toContain(`action="/console/${slug}/take-down"`);
  });

  test('counts back from the gate, so a replayed or foreign count changes nothing', async () => {
    const counted = aConfirmedSignOn({ email: 'ana@example.org', counted: 'no' });
    desk.store.put({
      PK: `SIGNONS#${slug}#${Number.parseInt(counted.id[0] ?? '0', 16)}`,
      SK: `SIGNON#${counted.id}`,
      ...counted,
    });
    const context = { now: desk.now, newUlid: newIds().newUlid };
    for (const _ of [1, 2, 3]) await countSignOns(desk.store, slug, [counted], context);
    desk.later(2 * 3_600_000);
    const gone = { ...counted, eligible: 'no' as const, counted: 'yes' as const };
    desk.store.put({
      PK: `SIGNONS#${slug}#${Number.parseInt(counted.id[0] ?? '0', 16)}`,
      SK: `SIGNON#${counted.id}`,
      ...gone,
    });
    await countSignOns(desk.store, slug, [gone], context);
    const { json } = await ask(`/console/${slug}`, 'viewer');
    expect(json.history.map(({ individuals }: { individuals: number }) => individuals)).toEqual([1, 0]);
  });
});

test('the invited organizations are shown to every organizer, and without what makes links', async () => {
  const invited = { id: 'b'.repeat(32), organization: 'Dock Choir', nonce: 'a-nonce' };
  desk.store.put({ ...invitedKey(slug, invited.id), slug, ...invited });
  const { status, json, text } = await ask(`/console/${slug}/invited`, 'viewer');
  expect(status).toBe(200);
  expect(json).toEqual({
    counts: { invited: 1, signed: 0, otherName: 0, notSigned: 1 },
    invited: [
      {
        id: invited.id,
        organization: 'Dock Choir',
        email: null,
        website: null,
        status: 'not-signed',
        signOn: null,
      },
    ],
  });
  expect(text).not.toContain('a-nonce');
  const page = await ask(`/console/${slug}/invited`, 'viewer', { isBrowser: true, language: 'es' });
  expect(page.text).toContain('Firmaron: 0. Con otro nombre: 0. Sin firmar: 1.');
});

describe('the list of sign-ons', () => {
  test('is searched by name, address and domain, and filtered by state', async () => {
    const names = async (query: string) =>
      (await ask(`/console/${slug}/sign-ons?${query}`, 'viewer')).json.signOns.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names('')).toEqual(expect.arrayContaining(['Harbor Families', 'Dock Workers']));
    expect(await names('q=harbor')).toEqual(['Harbor Families']);
    expect(await names('because=free-mail')).toHaveLength(2);
    expect(await names('because=burst')).toEqual([]);
    expect(await names('because=odd')).toHaveLength(2);
    expect(await names('q=dock-workers@')).toEqual(['Dock Workers']);
    expect(await names('status=rejected')).toEqual([]);
    expect(await names('status=nonsense')).toHaveLength(2);
  });

  test('is sorted as requested, page by page', async () => {
    const [early, late] = ['2026-11-01T00:00:00.000Z', '2026-11-22T00:00:00.000Z'];
    const alba = waiting('Álamo Elders', { confirmedAt: late });
    const zinc = waiting('zinc Workers', { confirmedAt: early });
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [alba, zinc] });
    const names = async (sort: string) =>
      (await ask(`/console/${slug}/sign-ons?sort=${sort}`, 'viewer')).json.signOns.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names('name')).toEqual(['Álamo Elders', 'Dock Workers', 'Harbor Families', 'zinc Workers']);
    expect((await names('newest'))[0]).toBe('Álamo Elders');
    expect((await names('oldest'))[0]).toBe('zinc Workers');
    expect(await names('nonsense')).toHaveLength(4);
    const { json } = await ask(`/console/${slug}/sign-ons?sort=name&after=${one.id}`, 'viewer');
    expect(json.signOns.map(({ name }: { name: string }) => name)).toEqual(['zinc Workers']);
  });

  test('also shows a burst on the page of each sign-on, and names the sign-ons that evidence mentions', async () => {
    const burst = Array.from({ length: 12 }, (_, index) =>
      aConfirmedSignOn({
        email: `burst${index}@example.org`,
        signed: { ...organizationDetails('x'), name: `Person ${index}` },
        signedOrigin: { network: 'one', at: '2026-11-20T12:00:00.000Z' },
      }),
    );
    const copy = waiting('Harbor Familles', {
      flags: [{ flag: 'look-alike', organizationKey: '2:harbor families', id: one.id, score: 95 }],
    });
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [...burst, copy] });
    const { json } = await ask(`/console/${slug}/sign-ons/${copy.id}`, 'viewer');
    expect(json.evidence[0].words).toContain('Harbor Families');
    expect(json.similar).toEqual([
      expect.objectContaining({ id: one.id, name: 'Harbor Families', email: one.email, status: 'waiting' }),
    ]);
    const [first] = burst;
    const { json: person } = await ask(`/console/${slug}/sign-ons/${first?.id}`, 'viewer');
    expect(person.evidence).toEqual([expect.objectContaining({ flag: 'burst', signOns: 12 })]);
  });

  test('offers to merge only with one that counts, and tells two of one name apart', async () => {
    const signed = (city: string) => organizationDetails('Harbor Families', { city });
    const counted = (email: string, city: string, more: object = {}) =>
      aConfirmedSignOn({
        kind: 'organization',
        email,
        signed: signed(city),
        organizationKey: `2:${email}`,
        ...more,
      });
    const others = [
      counted('ana@troy.example.org', 'Troy'),
      counted('ben@utica.example.org', 'Utica'),
      counted('cleo@utica.example.net', 'Utica'),
      counted('dan@utica.example.net', 'Utica', { eligible: 'no' }),
    ];
    const flags = others.map(({ id }) => ({
      flag: 'look-alike' as const,
      organizationKey: '2:harbor families',
      id,
      score: 95,
    }));
    const copy = waiting('Harbor Familles', { flags });
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [...others, copy] });
    const { text } = await ask(`/console/${slug}/sign-ons/${copy.id}`, 'editor', { isBrowser: true });
    const offered = [...text.matchAll(/<option value="[0-9a-f]+">([^<]*)/g)].map(([, label]) => label);
    expect(offered.toSorted()).toEqual([
      'Harbor Families (Troy)',
      'Harbor Families (Utica) – ben@utica.example.org',
      'Harbor Families (Utica) – cleo@utica.example.net',
    ]);
  });

  test('shows which sign-on counts instead of a duplicate, and what a correction of spelling has changed', async () => {
    const holder = aConfirmedSignOn({
      kind: 'organization',
      email: 'ana@pier.example.org',
      signed: organizationDetails('Pier Friend'),
      organizationKey: '2:pier friend',
      mended: {
        // The signer's title has changed since, too, which is no spelling.
        from: organizationDetails('Pier Friends', { title: 'Treasurer' }),
        at: '2026-11-20T12:00:00.000Z',
      },
    });
    const copy = aConfirmedSignOn({
      kind: 'organization',
      email: 'ben@pier.example.org',
      signed: organizationDetails('Pier Friend'),
      organizationKey: '2:pier friend',
      eligible: 'no',
      counted: 'no',
      mended: { from: organizationDetails('Pier Friends'), at: '2026-11-20T12:00:00.000Z' },
    });
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [holder, copy] });
    const { json } = await ask(`/console/${slug}/sign-ons/${copy.id}`, 'viewer');
    expect(json.similar).toEqual([expect.objectContaining({ id: holder.id, status: 'counted' })]);
    expect(json).toMatchObject({ countsInstead: holder.id, correctedSpelling: [] });
    const { json: counted } = await ask(`/console/${slug}/sign-ons/${holder.id}`, 'viewer');
    expect(counted).toMatchObject({
      countsInstead: null,
      correctedSpelling: [{ field: 'organizationName', from: 'Pier Friends', to: 'Pier Friend' }],
      similar: [],
    });
  });

  test('has each sign-on with evidence in words and its emails, and nothing that links are made of', async () => {
    const answer = await ask(`/console/${slug}/sign-ons?q=harbor`, 'viewer', { language: 'es' });
    expect(answer.json).toMatchObject({
      next: null,
      signOns: [
        {
          id: one.id,
          status: 'waiting',
          email: one.email,
          evidence: [{ flag: 'free-mail', words: 'Dirección de correo gratuita (example.org)' }],
          delivery: { last: null, isPending: false, returned: null },
        },
      ],
    });
    const detail = await ask(`/console/${slug}/sign-ons/${one.id}`, 'viewer');
    for (const { text } of [answer, detail]) expect(text).not.toContain(one.nonce);
  });

  test('continues with `next` until all were shown once', async () => {
    const more = Array.from({ length: 120 }, (_, index) =>
      aConfirmedSignOn({ email: `p${index}@example.org` }),
    );
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: more });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { json } = await ask(`/console/${slug}/sign-ons${after ? `?after=${after}` : ''}`, 'viewer');
      seen.push(...json.signOns.map(({ id }: { id: string }) => id));
      after = json.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(122);
    expect(new Set(seen).size).toBe(122);
  });

  test('shows hostile names as text, on every page', async () => {
    const hostile = waiting('<script>alert(1)</script>"\'\u202Egnp', { email: 'hostile@example.org' });
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [hostile] });
    for (const path of ['sign-ons', `sign-ons/${hostile.id}`, 'review', 'log']) {
      const { status, text } = await ask(`/console/${slug}/${path}`, 'owner', { isBrowser: true });
      expect(status).toBe(200);
      expect(text).not.toContain('<script>alert');
      expect(text).not.toContain('\u202E');
    }
  });
});

describe('a decision', () => {
  test('is made with the organizer as its actor, and a repeat gets the same answer', async () => {
    for (const who of ['editor', 'editor', 'owner'] as const) {
      const answer = await decideOn(one.id, 'approve', who);
      expect([answer.status, answer.json.status]).toEqual([200, 'counted']);
    }
    const { json } = await ask(`/console/${slug}/log`, 'viewer');
    expect(json.events.filter(({ event }: { event: string }) => event === 'approved')).toEqual([
      expect.objectContaining({ actor: emailOf('editor'), signOnId: one.id }),
    ]);
  });

  describe('on a waiting change', () => {
    const changed = {
      ...aConfirmedSignOn({
        kind: 'organization',
        email: 'pier@example.org',
        signed: organizationDetails('Pier Elders'),
      }),
      proposed: organizationDetails('Lighthouse Keepers'),
      proposedHash: 'hash',
      proposedAt: '2026-11-24T11:00:00.000Z',
      proposedFlags: [
        {
          flag: 'same-website' as const,
          website: 'dock.example',
          organizationKey: '2:dock',
          id: 'd'.repeat(32),
        },
      ],
    };
    beforeEach(() => seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [changed] }));
    const nameOf = async () =>
      (await ask(`/console/${slug}/sign-ons/${changed.id}`, 'viewer')).json.signed.organizationName;

    test('is offered where the change is shown, field by field, and in the review', async () => {
      for (const path of [`sign-ons/${changed.id}`, `review?skip=${one.id},${two.id}`]) {
        const { text } = await ask(`/console/${slug}/${path}`, 'editor', { isBrowser: true });
        expect(text).toMatch(/<bdi>Pier Elders<\/bdi> → <bdi>Lighthouse Keepers<\/bdi>/);
        expect(text).toContain(`/sign-ons/${changed.id}/approve`);
        expect(text).not.toContain(`/sign-ons/${changed.id}/merge`);
      }
      const { json } = await ask(`/console/${slug}/sign-ons?status=waiting`, 'viewer');
      const listed = json.signOns.find(({ id }: { id: string }) => id === changed.id);
      expect(listed.proposed.organizationName).toBe('Lighthouse Keepers');
    });

    test('approves the new details', async () => {
      expect((await decideOn(changed.id, 'approve', 'editor')).status).toBe(200);
      expect(await nameOf()).toBe('Lighthouse Keepers');
    });

    test('rejects the change and, pressed twice, nothing more', async () => {
      for (const who of ['editor', 'editor', 'owner'] as const) {
        const { status, json } = await decideOn(changed.id, 'reject', who);
        expect([status, json.status]).toEqual([200, 'counted']);
      }
      expect(await nameOf()).toBe('Pier Elders');
    });

    test('does not reject the sign-on if someone else has just approved the change', async () => {
      await decideOn(changed.id, 'approve', 'editor');
      expect((await decideOn(changed.id, 'reject', 'owner')).status).toBe(409);
      expect(await nameOf()).toBe('Lighthouse Keepers');
    });
  });

  test('that contradicts another organizer’s new decision is stopped, and names who made it', async () => {
    await decideOn(one.id, 'approve', 'owner');
    const stopped = await decideOn(one.id, 'reject', 'second');
    expect(stopped.json).toMatchObject({
      type: '/problems/changed',
      status: 409,
      by: emailOf('owner'),
      decided: 'approved',
      detail: expect.stringContaining(emailOf('owner')),
    });
    const own = await decideOn(one.id, 'reject', 'owner');
    expect([own.status, own.json.status]).toEqual([200, 'rejected']);
    expect((await decideOn(one.id, 'approve', 'second')).json).toMatchObject({
      status: 409,
      by: emailOf('owner'),
    });
  });

  test('that contradicts another is made if the organizer has seen the other, and after ten minutes', async () => {
    await decideOn(one.id, 'approve', 'owner');
    const [last] = (await ask(`/console/${slug}/sign-ons/${one.id}`, 'second')).json.history;
    expect((await decideOn(one.id, 'reject', 'second', { seen: last.id })).status).toBe(200);
    await decideOn(two.id, 'approve', 'owner');
    desk.later(11 * 60_000);
    expect((await decideOn(two.id, 'reject', 'second')).status).toBe(200);
  });

  test('merges into a sign-on by its name, if exactly one counts under it', async () => {
    await decideOn(one.id, 'approve', 'editor');
    const none = await decideOn(two.id, 'merge', 'editor', { into: 'Harbor' });
    expect([none.status, none.json.outcome]).toEqual([409, 'no-such-other']);
    const short = await decideOn(two.id, 'merge', 'editor', { into: two.id.slice(0, 8).toUpperCase() });
    expect(short.json).toMatchObject({ outcome: 'the-same' });
    const merged = await decideOn(two.id, 'merge', 'editor', { into: ' harbor families ' });
    expect([merged.status, merged.json.status]).toEqual([200, 'duplicate']);
  });

  test('merges into a sign-on by its name, even if the name is part of many others', async () => {
    const others = Array.from({ length: 55 }, (_, index) =>
      aConfirmedSignOn({
        kind: 'organization',
        email: `${index}@example.org`,
        signed: organizationDetails(`Friends of Harbor Families ${index}`),
      }),
    );
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: others });
    await decideOn(one.id, 'approve', 'editor');
    const merged = await decideOn(two.id, 'merge', 'editor', { into: 'Harbor Families' });
    expect([merged.status, merged.json.status]).toEqual([200, 'duplicate']);
  });

  test('is in the log by its kind and by who made it', async () => {
    await decideOn(one.id, 'approve', 'editor');
    await decideOn(two.id, 'reject', 'owner');
    const found = async (query: string) =>
      (await ask(`/console/${slug}/log?${query}`, 'viewer')).json.events.map(
        ({ event, actor }: { event: string; actor: string }) => [event, actor],
      );
    expect(await found('event=approved')).toEqual([['approved', emailOf('editor')]]);
    expect(await found('actor=Owner@')).toEqual([['rejected', emailOf('owner')]]);
    expect(await found('event=approved&actor=owner')).toEqual([]);
    expect(await found('event=nonsense')).toHaveLength(2);
    const page = await ask(`/console/${slug}/log?event=approved`, 'viewer', { isBrowser: true });
    expect(page.text).toContain('Harbor Families');
  });

  test('can be undone: reject and reinstate, which brings back what waited', async () => {
    expect((await decideOn(one.id, 'reject', 'editor')).json.status).toBe('rejected');
    expect((await decideOn(one.id, 'reinstate', 'editor')).json.status).toBe('waiting');
    expect((await decideOn(one.id, 'reinstate', 'editor')).status).toBe(200);
    expect((await decideOn(two.id, 'reinstate', 'editor')).status).toBe(409);
  });

  test('about an id that is invalid, of another campaign or broken is 404', async () => {
    for (const id of ['0'.repeat(32), 'x', `${one.id}x`])
      expect((await decideOn(id, 'approve', 'owner')).status).toBe(404);
  });

  test('about several sign-ons reports the result of each', async () => {
    await decideOn(two.id, 'reject', 'editor');
    const { json } = await ask(`/console/${slug}/sign-ons/approve`, 'editor', {
      body: { ids: [one.id, two.id, 'none'] },
    });
    expect(json.results).toEqual([
      { id: one.id, status: 'approved' },
      { id: two.id, status: 'rejected', problem: expect.any(String) },
      { id: 'none', status: 'not-found', problem: expect.any(String) },
    ]);
    const form = await ask(`/console/${slug}/sign-ons/reject`, 'editor', {
      form: [['ids', one.id]],
      isBrowser: true,
    });
    expect([form.status, form.headers.location]).toEqual([
      303,
      `/console/${slug}/sign-ons?decided=reject&ids=${one.id}`,
    ]);
    expect((await ask(`/console/${slug}/sign-ons/reject`, 'editor', { body: {} })).status).toBe(422);
  });

  test('about several can be undone at once, and goes back to the list as it was filtered', async () => {
    const done = await ask(`/console/${slug}/sign-ons/reject`, 'editor', {
      form: [
        ['status', 'waiting'],
        ['because', 'free-mail'],
        ['ids', one.id],
        ['ids', two.id],
      ],
      isBrowser: true,
    });
    const { location = '' } = done.headers;
    expect(location).toContain(`/console/${slug}/sign-ons?status=waiting&because=free-mail&decided=reject`);
    const list = await ask(location, 'editor', { isBrowser: true });
    expect(list.text).toContain('2 signatures were rejected.');
    expect(list.text).toContain(`action="/console/${slug}/sign-ons/reinstate"`);
    const undone = await ask(`/console/${slug}/sign-ons/reinstate`, 'editor', {
      body: { ids: [one.id, two.id] },
    });
    expect(undone.json.results).toEqual([one.id, two.id].map((id) => ({ id, status: 'reinstated' })));
    expect((await ask(location, 'editor', { isBrowser: true })).text).not.toContain('were rejected.');
    expect((await ask(location, 'viewer', { isBrowser: true })).text).not.toContain('Undo');
  });

  /** What the list says after a decision about several in a browser, and which of them its Undo is about. */
  const boxAfter = async (
    ids: string[],
    decision: 'approve' | 'reject' | 'reinstate',
    who: keyof typeof cookies = 'editor',
  ) => {
    const { headers } = await ask(`/console/${slug}/sign-ons/${decision}`, who, {
      form: ids.map((id) => ['ids', id]),
      isBrowser: true,
    });
    return await boxOf(headers.location ?? '', who);
  };
  const boxOf = async (location: string, who: keyof typeof cookies = 'editor') => {
    const { text } = await ask(location, who, { isBrowser: true });
    const [box = ''] = /<div class="box">.*?<\/div>/s.exec(text) ?? [];
    return {
      says: [...box.matchAll(/<p role="status">(.*?)<\/p>/g)].map(([, words]) => words),
      undoes: box.includes('Undo') ? box.match(/[0-9a-f]{32}/g) : [],
    };
  };
  const changed = () => ({
    ...aConfirmedSignOn({
      kind: 'organization',
      email: 'pier@example.org',
      signed: organizationDetails('Pier Elders'),
    }),
    proposed: organizationDetails('Lighthouse Keepers'),
    proposedHash: 'hash',
    proposedAt: '2026-11-24T11:00:00.000Z',
  });
  const notUndoable = 'This cannot be undone here. To decide differently, open the signature.';

  test('about several offers to undo only what it has changed, and says what else is so', async () => {
    const other = changed();
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [other] });
    await decideOn(two.id, 'approve', 'owner');
    expect(await boxAfter([one.id, two.id, other.id], 'approve')).toEqual({
      says: [
        '1 signature was approved.',
        `1 signature was already approved. 1 change to the details was approved. ${notUndoable}`,
      ],
      undoes: [one.id],
    });
  });

  test('about several says which of them do not count, since another signature of the organization does', async () => {
    const stranger = aConfirmedSignOn({
      kind: 'organization',
      email: 'eve@evil.example',
      signed: organizationDetails('Harbor Families'),
      organizationKey: organizationKey('Harbor Families'),
    });
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [stranger] });
    await desk.test.put({ ...claimKey(slug, stranger.organizationKey ?? ''), holder: stranger.id });
    const list = `/console/${slug}/sign-ons?decided=approve&ids=${one.id},${two.id}`;
    const { json } = await ask(`/console/${slug}/sign-ons/approve`, 'editor', {
      body: { ids: [one.id, two.id] },
    });
    expect(json.results).toEqual([
      { id: one.id, status: 'approved' },
      { id: two.id, status: 'approved' },
    ]);
    expect((await boxOf(list)).says).toEqual([
      '2 signatures were approved.',
      expect.stringContaining('1 signature does not count'),
    ]);
    const { text } = await ask(list, 'editor', { isBrowser: true });
    expect(text).toMatch(
      new RegExp(`1 signature does not count.*?<ul><li><a href="/console/${slug}/sign-ons/${one.id}">`, 's'),
    );
  });

  test.each([
    ['approve', 'approved'],
    ['reject', 'rejected'],
  ] as const)('about several says after %s that a change was decided', async (decision, done) => {
    const other = changed();
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [other] });
    const box = { says: [`1 change to the details was ${done}. ${notUndoable}`], undoes: [] };
    expect(await boxAfter([other.id], decision)).toEqual(box);
    expect(await boxAfter([other.id], decision)).toEqual(box);
  });

  test.each([
    ['approve', 'approved'],
    ['reject', 'rejected'],
    ['reinstate', 'reinstated'],
  ] as const)('about several keeps its undo when %s is pressed twice', async (decision, done) => {
    if (decision === 'reinstate') await decideOn(one.id, 'reject', 'editor');
    const box = { says: [`1 signature was ${done}.`], undoes: [one.id] };
    expect(await boxAfter([one.id], decision)).toEqual(box);
    expect(await boxAfter([one.id], decision)).toEqual(box);
    const before = { says: [`1 signature was already ${done}. ${notUndoable}`], undoes: [] };
    expect(await boxAfter([one.id], decision, 'owner')).toEqual(before);
    desk.later(11 * 60_000);
    expect(await boxAfter([one.id], decision)).toEqual(before);
  });

  test('about several is not believed from an address alone', async () => {
    const counted = changed();
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [counted] });
    for (const address of [
      'decided=approve&others=999',
      `decided=approve&ids=${one.id}`,
      `decided=reject&ids=${one.id}`,
      `decided=reinstate&ids=${counted.id}`,
    ])
      expect(await boxOf(`/console/${slug}/sign-ons?${address}`)).toEqual({ says: [], undoes: [] });
    await decideOn(one.id, 'approve', 'owner');
    const { says } = await boxOf(`/console/${slug}/sign-ons?decided=approve&ids=${one.id},${one.id}`);
    expect(says).toEqual([`1 signature was already approved. ${notUndoable}`]);
  });

  test('about several refuses a list that it cannot do whole, and changes nothing', async () => {
    const before = desk.store.changes.length;
    const many = Array.from({ length: 201 }, (_, index) => index.toString(16).padStart(32, '0'));
    for (const [ids, message] of [
      [[...many.slice(1), one.id, two.id], expect.stringContaining('200')],
      [[one.id, 7], expect.any(String)],
    ]) {
      const { status, json } = await ask(`/console/${slug}/sign-ons/approve`, 'editor', { body: { ids } });
      expect([status, json.errors]).toEqual([422, [{ field: 'ids', message }]]);
    }
    expect(desk.store.changes).toHaveLength(before);
  });

  test('about several reads the log once, and stops an older contrary decision all the same', async () => {
    await decideOn(two.id, 'approve', 'owner');
    const three = waiting('Pier Elders');
    await seed(desk.test, {
      settings: { organizers: [...organizers, second], review: 'flagged' },
      signOns: [three],
    });
    const { query } = desk.store;
    let wholeLogs = 0;
    desk.store.query = (schema, options) => {
      if (options.prefix === 'EVENT#' && options.newestFirst) wholeLogs++;
      return query(schema, options);
    };
    const { json } = await ask(`/console/${slug}/sign-ons/reject`, 'second', {
      body: { ids: [one.id, two.id, three.id] },
    });
    expect(json.results.map(({ status }: { status: string }) => status)).toEqual([
      'rejected',
      'contrary',
      'rejected',
    ]);
    expect(wholeLogs).toBe(1);
  });

  test('about several sees what another organizer decides in the meantime', async () => {
    const { transact } = desk.store;
    desk.store.transact = async (writes) => {
      desk.store.transact = transact;
      await decideOn(two.id, 'approve', 'owner');
      return await transact(writes);
    };
    const { json } = await ask(`/console/${slug}/sign-ons/reject`, 'second', {
      body: { ids: [one.id, two.id] },
    });
    expect(json.results.map(({ status }: { status: string }) => status)).toEqual(['rejected', 'contrary']);
  });

  test('about several stops before the gateway gives up, and says what is left', async () => {
    const { transact } = desk.store;
    desk.store.transact = (writes) => {
      desk.later(21_000);
      return transact(writes);
    };
    const form = await ask(`/console/${slug}/sign-ons/approve`, 'editor', {
      form: [
        ['ids', one.id],
        ['ids', two.id],
      ],
      isBrowser: true,
    });
    desk.store.transact = transact;
    expect(form.status).toBe(200);
    expect(form.text).toMatch(/Dock Workers<\/bdi><\/a>: There was no time/);
    const { json } = await ask(`/console/${slug}/sign-ons?status=waiting`, 'editor');
    expect(json.signOns).toEqual([expect.objectContaining({ id: two.id })]);
  });

  test.each(['approve', 'split', 'promote', 'merge'] as const)(
    'is not made about other words than its page showed: %s',
    async (decision) => {
      const settings = { organizers, review: 'flagged' } as const;
      const of = (name: string, email: string) =>
        ({ kind: 'organization', email, signed: organizationDetails(name) }) as const;
      const holder = aConfirmedSignOn(of('Pier Club', 'ana@pier.example.org'));
      const duplicate = aConfirmedSignOn({
        ...of('Pier Club', 'ben@pier.example.org'),
        eligible: 'no',
        counted: 'no',
      });
      const reviewed = decision === 'approve' || decision === 'merge';
      const typed = reviewed ? waiting('Pier Choir') : duplicate;
      await seed(desk.test, { settings, signOns: [holder, typed] });
      const path = `/console/${slug}/sign-ons/${typed.id}`;
      const page = await ask(path, 'editor', { isBrowser: true });
      const { shown } = (await ask(path, 'editor')).json;
      expect(page.text).toContain(`<input type="hidden" name="shown" value="${shown}"`);
      const signed = organizationDetails(reviewed ? 'Shoreline Coalition' : 'Pier Club', {
        city: 'Elsewhere',
      });
      const since = { ...typed, signed, signedHash: 'typed-since' };
      await seed(desk.test, { settings, signOns: [since] });
      const body = { into: holder.id };
      const { status, json } = await decideOn(typed.id, decision, 'editor', { ...body, shown });
      expect([status, json.outcome]).toEqual([409, 'changed']);
      expect((await ask(path, 'editor')).json).toMatchObject({ shown: shownHashOf(since), eligible: 'no' });
      // What is not printed, such as the title, is not what an organizer decides on.
      const retitled = { ...since, signed: { ...signed, title: 'Treasurer' }, signedHash: 'retitled' };
      await seed(desk.test, { settings, signOns: [retitled] });
      for (const time of [1, 2]) {
        const again = await decideOn(typed.id, decision, 'editor', { ...body, shown: shownHashOf(since) });
        expect([time, again.status]).toEqual([time, 200]);
      }
    },
  );

  test('does not reject a sign-on whose change its page showed, after the signer has dropped the change', async () => {
    const settings = { organizers, review: 'flagged' } as const;
    const { proposed, proposedHash, ...kept } = aConfirmedSignOn({
      kind: 'organization',
      signed: organizationDetails('Moss Walkers'),
      proposed: organizationDetails('Moss Walkers', { city: 'Albany' }),
      proposedHash: 'albany',
    });
    await seed(desk.test, { settings, signOns: [kept] });
    const ofChange = shownHashOf({ ...kept, proposed });
    const { json } = await decideOn(kept.id, 'reject', 'editor', { shown: ofChange });
    expect(json.outcome).toBe('changed');
    // The signer has withdrawn and signed again, and waits for review as a whole.
    await seed(desk.test, {
      settings,
      signOns: [{ ...waiting('Moss Walkers'), id: kept.id, signedHash: 'again' }],
    });
    const shown = { shown: ofChange };
    expect((await decideOn(kept.id, 'reject', 'editor', { ...shown, change: 'yes' })).json.outcome).toBe(
      'changed',
    );
    await seed(desk.test, { settings, signOns: [{ ...kept, proposed, proposedHash }] });
    expect((await decideOn(kept.id, 'reject', 'editor', { shown: shownHashOf(kept) })).json.outcome).toBe(
      'changed',
    );
    expect((await decideOn(kept.id, 'reject', 'editor', { shown: ofChange })).json.status).toBe('counted');
    expect((await decideOn(kept.id, 'reject', 'owner', { shown: ofChange })).json.status).toBe('counted');
    await seed(desk.test, { settings, signOns: [{ ...kept, proposed, proposedHash }] });
    for (const time of [1, 2]) {
      const { status } = await decideOn(kept.id, 'approve', 'editor', { shown: ofChange });
      expect([time, status]).toEqual([time, 200]);
    }
  });

  test('does not merge one that counts if it has other words when the merge is written', async () => {
    const settings = { organizers, review: 'none' } as const;
    const [first, second] = ['Pier Club', 'Pier Choir'].map((name) =>
      aConfirmedSignOn({
        kind: 'organization',
        email: `${name.slice(5)}@pier.example.org`,
        signed: organizationDetails(name),
      }),
    );
    if (!first || !second) throw new Error('two were made');
    await seed(desk.test, { settings, signOns: [first, second] });
    const { transact } = desk.store;
    desk.store.transact = async (writes) => {
      desk.store.transact = transact;
      const signed = organizationDetails('Pier Choir of Albany');
      await desk.test.put({ ...signOnKey(slug, second.id), ...second, signed, signedHash: 'typed-since' });
      return await transact(writes);
    };
    const { json } = await decideOn(second.id, 'merge', 'editor', {
      into: first.id,
      shown: shownHashOf(second),
    });
    expect(json.outcome).toBe('changed');
  });

  test('about several is not made about other words than the list showed, nor about another change', async () => {
    const shownOf = ({ text }: { text: string }) =>
      [...text.matchAll(/name="shown" value="([^"]+)"/g)].map(([, value = '']): [string, string] => [
        'shown',
        value,
      ]);
    const first = waiting('Pier Club');
    const proposing = aConfirmedSignOn({
      kind: 'organization',
      email: 'moss@example.org',
      signed: organizationDetails('Moss Walkers'),
      proposed: organizationDetails('Moss Walkers', { city: 'Albany' }),
      proposedHash: 'albany',
    });
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [first, proposing] });
    const list = await ask(`/console/${slug}/sign-ons`, 'editor', { isBrowser: true });
    await seed(desk.test, {
      settings: { organizers, review: 'flagged' },
      signOns: [
        { ...first, signed: organizationDetails('Pier Clubs'), signedHash: 'second' },
        { ...proposing, proposed: organizationDetails('Harbor Families'), proposedHash: 'families' },
      ],
    });
    const ids = [first.id, proposing.id, one.id].map((id): [string, string] => ['ids', id]);
    const answer = await ask(`/console/${slug}/sign-ons/approve`, 'editor', {
      form: [...shownOf(list), ...ids],
      isBrowser: true,
    });
    expect(answer.text.match(/The signer has just corrected it/g)).toHaveLength(2);
    const { json } = await ask(`/console/${slug}/sign-ons?status=waiting`, 'editor');
    expect(json.signOns.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [first.id, proposing.id, two.id].toSorted(),
    );
  });

  test('from the review leads to the next one', async () => {
    const page = await ask(`/console/${slug}/review`, 'editor', { isBrowser: true });
    expect(page.text).toContain('data-key="a"');
    const done = await ask(`/console/${slug}/sign-ons/${one.id}/approve`, 'editor', {
      form: { from: 'review' },
      isBrowser: true,
    });
    expect(done.headers.location).toBe(`/console/${slug}/review?decided=${one.id}`);
    const next = await ask(`/console/${slug}/review`, 'editor');
    expect([next.json.left, next.json.signOn.id]).toEqual([1, two.id]);
  });

  test('is asked for in the review of every one that waits, however many were put off', async () => {
    const others = Array.from({ length: 60 }, (_, index) => waiting(`Harbor Group ${index}`));
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: others });
    const seen = new Set<string>();
    for (let number = 0; number < 62; number++) {
      const { json } = await ask(`/console/${slug}/review?skip=${[...seen]}`, 'editor');
      expect(json.left).toBe(62);
      seen.add(json.signOn.id);
    }
    expect(seen.size).toBe(62);
    expect((await ask(`/console/${slug}/review?skip=${[...seen]}`, 'editor')).json.signOn).toBeNull();
  });

  test('from the review says what was decided, with a link to change it', async () => {
    const { headers } = await ask(`/console/${slug}/sign-ons/${one.id}/reject`, 'editor', {
      form: { from: 'review', skip: `${two.id},<b>` },
      isBrowser: true,
    });
    expect(headers.location).toBe(`/console/${slug}/review?decided=${one.id}&skip=${two.id}`);
    const [path = '', query] = (headers.location ?? '').split('?');
    const { text } = await ask(`${path}?${query}`, 'editor', { isBrowser: true });
    expect(text).toContain('<bdi>Harbor Families</bdi> <span class="badge">Rejected</span>');
    expect(text).toContain(`<a href="/console/${slug}/sign-ons/${one.id}">Change this decision</a>`);
    // A signature that was put off still waits.
    expect(text).toContain('1 signature is still waiting');
    expect(text).not.toContain('Nothing is waiting');
    expect((await ask(`/console/${slug}/review?decided=../x`, 'editor', { isBrowser: true })).status).toBe(
      200,
    );
  });

  test('offers to keep apart only what has another signature to be kept apart from', async () => {
    const page = (id: string) => ask(`/console/${slug}/sign-ons/${id}`, 'editor', { isBrowser: true });
    expect((await page(one.id)).text).not.toContain(`${one.id}/split`);
    await decideOn(one.id, 'approve', 'editor');
    const namesake = waiting('Harbor Families', { email: 'other@example.org' });
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [namesake] });
    expect((await page(namesake.id)).text).toContain(`${namesake.id}/split`);
    expect((await decideOn(namesake.id, 'split', 'editor')).json.status).toBe('counted');
  });

  test('is made on a page that names the campaign, in its color and with its logo', async () => {
    const logo = { file: 'logo.svg', name: 'abc.svg', width: 220, height: 40 };
    await seed(desk.test, {
      settings: { organizers, review: 'flagged', branding: { color: '#0f5b52', logo } },
      signOns: [],
    });
    for (const path of ['sign-ons', 'review', 'texts', 'log']) {
      const { text } = await ask(`/console/${slug}/${path}`, 'owner', { isBrowser: true });
      expect(text).toContain(
        `<a href="/console/${slug}"><bdi>${aCampaign().title}</bdi></a> <code>${slug}</code>`,
      );
      expect(text).toContain('fill="#0f5b52"');
      expect(text).toContain(`<img src="/${slug}/release/logos/abc.svg"`);
    }
  });

  test('shows a name that is equal to another as the same, and one that differs as similar', async () => {
    const words = async (name: string, flags: SignOn['flags']): Promise<string> => {
      const signOn = waiting(name, { email: `${name.length}@example.org`, flags });
      await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [signOn] });
      return (await ask(`/console/${slug}/sign-ons/${signOn.id}`, 'viewer')).json.evidence[0].words;
    };
    const fixed = [{ flag: 'protected-name' as const, name: 'Shoreline Coalition' }];
    expect(await words('shoreline coalition', fixed)).toMatch(/^Same name as “Shoreline Coalition”/);
    expect(await words('Shorelin Coalition', fixed)).toMatch(/^Name similar to “Shoreline Coalition”/);
    const alike = [
      { flag: 'look-alike' as const, organizationKey: '2:harbor families', id: one.id, score: 100 },
    ];
    expect(await words('Harbor Families', alike)).toBe('Same name as one that has signed (Harbor Families)');
    expect(await words('Harbor Familles', alike)).toMatch(/^Name similar to/);
  });

  test('about nothing says so once, and leads back', async () => {
    const { text } = await ask(`/console/${slug}/sign-ons/reject`, 'editor', { form: {}, isBrowser: true });
    expect(text).toContain('Nothing was selected. Select signatures first.');
    expect(text).not.toContain('ids:');
  });
});

describe('the table', () => {
  test('has every sign-on, is safe for spreadsheets, and has no nonce', async () => {
    const formula = waiting('=HYPERLINK(1)', { email: 'formula@example.org' });
    await seed(desk.test, { settings: { organizers, review: 'flagged' }, signOns: [formula] });
    const answer = await ask(`/console/${slug}/export.csv`, 'editor');
    const table = Buffer.from(answer.text, 'base64').toString();
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(table.startsWith('\uFEFF"id","kind"')).toBe(true);
    expect(table).toContain(`"'=HYPERLINK(1)"`);
    expect(table.trim().split('\r\n')).toHaveLength(4);
    expect(table).not.toContain(one.nonce);
  });

  test('has for a CRM who was chosen', async () => {
    const asked = waiting('Harbor Families', { email: 'asked@example.org', review: 'approved' });
    const signed = { ...asked.signed, name: 'Ana Ruiz', language: 'en', newsletter: true } as const;
    await seed(desk.test, { settings: { organizers }, signOns: [{ ...asked, signed }] });
    const answer = await ask(
      `/console/${slug}/export.csv?format=action-network&only=&only=newsletter&since=2026-01-01T00:00`,
      'editor',
    );
    const [heading = '', ...rows] = Buffer.from(answer.text, 'base64').toString().trim().split('\r\n');
    expect(heading).toContain('"email","first_name","last_name"');
    expect(rows).toEqual([expect.stringContaining('"asked@example.org","Ana","Ruiz"')]);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${slug}-action-network.csv"`);
  });

  describe('that is too large for an answer', () => {
    const refused = async () => {
      let read = 0;
      const { query } = desk.store;
      desk.store.query = (schema, options) => {
        if (options.PK.startsWith('SIGNONS#')) {
          read++;
          desk.later(pageMilliseconds);
        }
        return query(schema, options);
      };
      const { status, json } = await ask(`/console/${slug}/export.csv`, 'editor');
      expect([status, json.detail]).toEqual([413, expect.stringContaining('campaign export')]);
      return read;
    };
    let pageMilliseconds = 0;

    test('is refused before all of it is read', async () => {
      pageMilliseconds = 0;
      const name = 'x'.repeat(500_000);
      for (let index = 0; index < 10; index++) {
        const id = `0${index}`.padEnd(32, '0');
        const signOn = { ...aConfirmedSignOn({ signed: { name, language: 'en' } }), id };
        desk.store.put({ PK: `SIGNONS#${slug}#0`, SK: `SIGNON#${id}`, ...signOn });
      }
      expect(await refused()).toBe(1);
    });

    test('is refused while there is still time to answer', async () => {
      pageMilliseconds = 9000;
      const signOns = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => waiting(name));
      await seed(desk.test, { settings: { organizers }, signOns });
      expect(await refused()).toBeLessThan(16);
    });
  });

  test('is refused with the cure of each wrong choice', async () => {
    const answer = await ask(
      `/console/${slug}/export.csv?format=excel&only=organizations,individuals&since=soon`,
      'editor',
    );
    expect([answer.status, answer.json.type]).toEqual([422, '/problems/invalid']);
    expect(answer.json.errors).toEqual([
      { field: 'format', message: expect.stringContaining('action-network') },
      { field: 'only', message: expect.stringContaining('exclude each other') },
      { field: 'since', message: expect.stringContaining('2026-11-28T10:00') },
    ]);
    const outOfRange = await ask(`/console/${slug}/export.csv?since=%2B275760-09-13T23:59`, 'editor');
    expect([outOfRange.status, outOfRange.json.errors]).toEqual([
      422,
      [expect.objectContaining({ field: 'since' })],
    ]);
    const page = await ask(`/console/${slug}/export.csv?format=excel`, 'editor', { isBrowser: true });
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('Choose one of these')]);
  });
});

describe('a command', () => {
  test('holds, pauses and resumes, and answers with the overview', async () => {
    const held = await ask(`/console/${slug}/hold`, 'owner', { body: {} });
    expect([held.status, held.json.held]).toEqual([200, true]);
    expect((await ask(`/console/${slug}/resume`, 'owner', { body: {} })).json.held).toBe(false);
    expect((await ask(`/console/${slug}/pause`, 'owner', { body: {} })).json.paused).toBe(true);
    expect((await ask(`/console/${slug}/unpause`, 'owner', { body: {} })).json.paused).toBe(false);
    const form = await ask(`/console/${slug}/hold`, 'owner', { form: {}, isBrowser: true });
    expect([form.status, form.headers.location]).toEqual([303, `/console/${slug}`]);
  });

  test('lets confirmations go that are stopped, which the overview says to owners', async () => {
    const until = '2999-01-01T00:00:00.000Z';
    await seed(desk.test, { settings: { organizers }, gate: { confirmationStop: { until } } });
    const page = await ask(`/console/${slug}`, 'owner', { isBrowser: true });
    expect(page.text).toContain('Confirmation emails wait until');
    expect(page.text).toContain(`/console/${slug}/resume-mail`);
    expect((await ask(`/console/${slug}`, 'editor', { isBrowser: true })).text).not.toContain('resume-mail');
    expect((await ask(`/console/${slug}/resume-mail`, 'editor', { body: {} })).status).toBe(403);
    const { status, json } = await ask(`/console/${slug}/resume-mail`, 'owner', { body: {} });
    expect([status, json.confirmations]).toEqual([200, undefined]);
  });

  test('that publishes asks for the slug, says what follows, and changes nothing before', async () => {
    await seed(desk.test, { settings: { organizers }, gate: { organizations: 3, held: 'yes' } });
    for (const [command, body] of [
      ['resume', {}],
      ['publish', {}],
      ['publish', { confirm: 'other-letter' }],
      ['erase', {}],
    ] as const) {
      const before = desk.store.changes.length;
      const { json } = await ask(`/console/${slug}/${command}`, 'owner', { body });
      expect(json).toMatchObject({
        status: 409,
        type: '/problems/changed',
        confirm: slug,
        follows: expect.any(String),
      });
      expect(desk.store.changes).toHaveLength(before);
    }
    const { follows } = (await ask(`/console/${slug}/publish`, 'owner', { body: {} })).json;
    expect(follows).toContain('Each signer gets an email.');
    for (const nobody of ['recipient', 'press list', 'is emailed to']) expect(follows).not.toContain(nobody);
    const page = await ask(`/console/${slug}/resume`, 'owner', { form: {}, isBrowser: true });
    expect([page.status, page.text.includes('name="confirm"')]).toEqual([409, true]);
    expect((await gateOf(desk.test)).status).toBe('collecting');
    const done = await ask(`/console/${slug}/resume`, 'owner', { body: { confirm: slug } });
    expect([done.status, done.json.status]).toEqual([200, 'publishing']);
    expect((await gateOf(desk.test)).status).toBe('publishing');
    expect((await ask(`/console/${slug}/hold`, 'owner', { body: {} })).json).toMatchObject({ status: 409 });
  });

  test('that is not possible says why', async () => {
    const outcomes = [];
    for (const command of ['take-down', 'embargo', 'supplement', 'delivered'])
      outcomes.push(
        (await ask(`/console/${slug}/${command}`, 'owner', { body: { confirm: slug } })).json.outcome,
      );
    expect(outcomes).toEqual(['not-published', 'no-time', 'not-published', 'not-awaited']);
  });
});

describe('with a hundred thousand sign-ons', () => {
  const rows = 100_000;
  const idOf = (index: number): string =>
    index.toString(16).padStart(5, '0').split('').reverse().join('').padEnd(32, '0');

  test('overview and first page read a limited number of items, and figures are as of the last pass', async () => {
    const template = aConfirmedSignOn();
    for (let index = 0; index < rows; index++) {
      const id = idOf(index);
      desk.store.put({
        PK: `SIGNONS#${slug}#${Number.parseInt(id[0] ?? '0', 16)}`,
        SK: `SIGNON#${id}`,
        ...template,
        id,
      });
    }
    let read = 0;
    const { query } = desk.store;
    desk.store.query = async (schema, options) => {
      const page = await query(schema, options);
      read += page.items.length;
      return page;
    };
    expect((await ask(`/console/${slug}`, 'viewer')).json).toMatchObject({ waiting: null, asOf: null });
    const ofOverview = read;
    read = 0;
    const { json } = await ask(`/console/${slug}/sign-ons`, 'viewer');
    expect(json.signOns).toHaveLength(50);
    expect([ofOverview <= 2100, read <= 2100]).toEqual([true, true]);
    desk.store.query = query;
    const found = await ask(`/console/${slug}/sign-ons?q=harbor`, 'viewer');
    expect(found.json.signOns[0].name).toBe('Harbor Families');
    for (let minute = 0; minute < 50; minute++) {
      desk.later(60_000);
      await sweepOnce(desk.test, desk.now());
    }
    const swept = (await ask(`/console/${slug}`, 'viewer')).json;
    expect(swept.waiting).toEqual({ unconfirmed: 0, review: 2, duplicates: 0 });
    expect(Date.parse(swept.asOf)).toBeLessThan(desk.now().getTime());
  });
});
