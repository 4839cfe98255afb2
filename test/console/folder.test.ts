import { beforeEach, describe, expect, test } from '@jest/globals';
import { continueAsking } from '../../shared/operations/applying/ask-again.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { claimKey, signOnKey } from '../../shared/table/keys.ts';
import { aLetter, aRelease } from '../campaign-folder/a-folder.ts';
import type { RequestOptions } from '../support/console.ts';
import {
  commentedFolder,
  commentedRelease,
  commentedYaml,
  type FolderDesk,
  newFolderDesk,
  type Person,
} from '../support/console-folder.ts';
import { newIds } from '../support/ids.ts';
import { aConfirmedSignOn, organizationDetails, slug, someDetails } from '../support/records.ts';
import { gateOf } from '../support/store.ts';

const [yaml, release] = [commentedYaml, commentedRelease];
let desk: FolderDesk;
beforeEach(async () => {
  desk = await newFolderDesk();
});

const ask = (path: string, who: Person, asked?: RequestOptions) => desk.askAs(who, path, asked);
const apply = (changed: Record<string, string | null>) => desk.apply(changed);
const stands = () => desk.stands();
const filesOf = (changed: Record<string, string | null>) => Object.fromEntries(commentedFolder(changed));

/** Sends a folder with these files changed, by default with the version that stands. */
async function send(
  who: Person,
  changed: Record<string, string | null>,
  more: Record<string, unknown> = {},
  path = 'folder/apply',
) {
  const { version } = await stands();
  return await ask(path, who, { body: { files: filesOf(changed), version, ...more } });
}

const asForm = (files: Record<string, string>, more: Record<string, string>) => ({
  form: {
    ...Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`files.${name}`, text.replaceAll('\n', '\r\n')]),
    ),
    ...more,
  },
  isBrowser: true,
});

const others = { 'letter.md': aLetter.replace('Keep the trees.', 'Please keep the trees.') };
function signed(): void {
  const signOn = aConfirmedSignOn({ signed: { ...someDetails(), agreedTo: 'another letter' } });
  desk.store.put({ ...signOnKey(slug, signOn.id), ...signOn });
}

describe('the files of a campaign', () => {
  test('are returned as they were applied, with comments and a version', async () => {
    const { files, version } = (await ask('folder', 'viewer')).json;
    expect(files).toEqual(filesOf({}));
    expect(version).toEqual(expect.any(String));
    expect((await stands()).version).toBe(version);
  });

  test('are shown in editors unchanged, and as text only', async () => {
    await apply({ 'letter.md': aLetter.replace('Dear', '</textarea><script>alert(1)</script> Dear') });
    const { status, text } = await ask('texts', 'owner', { isBrowser: true });
    expect(status).toBe(200);
    expect(text).toContain('name="files.campaign.yaml"');
    expect(text).toContain('# Ask Ana before June.');
    expect(text).not.toContain('<script>alert');
    const read = await ask('texts', 'viewer', { isBrowser: true });
    expect(read.text).not.toContain('/folder/apply" formaction');
    expect(read.text).not.toContain('type="submit" formaction');
  });
});

describe('a check', () => {
  test('reports each mistake with file, line, key, message and cure, and changes nothing', async () => {
    const before = desk.store.changes.length;
    const wrong = { 'campaign.yaml': yaml.replace('title:', 'titel:'), 'letter.md': 'no keys' };
    const { status, json } = await send('editor', wrong, {}, 'folder/check');
    expect(status).toBe(200);
    expect(json.mistakes).toEqual(
      expect.arrayContaining([
        {
          file: 'campaign.yaml',
          line: 4,
          key: 'titel',
          message: expect.any(String),
          cure: expect.any(String),
        },
        { file: 'letter.md', line: 1, message: expect.any(String), cure: expect.any(String) },
      ]),
    );
    expect(desk.store.changes).toHaveLength(before);
    const page = await ask('folder/check', 'editor', asForm({ ...filesOf({}), ...wrong }, { version: 'x' }));
    expect(page.status).toBe(200);
    expect(page.text).toContain('id="mistakes-letter-md"');
    expect(page.text).toContain('titel: Letter on the Trees');
  });

  test('speaks the language of the request, in its answers to programs and on its page', async () => {
    const wrong = filesOf({
      'campaign.yaml': yaml.replace('title:', 'titel:'),
      'letter.md': aLetter.replace('Keep the trees.', '{{ trees }}'),
      'press-list.csv': 'email\nana\n',
      'notes.txt': '',
    });
    const { json } = await ask('folder/check', 'editor', { body: { files: wrong }, language: 'es' });
    expect(json.mistakes).toEqual([
      {
        file: 'campaign.yaml',
        line: 1,
        key: 'title',
        message: 'title es obligatorio y falta.',
        cure: 'Agréguelo: title: Letter to the Harbor Commission on the Shoreline Trees',
      },
      {
        file: 'campaign.yaml',
        line: 4,
        key: 'titel',
        message: 'La clave titel es desconocida.',
        cure: '¿Quiso escribir title? Si no, quite la línea.',
      },
      {
        file: 'letter.md',
        line: 8,
        message: 'El nombre trees en {{ }} es desconocido.',
        cure: expect.stringMatching(/^Los nombres posibles son organizations\.count, /),
      },
      {
        file: 'press-list.csv',
        line: 2,
        key: 'email',
        message: '“ana” no es una dirección de correo electrónico.',
        cure: 'Escríbala como ana@example.org.',
      },
    ]);
    expect(json.warnings).toContain('notes.txt no es parte de una campaña y no se tiene en cuenta.');
    const page = await ask('folder/check', 'editor', {
      ...asForm(wrong, { version: 'x' }),
      language: 'fr',
    });
    expect(page.text).toContain('La clé titel est inconnue. Vouliez-vous dire title\u00a0? Sinon');
    expect(page.text).not.toContain('Unknown');
    const typed = { version: (await stands()).version, organizations: 'many' };
    const form = await ask('settings', 'owner', { form: typed, isBrowser: true, language: 'es' });
    expect(form.text).toContain('debe ser un número, no “many”. Escríbalo así: organizations: 170');
  });

  test('says what would change and who may apply it, or nothing if nothing changes', async () => {
    const same = await send('viewer', {}, {}, 'folder/check');
    expect(same.json).toMatchObject({ mistakes: [], changed: [], follows: [], role: 'editor' });
    const fewer = yaml.replace('organizations: 170', 'organizations: 17');
    const { json } = await send('viewer', { 'campaign.yaml': fewer }, {}, 'folder/check');
    expect(json).toMatchObject({
      role: 'owner',
      changes: [{ key: 'publication.threshold.organizations', before: '170', after: '17' }],
    });
  });

  test('names the signatures that count already under a name that is newly invited', async () => {
    const name = 'Osprey Rowers';
    const signed = organizationDetails(name);
    const fake = aConfirmedSignOn({ kind: 'organization', email: 'eve@osprey-fraud.org', signed });
    await desk.store.put({ ...signOnKey(slug, fake.id), ...fake });
    await desk.store.put({ ...claimKey(slug, organizationKey(name)), holder: fake.id });
    const list = 'organization,website\nOsprey Rowers,ospreyrowers.org\n';
    const { json } = await send('owner', { 'invited.csv': list }, {}, 'folder/check');
    expect(json.warnings).toContainEqual(
      expect.stringContaining(`Osprey Rowers (osprey-fraud.org, ${fake.id.slice(0, 8)})`),
    );
  });

  test('handles hostile, large and broken files', async () => {
    const bomb = `a: &a [x]\n${Array.from({ length: 40 }, (_, n) => `b${n}: [*a, *a, *a]`).join('\n')}`;
    const deep = `title: ${'['.repeat(20_000)}`;
    for (const text of [bomb, deep, '\0', 'x'.repeat(60_000), '- '.repeat(20_000), '__proto__: 1']) {
      const { status, json } = await send('owner', { 'campaign.yaml': text }, {}, 'folder/check');
      expect([status, json.mistakes.length > 0]).toEqual([200, true]);
    }
    const many = `email\n${'nobody\n'.repeat(20_000)}`;
    const { json } = await send('owner', { 'press-list.csv': many }, {}, 'folder/check');
    expect(json.mistakes).toHaveLength(201);
    const statuses = [];
    for (const body of [
      {},
      { files: null },
      { files: [] },
      { files: { 'letter.md': 1 } },
      { files: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [n, ''])) },
      { files: { 'letter.md': 'x'.repeat(4_000_001) } },
      { files: { 'letter.md': 'broken: \uFFFD' } },
    ])
      statuses.push((await ask('folder/check', 'owner', { body })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 413, 413, 400]);
    const large = await ask('folder/check', 'owner', { body: { files: { a: 'x'.repeat(4_000_001) } } });
    expect(large.json.detail).toContain('4 MB');
  });
});

describe('an apply', () => {
  test('by an editor changes letter, release, translations and summary, with the editor as its actor', async () => {
    const changed = {
      ...others,
      'release.md': release.replace('They [sent', 'Today they [sent'),
      'letter.es.md': aLetter.replace('---\n', '---\ntitle: Carta\n'),
      'campaign.yaml': yaml.replace('Keep the trees.', 'Keep every tree.'),
    };
    const { status, json } = await send('editor', changed);
    expect([status, json.outcome, json.publishing]).toEqual([200, 'updated', false]);
    expect(json.changed).toEqual(
      expect.arrayContaining(['summary', 'letter', 'release', 'letter (es)', 'title in letter.es.md']),
    );
    const after = await stands();
    expect(after.files).toEqual(filesOf(changed));
    expect(after.version).toBe(json.version);
    const { events } = (await ask('log', 'owner')).json;
    expect(events[0]).toMatchObject({ event: 'applied', actor: 'editor@example.org' });
  });

  const press = 'email,name,outlet,embargoed\ndesk@example.com,,The Example Ledger,no\n';
  test.each<[string, Record<string, string | null>, string]>([
    [
      'who makes himself owner',
      { 'campaign.yaml': yaml.replace('editor@example.org, role: editor', 'editor@example.org') },
      'organizers',
    ],
    [
      'who lowers a threshold',
      { 'campaign.yaml': yaml.replace('170', '1') },
      'publication.threshold.organizations',
    ],
    [
      'who approves a quote',
      { 'release.md': release.replace('Okafor.', 'Okafor., approved: true') },
      'quotes[].approved',
    ],
    [
      'who rewords an approved quote',
      { 'release.md': release.replace('Keep them,', 'Cut them,') },
      'quotes[].approved',
    ],
    [
      'who takes an approval back',
      { 'release.md': release.replace('approved: true', 'approved: false') },
      'quotes[].approved',
    ],
    ['who adds an approved quote', { 'release.es.md': aRelease }, 'quotes[].approved'],
    ['who adds a press contact', { 'press-list.csv': `${press}new@example.com,,,no\n` }, 'press-list.csv'],
    ['who invites an organization', { 'invited.csv': 'organization\nPier Elders\n' }, 'invited.csv'],
    ['who takes the press list away', { 'press-list.csv': null }, 'press-list.csv'],
    ['who changes the title', { 'campaign.yaml': yaml.replace('title: Letter', 'title: A letter') }, 'title'],
    ['who changes the sender', { 'campaign.yaml': yaml.replace('letters@', 'other@') }, 'sender.address'],
  ])('by an editor %s is 403 and names the owner', async (_, changed, key) => {
    const before = desk.store.changes.length;
    const { json } = await send('editor', { ...others, ...changed });
    expect(json).toMatchObject({ status: 403, type: '/problems/not-allowed', role: 'owner' });
    expect(json.keys).toContain(key);
    expect(desk.store.changes).toHaveLength(before);
    expect((await send('owner', { ...others, ...changed }, { confirm: slug })).status).toBe(200);
  });

  test('by an editor is 403 if the stored files have mistakes by today’s rules and cannot be compared', async () => {
    const unapproved = { 'release.md': release.replace(', approved: true', '') };
    await apply(unapproved);
    await desk.store.update({
      key: { PK: `CAMPAIGN#${slug}`, SK: 'SOURCE' },
      update: 'SET #source = :source',
      names: { '#source': 'source' },
      values: { ':source': `${yaml}of-before: true\n` },
    });
    const changed = { ...unapproved, ...others };
    const { json } = await send('editor', changed);
    expect(json).toMatchObject({ status: 403, role: 'owner', keys: ['campaign.yaml'] });
    expect((await send('owner', changed)).status).toBe(200);
  });

  test('by an editor of a quote that was approved in other words is made without approval', async () => {
    const reworded = release.replace(
      '{ text: "Keep them,", attribution: said Ana Ruiz., approved: true }',
      '{ text: "Keep all,", attribution: said Ana Ruiz. }',
    );
    expect((await send('editor', { 'release.md': reworded })).status).toBe(200);
  });

  test('of another version is stopped: it names who applied it, keeps what was typed, and is accepted when seen', async () => {
    const first = await stands();
    expect((await send('second', { 'release.md': release.replace('They', 'We') })).status).toBe(200);
    const body = { files: filesOf(others), version: first.version };
    const before = desk.store.changes.length;
    const stopped = await ask('folder/apply', 'owner', { body });
    expect(stopped.json).toMatchObject({
      status: 409,
      type: '/problems/changed',
      by: 'second@example.org',
      version: (await stands()).version,
    });
    expect(desk.store.changes).toHaveLength(before);
    const page = await ask('folder/apply', 'owner', asForm(filesOf(others), { version: first.version }));
    expect(page.status).toBe(409);
    expect(page.text).toContain('second@example.org');
    expect(page.text).toContain('Please keep the trees.');
    expect(page.text).toContain(`name="version" value="${(await stands()).version}"`);
    expect(
      (await ask('folder/apply', 'owner', { body: { ...body, version: stopped.json.version } })).status,
    ).toBe(200);
  });

  test('sent twice, as from two tabs, changes something once', async () => {
    const { version } = await stands();
    const body = { files: filesOf(others), version };
    expect((await ask('folder/apply', 'owner', { body })).json.outcome).toBe('updated');
    expect((await ask('folder/apply', 'owner', { body })).json.outcome).toBe('unchanged');
    expect((await ask('folder/apply', 'owner', { body: { files: filesOf(others) } })).json).toMatchObject({
      status: 422,
      errors: [{ field: 'version' }],
    });
  });

  test('from a form keeps the line ends, and redirects back to the page', async () => {
    const windows = { 'letter.md': aLetter.replaceAll('\n', '\r\n') };
    await apply(windows);
    const { version } = await stands();
    const files = filesOf({ 'release.md': release.replace('They', 'We') });
    const done = await ask('folder/apply', 'owner', asForm({ ...files, 'letter.es.md': '' }, { version }));
    expect([done.status, done.headers.location]).toEqual([303, `/console/${slug}/texts?applied=updated`]);
    expect((await stands()).files).toEqual({ ...files, ...windows });
  });

  test('with mistakes is 422, with all of them, and the page keeps what was typed', async () => {
    const wrong = { 'letter.md': '---\nsubject: Trees\n---\nText' };
    const { json } = await send('owner', wrong);
    expect(json).toMatchObject({ status: 422, mistakes: [{ file: 'letter.md', key: 'recipient' }, {}] });
    const page = await ask('folder/apply', 'owner', asForm({ ...filesOf({}), ...wrong }, { version: 'x' }));
    expect([page.status, page.text.includes('subject: Trees')]).toEqual([422, true]);
    const sender = { 'campaign.yaml': yaml.replace('letters@example.org', 'letters@elsewhere.example') };
    expect((await send('owner', sender)).json.mistakes).toEqual([
      expect.objectContaining({ key: 'sender.address', file: 'campaign.yaml' }),
    ]);
    const logo = { 'release.md': release.replace('---\n', '---\nlogos: [{ file: a.svg, alt: A }]\n') };
    expect((await send('owner', logo)).json.mistakes).toEqual([
      expect.objectContaining({ key: 'logos[1].file' }),
    ]);
  });

  test('of a signed letter needs a reason or asks again, and only an owner may ask again', async () => {
    signed();
    expect((await send('editor', others)).json).toMatchObject({ status: 409, outcome: 'letter-is-signed' });
    expect((await send('editor', others, { askAgain: true })).json).toMatchObject({
      status: 403,
      role: 'owner',
    });
    const both = await send('owner', others, { askAgain: true, editorial: 'typo' });
    expect([both.status, (await send('owner', others, { editorial: 1 })).status]).toEqual([422, 422]);
    const unconfirmed = await send('owner', others, { askAgain: true });
    expect(unconfirmed.json).toMatchObject({
      status: 409,
      confirm: slug,
      follows: expect.stringContaining('1 signer'),
    });
    expect((await send('editor', others, { editorial: 'A typo.' })).status).toBe(200);
    const { events } = (await ask('log', 'owner')).json;
    expect(events[0]).toMatchObject({ event: 'applied', why: 'A typo.' });
  });

  test('that asks again shuts the gate, and the sweep asks everyone', async () => {
    signed();
    const done = await send('owner', others, { askAgain: true, confirm: slug });
    expect([done.status, done.json.asking]).toEqual([200, true]);
    const { newUlid } = newIds();
    const again = () =>
      continueAsking(desk.store, { slug, now: desk.now, newUlid, until: new Date(desk.now().getTime() + 1) });
    await again();
    expect((await gateOf(desk.test)).askingStartedAt).toBeDefined();
    desk.later(60_000);
    await again();
    expect((await gateOf(desk.test)).askingStartedAt).toBeUndefined();
    expect((await ask('sign-ons?status=asked', 'owner')).json.signOns).toHaveLength(1);
  });

  test('that publishes asks for the slug, and needs an owner', async () => {
    await desk.store.update({
      key: { PK: `CAMPAIGN#${slug}`, SK: 'GATE' },
      update: 'SET organizations = :n',
      values: { ':n': 200 },
    });
    const approved = { 'release.md': release.replace('Okafor.', 'Okafor., approved: true') };
    const without = { 'release.md': release.replace(/ {2}- \{ text: "Please,.*\n/, '') };
    expect((await send('editor', without)).json).toMatchObject({ status: 403, keys: ['publication'] });
    const asked = await send('owner', approved);
    expect(asked.json).toMatchObject({ status: 409, confirm: slug, follows: expect.stringContaining('200') });
    expect((await send('owner', approved, { confirm: 'other' })).status).toBe(409);
    expect((await gateOf(desk.test)).status).toBe('collecting');
    const done = await send('owner', approved, { confirm: slug });
    expect([done.status, done.json.publishing]).toEqual([200, true]);
    expect((await send('owner', others)).json).toMatchObject({ status: 409, outcome: 'texts-are-frozen' });
  });
});
