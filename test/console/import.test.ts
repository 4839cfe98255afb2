import { beforeEach, describe, expect, test } from '@jest/globals';
import { readImportFile } from '../../shared/operations/signing/import-file.ts';
import { gateKey } from '../../shared/table/keys.ts';
import type { RequestOptions } from '../support/console.ts';
import {
  commentedRelease,
  commentedYaml,
  type FolderDesk,
  newFolderDesk,
  type Person,
} from '../support/console-folder.ts';
import { aSettings, slug, testAddressKey } from '../support/records.ts';
import { gateOf, signOnsOf } from '../support/store.ts';

let desk: FolderDesk;
beforeEach(async () => {
  desk = await newFolderDesk();
  await desk.apply({ 'campaign.yaml': commentedYaml.replace(/^review:.*\n/m, '') });
});

const heading = 'kind,organizationName,name,email';
const table = `${heading}
organization,Pier Elders,Ana Ruiz,ana@pier.example.org
organization,"The Pier Elders, Inc.",Ben Okafor,ben@pier.example.org
organization,N/A,Kim Lee,kim@quay.example.org
`;
const send = (who: Person, body: object, asked: RequestOptions = {}) =>
  desk.askAs(who, 'import', { body, ...asked });
const fates = ({ json }: { json: { rows: { fate: string }[] } }) => json.rows.map(({ fate }) => fate);

/** As a browser sends a form with a file. */
async function upload(who: Person, fields: Record<string, string | Blob>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const body = new Response(form);
  return await desk.askAs(who, 'import', {
    method: 'POST',
    isBrowser: true,
    headers: { 'content-type': body.headers.get('content-type') ?? '' },
    bytes: Buffer.from(await body.arrayBuffer()),
  });
}

describe('an import in the console', () => {
  test('is tried first: the fate of each row, and nothing written', async () => {
    const tried = await send('editor', { file: table, dryRun: true });
    expect(tried.json).toMatchObject({ slug, dryRun: true, left: 0 });
    expect(fates(tried)).toEqual(['new', 'duplicate-of-organization', 'waits-for-review']);
    expect(tried.json.rows[2].because).toContain('The name or the place does not look like one');
    expect(await signOnsOf(desk.test)).toEqual([]);
  });

  test('does what was tried, in the name of the organizer, and changes nothing twice', async () => {
    const tried = await send('editor', { file: table, dryRun: true });
    const done = await send('editor', { file: table, confirm: slug });
    expect(done.json.rows).toEqual(tried.json.rows);
    expect(await signOnsOf(desk.test)).toHaveLength(3);
    expect((await gateOf(desk.test)).importId).toBeUndefined();
    const again = await send('owner', { file: table, confirm: slug });
    expect(new Set(fates(again))).toEqual(new Set(['already-signed']));
    const { json } = await desk.askAs('viewer', 'log?event=imported');
    expect(json.events.at(-1)).toMatchObject({ event: 'imported', actor: 'editor@example.org', imported: 3 });
  });

  test('names row, column and cure of each mistake, in the organizer’s language, and imports nothing', async () => {
    const broken = `${heading},colour\n,,,,\n`;
    const { status, json } = await send('editor', { file: broken }, { language: 'es' });
    expect([status, json.type]).toEqual([422, '/problems/invalid']);
    expect(json.errors).toEqual([
      { row: 1, field: 'colour', message: 'Esta columna es desconocida. Quítela.' },
    ]);
    const twice = `${table}organization,Pier Elders,Ana Ruiz,ana@pier.example.org\n`;
    const repeated = await send('editor', { file: twice });
    expect(repeated.json.errors).toEqual([
      { row: 5, field: 'email', message: expect.stringContaining('row 2') },
    ]);
    expect(await signOnsOf(desk.test)).toEqual([]);
  });

  test('accepts an uploaded file, and offers to import what was checked', async () => {
    const file = new Blob([table], { type: 'text/csv' });
    const checked = await upload('editor', { file, dryRun: 'yes' });
    expect([checked.status, checked.text.includes('waiting for review')]).toEqual([200, true]);
    expect(checked.text).toContain('<textarea');
    expect(await signOnsOf(desk.test)).toEqual([]);
    const imported = await upload('editor', { file: table, confirm: slug });
    expect([imported.status, imported.text.includes('The table was imported')]).toEqual([200, true]);
    expect(await signOnsOf(desk.test)).toHaveLength(3);
  });

  test('reads a table in UTF-16, and says what to do about other bytes', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')]);
    expect((await upload('editor', { file: new Blob([utf16]), dryRun: 'yes' })).status).toBe(200);
    const latin = Buffer.from(`${heading}\nindividual,,Jos\u00e9,jose@example.org\n`, 'latin1');
    const refused = await upload('editor', { file: new Blob([latin]), dryRun: 'yes' });
    expect([refused.status, refused.text.includes('UTF-8')]).toEqual([422, true]);
  });

  test('refuses an empty table, a broken body, and one above 4 MB', async () => {
    expect((await send('editor', {})).status).toBe(422);
    expect((await send('editor', { file: 7 })).status).toBe(422);
    expect((await send('editor', { file: 'x'.repeat(4_100_000) })).status).toBe(413);
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const broken = await desk.askAs('editor', 'import', { method: 'POST', headers, bytes: Buffer.from('x') });
    expect(broken.status).toBe(400);
  });

  test.each([
    ['only signatures are missing', {}],
    ['it is not finished and signatures are missing', { importId: 'other' }],
    ['it is not finished and enough have signed', { importId: 'other', organizations: 1000 }],
  ])('that could publish the letter asks for the slug: %s', async (_, gate) => {
    await desk.apply({
      'campaign.yaml': commentedYaml.replace(/^review:.*\n/m, ''),
      'release.md': commentedRelease.replace('said Ben Okafor. }', 'said Ben Okafor., approved: true }'),
    });
    await desk.test.put({ ...(await gateOf(desk.test)), ...gateKey(slug), ...gate });
    const again = { file: table, replacesUnfinished: true };
    const { status, json } = await send('editor', again);
    expect([status, json.confirm, typeof json.follows]).toEqual([409, slug, 'string']);
    expect(await signOnsOf(desk.test)).toEqual([]);
    const confirmed = await upload('editor', { file: table, replacesUnfinished: 'yes', confirm: slug });
    expect([confirmed.status, (await signOnsOf(desk.test)).length]).toEqual([200, 3]);
  });

  test('that can publish nothing, because the letter is held, asks for no slug', async () => {
    await desk.test.put({ ...(await gateOf(desk.test)), ...gateKey(slug), importId: 'other', held: 'yes' });
    expect((await send('editor', { file: table, replacesUnfinished: true })).status).toBe(200);
  });

  test('that had no time for every row is continued without asking for the typed slug again', async () => {
    const { transact } = desk.store;
    desk.store.transact = async (writes) => {
      desk.later(21_000);
      return await transact(writes);
    };
    const sendsSlug = async (typed: Record<string, string>) =>
      (await upload('editor', { file: table, ...typed })).text.includes(
        `<input type="hidden" name="confirm" value="${slug}"/>`,
      );
    expect(await sendsSlug({ confirm: slug })).toBe(true);
    expect((await gateOf(desk.test)).importId).toBeDefined();
    expect(await sendsSlug({})).toBe(false);
  });

  test('sends a table again with its first empty line, so that rows keep their numbers', async () => {
    const checked = await upload('editor', { file: new Blob([`\n${table}`]), dryRun: 'yes' });
    expect(checked.text).toContain(`hidden>\n\n${heading}`);
  });

  test('whose file is sent again as text, as a browser does it, is the same import', () => {
    const settings = aSettings();
    const hashOf = (file: string | Uint8Array) =>
      readImportFile(Buffer.from(file), { settings, addressKey: testAddressKey, now: desk.now() });
    const same = hashOf(table);
    expect(same).toHaveProperty('hash');
    for (const file of [
      table.replaceAll('\n', '\r\n'),
      table.replaceAll('\n', '\r'),
      `\ufeff${table}`,
      Buffer.from(`\ufeff${table}`, 'utf16le'),
    ])
      expect(hashOf(file)).toEqual(same);
    expect(hashOf(table.replace('Ruiz', 'Diaz'))).not.toEqual(same);
  });

  test('waits for another import that is not finished', async () => {
    await desk.store.update({
      key: { PK: `CAMPAIGN#${slug}`, SK: 'GATE' },
      update: 'SET importId = :other',
      values: { ':other': 'other' },
    });
    const { status, json } = await send('editor', { file: table });
    expect([status, json.outcome]).toEqual([409, 'other-import']);
    expect(await signOnsOf(desk.test)).toEqual([]);
  });
});
