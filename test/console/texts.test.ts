import { beforeEach, describe, expect, test } from '@jest/globals';
import { signOnKey } from '../../shared/table/keys.ts';
import { readSettings } from '../../shared/table/settings.ts';
import { aRelease } from '../campaign-folder/a-folder.ts';
import { commentedRelease, type FolderDesk, newFolderDesk } from '../support/console-folder.ts';
import { aConfirmedSignOn, organizationDetails, slug } from '../support/records.ts';
import { gateOf } from '../support/store.ts';

let desk: FolderDesk;
beforeEach(async () => {
  desk = await newFolderDesk();
});

const setGate = (values: Record<string, unknown>): void => {
  const [gate] = desk.store.items().filter(({ PK, SK }) => PK === `CAMPAIGN#${slug}` && SK === 'GATE');
  desk.store.put({ PK: `CAMPAIGN#${slug}`, SK: 'GATE', ...gate, ...values });
};

test('the folder is JSON for programs and the page “Texts” for a browser', async () => {
  expect((await desk.askAs('viewer', 'folder')).json.files).toHaveProperty(['letter.md']);
  const page = await desk.askAs('viewer', 'folder', { isBrowser: true });
  expect(page.text).toContain('<h1>Texts and settings</h1>');
});

describe('a quote', () => {
  const approve = async (body: Record<string, unknown>, who: 'owner' | 'editor' = 'owner') =>
    desk.askAs(who, 'folder/quotes', {
      body: { version: (await desk.stands()).version, file: 'release.md', ...body },
    });

  test('is approved by an owner with one press, and taken back, and nothing else of its file changes', async () => {
    expect((await approve({ quote: 2 }, 'editor')).json).toMatchObject({ status: 403, role: 'owner' });
    const done = await approve({ quote: 2 });
    expect([done.status, done.json.changed]).toEqual([200, ['quotes approved', 'release']]);
    const { files } = await desk.stands();
    expect(files['release.md']).toBe(
      commentedRelease.replace('Ben Okafor. }', 'Ben Okafor., approved: true }'),
    );
    expect((await gateOf(desk.test)).quotesApproved).toBe('yes');
    expect((await approve({ quote: 2, approved: 'no' })).status).toBe(200);
    expect((await gateOf(desk.test)).quotesApproved).toBe('no');
  });

  test('that opens the gate wants the slug; one that is none is not found; a stale page is stopped', async () => {
    setGate({ organizations: 200 });
    expect((await approve({ quote: 2 })).json).toMatchObject({ status: 409, confirm: slug });
    expect((await approve({ quote: 9 })).status).toBe(404);
    expect((await approve({ quote: 'x' })).status).toBe(422);
    expect((await approve({ quote: 2, version: 'old' })).json).toMatchObject({
      outcome: 'changed-meanwhile',
    });
    const page = await desk.askAs('owner', 'folder/quotes', {
      form: { version: (await desk.stands()).version, file: 'release.md', quote: '2', approved: 'yes' },
      isBrowser: true,
    });
    expect([page.status, page.text.includes('name="confirm"')]).toEqual([409, true]);
    expect((await approve({ quote: 2, confirm: slug })).json.publishing).toBe(true);
    const back = await desk.askAs('owner', 'folder/quotes', {
      form: { version: (await desk.stands()).version, file: 'release.md', quote: '2', approved: 'yes' },
      isBrowser: true,
    });
    expect(back.headers.location).toMatch(/\/texts\?applied=unchanged#quotes$/);
  });
});

describe('the settings form', () => {
  const save = async (form: Record<string, string>) =>
    desk.askAs('owner', 'settings', {
      form: { version: (await desk.stands()).version, ...form },
      isBrowser: true,
    });

  test('writes the keys of campaign.yaml and the press list, with their comments', async () => {
    const done = await save({
      opens: '2026-11-20T09:00',
      closes: '',
      organizations: '20',
      'organizers.0.name': 'Ana Ruiz',
      'organizers.0.email': 'owner@example.org',
      'organizers.0.role': 'owner',
      'organizers.1.name': 'Second',
      'organizers.1.email': 'second@example.org',
      'organizers.1.role': 'editor',
      'organizers.2.email': 'editor@example.org',
      'organizers.2.remove': 'on',
      'organizer.name': 'Zoë, "Z"',
      'organizer.email': 'zoe@example.org',
      'organizer.role': 'viewer',
      'contact.email': 'new@example.com',
      'contact.outlet': 'The "Daily", Example',
      'contact.embargoed': 'on',
    });
    expect([done.status, done.headers.location]).toEqual([303, `/console/${slug}/settings?applied=updated`]);
    const { files } = await desk.stands();
    for (const comment of ['# Ask Ana before June.', '# whoever decides'])
      expect(files['campaign.yaml']).toContain(comment);
    expect(files['press-list.csv']).toContain('new@example.com,,"The ""Daily"", Example",yes');
    const { settings } = (await readSettings(desk.store, slug)) ?? {};
    expect(settings?.organizers).toEqual([
      { name: 'Ana Ruiz', email: 'owner@example.org' },
      { name: 'Second', email: 'second@example.org', role: 'editor' },
      { name: 'Vi', email: 'viewer@example.org', role: 'viewer' },
      { name: 'Zoë, "Z"', email: 'zoe@example.org', role: 'viewer' },
    ]);
    expect((await gateOf(desk.test)).thresholdOrganizations).toBe(20);
    const page = await desk.askAs('owner', 'settings', { isBrowser: true });
    expect(page.text).toContain('value="2026-11-20T09:00"');
    expect((await desk.askAs('viewer', 'settings', { isBrowser: true })).status).toBe(403);
  });

  test.each<Record<string, string>>([
    { 'contact.name': 'Nia Obi' },
    { 'contact.outlet': 'The Daily Example' },
  ])('asks for the address of a new press contact that has none: %j', async (contact) => {
    const before = await desk.stands();
    const page = await save({ ...contact, 'contact.embargoed': 'on' });
    expect(page.status).toBe(422);
    for (const typed of Object.values(contact)) expect(page.text).toContain(`value="${typed}"`);
    expect(page.text).toContain('press-list.csv');
    expect(await desk.stands()).toEqual(before);
    expect((await save({ 'contact.embargoed': 'on' })).headers.location).toMatch(/applied=unchanged$/);
  });

  test('shows what is wrong with what was typed, and changes nothing', async () => {
    const before = await desk.stands();
    const page = await save({
      title: 'A new title',
      visibility: 'link',
      organizations: 'many',
      'organizer.email': 'nobody',
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain('role="alert"');
    expect(page.text).toContain(`action="/console/${slug}/settings"`);
    for (const typed of ['value="A new title"', 'value="many"', 'value="nobody"'])
      expect(page.text).toContain(typed);
    expect(await desk.stands()).toEqual(before);
    const done = await save({ title: 'A new title', visibility: 'link' });
    expect(done.headers.location).toBe(`/console/${slug}/settings?applied=updated`);
    const { settings } = (await readSettings(desk.store, slug)) ?? {};
    expect(settings).toMatchObject({ title: 'A new title', visibility: 'link' });
  });
});

describe('a new campaign', () => {
  const create = (who: 'owner' | 'editor', body: Record<string, unknown>) =>
    desk.ask('/console/new', { cookie: desk.cookies[who], body });

  test('is a copy that nothing can make public by mistake', async () => {
    const source = await desk.stands();
    const made = await create('owner', { from: slug, slug: 'river-park' });
    expect([made.status, made.json]).toEqual([
      201,
      expect.objectContaining({ slug: 'river-park', from: slug, held: true }),
    ]);
    expect(made.headers.location).toBe('/console/river-park/texts');
    const cookie = desk.cookies.owner;
    const { json } = await desk.ask('/console/river-park', { cookie });
    expect(json).toMatchObject({
      held: true,
      paused: true,
      open: false,
      counts: { organizations: 0 },
      threshold: { organizations: 170 },
    });
    expect(json.gate.waitingFor).toEqual(expect.arrayContaining(['hold', 'quotes']));
    const { files } = (await desk.ask('/console/river-park/folder', { cookie })).json;
    expect(files['campaign.yaml']).toContain('# Ask Ana before June.');
    expect(files['campaign.yaml']).toContain('visibility: link');
    expect(files['campaign.yaml']).not.toMatch(/closes|notBefore/);
    expect(files['release.md']).not.toContain('approved: true');
    expect(files['press-list.csv']).toBeUndefined();
    expect(files['letter.md']).toBe(source.files['letter.md']);
    const page = await desk.ask('/console/new', { cookie, isBrowser: true });
    expect([page.status, page.text.includes('value="river-park"')]).toEqual([200, true]);
  });

  test('needs a source that one owns, and a name that is free', async () => {
    expect((await create('editor', { from: slug, slug: 'river-park' })).json).toMatchObject({
      status: 403,
      role: 'owner',
    });
    expect((await create('owner', { from: 'foreign', slug: 'river-park' })).status).toBe(404);
    expect((await create('owner', { slug: 'river-park' })).json.errors).toEqual([
      { field: 'from', message: expect.any(String) },
    ]);
    for (const name of ['', 'x', 'River', 'río-park', 'new', 'api', 'a/b', 7])
      expect((await create('owner', { from: slug, slug: name })).json).toMatchObject({
        status: 422,
        errors: [{ field: 'slug' }],
      });
    expect((await create('owner', { from: slug, slug })).json).toMatchObject({
      status: 409,
      outcome: 'slug-taken',
    });
    expect((await desk.ask('/console/new', { body: { from: slug, slug: 'river-park' } })).status).toBe(401);
  });
});

describe('a correction', () => {
  const changed = { 'letter.md': 'x' };
  const correct = async (more: Record<string, unknown>, who: 'owner' | 'editor' = 'owner') => {
    const { files } = await desk.stands();
    changed['letter.md'] = (files['letter.md'] ?? '').replace('Keep the trees.', 'Keep all trees.');
    const release = commentedRelease.replace('Ben Okafor. }', 'Ben Okafor., approved: true }');
    return await desk.askAs(who, 'correct', {
      body: { files: { ...files, ...changed, 'release.md': release }, ...more },
    });
  };

  test('is published by an owner with note and slug, and says before for how many', async () => {
    expect((await correct({ note: 'A year.', confirm: slug })).json).toMatchObject({
      status: 409,
      outcome: 'not-published',
    });
    setGate({ status: 'published', publishedAt: desk.now().toISOString() });
    expect((await correct({ note: 'A year.' }, 'editor')).status).toBe(403);
    expect((await correct({ confirm: slug })).json).toMatchObject({
      status: 422,
      errors: [{ field: 'note' }],
    });
    expect((await correct({ note: 'A year.' })).json).toMatchObject({
      status: 409,
      confirm: slug,
      follows: expect.stringContaining('press'),
    });
    const done = await correct({ note: 'A year.', confirm: slug });
    expect([done.status, done.json.status]).toEqual([200, 'published']);
    expect((await desk.stands()).files['letter.md']).toContain('Keep all trees.');
    expect((await correct({ note: 'A year.', confirm: slug })).json).toMatchObject({
      status: 409,
      outcome: 'unchanged',
    });
    const { events } = (await desk.askAs('owner', 'log')).json;
    expect(events[0]).toMatchObject({ event: 'corrected', actor: 'owner@example.org', note: 'A year.' });
    const page = await desk.askAs('owner', 'texts', { isBrowser: true });
    expect(page.text).toContain(`formaction="/console/${slug}/correct"`);
  });

  test('of another version is stopped: it names who published it, and keeps what was typed', async () => {
    setGate({ status: 'published', publishedAt: desk.now().toISOString() });
    const { files, version } = await desk.stands();
    const release = commentedRelease.replace('Ben Okafor. }', 'Ben Okafor., approved: true }');
    const publish = async (who: 'owner' | 'second', words: string, of: string) => {
      const letter = (files['letter.md'] ?? '').replace('Keep the trees.', words);
      const typed = Object.entries({ ...files, 'letter.md': letter, 'release.md': release });
      return await desk.askAs(who, 'correct', {
        form: {
          ...Object.fromEntries(typed.map(([name, text]) => [`files.${name}`, text])),
          ...{ note: 'A year.', confirm: slug, version: of },
        },
        isBrowser: true,
      });
    };
    expect((await publish('second', 'Keep all trees.', version)).status).toBe(303);
    const stopped = await publish('owner', 'Keep every tree.', version);
    expect(stopped.status).toBe(409);
    const now = await desk.stands();
    expect(now.files['letter.md']).toContain('Keep all trees.');
    expect(stopped.text).toContain('second@example.org applied another version');
    expect(stopped.text).toContain('Keep every tree.');
    expect(stopped.text).toContain(`name="version" value="${now.version}"`);
    expect((await publish('owner', 'Keep every tree.', now.version)).status).toBe(303);
  });

  test('says at the top of the page what is missing, and that it is published', async () => {
    setGate({ status: 'published', publishedAt: desk.now().toISOString() });
    const send = async (more: Record<string, string>) => {
      const { files } = await desk.stands();
      const letter = (files['letter.md'] ?? '').replace('Keep the trees.', 'Keep all trees.');
      const release = commentedRelease.replace('Ben Okafor. }', 'Ben Okafor., approved: true }');
      const typed = Object.entries({ ...files, 'letter.md': letter, 'release.md': release });
      const form = {
        ...Object.fromEntries(typed.map(([name, text]) => [`files.${name}`, text])),
        ...more,
      };
      return await desk.askAs('owner', 'correct', { form, isBrowser: true });
    };
    const top = (page: string): string => page.slice(page.indexOf('<h1>'), page.indexOf('<textarea'));
    const withoutNote = await send({ note: ' ' });
    expect(withoutNote.status).toBe(422);
    expect(top(withoutNote.text)).toContain('<a href="#note">Say what was wrong');
    expect(withoutNote.text).toContain('aria-describedby="note-problem"');
    const unconfirmed = await send({ note: 'A year.' });
    expect(top(unconfirmed.text)).toContain('<a href="#confirm">Please confirm</a>');
    const done = await send({ note: 'A year.', confirm: slug });
    expect([done.status, done.headers.location]).toEqual([303, `/console/${slug}?done=correct`]);
    const overview = await desk.ask(`/console/${slug}?done=correct`, {
      cookie: await desk.signIn('owner@example.org'),
      isBrowser: true,
    });
    expect(overview.text).toContain('The correction is published.');
  });
});

describe('a preview', () => {
  beforeEach(() => {
    const signOn = aConfirmedSignOn({
      kind: 'organization',
      email: 'a@example.org',
      signed: organizationDetails('Harbor <b>Families</b>'),
      counted: 'yes',
    });
    desk.store.put({ ...signOnKey(slug, signOn.id), ...signOn });
  });

  test('has page, text, PDF and mails as they would be now, and writes nothing', async () => {
    const before = desk.store.changes.length;
    const page = await desk.askAs('viewer', 'preview/letter/', { isBrowser: true });
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain('Harbor &lt;b>Families');
    expect(page.text).toContain(`href="/console/${slug}/preview/`);
    expect(page.headers['content-security-policy']).toMatch(/form-action 'none'.*frame-ancestors 'none'/);
    expect(page.headers['content-security-policy']).not.toMatch(/script-src|unsafe-inline/);
    const text = await desk.askAs('viewer', 'preview/letter.txt');
    expect(text.text).toContain('Harbor <b>Families</b>');
    expect((await desk.askAs('viewer', 'preview/release.txt')).text).toContain('1 Organizations Urge');
    expect((await desk.askAs('viewer', 'preview')).text).toContain('<html');
    const pdf = await desk.askAs('viewer', 'preview/release.pdf');
    expect(Buffer.from(pdf.text, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    const mail = await desk.askAs('viewer', 'preview/mails/release.html', { isBrowser: true });
    expect([mail.status, mail.text.includes('They')]).toEqual([200, true]);
    expect(mail.headers['content-security-policy']).toContain("'unsafe-hashes'");
    expect((await desk.askAs('viewer', 'preview/mails/confirm.txt')).text).toContain('/api/sign-ons/preview');
    for (const path of ['nothing', 'mails/nothing.html', '../folder', 'letter/2', '__proto__'])
      expect((await desk.askAs('viewer', `preview/${path}`)).status).toBe(404);
    expect(desk.store.changes).toHaveLength(before);
  });

  test('shows text that is not stored, if it has no mistakes', async () => {
    const { files } = await desk.stands();
    const typed = { ...files, 'release.md': aRelease.replace('They', 'Everybody') };
    const shown = await desk.askAs('editor', 'preview/release.txt', { body: { files: typed } });
    expect([shown.status, shown.text.includes('Everybody')]).toEqual([200, true]);
    const wrong = await desk.askAs('editor', 'preview/release.txt', {
      body: { files: { ...files, 'release.md': '' } },
    });
    expect(wrong.status).toBe(422);
    expect((await desk.stands()).files).toEqual(files);
  });

  test('leads to the site once the letter is published', async () => {
    setGate({ status: 'published', publishedAt: desk.now().toISOString() });
    const { status, headers } = await desk.askAs('viewer', 'preview/letter/', { isBrowser: true });
    expect([status, headers.location]).toEqual([303, `/${slug}/letter`]);
    for (const path of ['%0Aletter', 'carta-espa%C3%B1ola', 'es%3Fx/%23'])
      expect((await desk.askAs('viewer', `preview/${path}`)).headers.location).toBe(`/${slug}/${path}`);
  });
});
