import { beforeEach, describe, expect, test } from '@jest/globals';
import { approveSignOn } from '../../shared/operations/deciding/approve.ts';
import { aConfirmedSignOn, aSignOn, organizationDetails, slug } from '../support/records.ts';
import { newSigning, type Signing } from '../support/signing.ts';
import { freshStore, seed, type TestStore } from '../support/store.ts';
import { campaign } from './a-terminal.ts';

let table: TestStore;
let signing: Signing;

beforeEach(async () => {
  table = await freshStore();
  await seed(table, { settings: { review: 'flagged' } });
  signing = newSigning(table, { review: 'flagged' });
});

const run = (...args: string[]) => campaign(args, { store: table.store, now: signing.now() });

async function confirmed(email: string, name: string, website?: string): Promise<string> {
  const id = await signing.submit(email, name, website ? { website } : {});
  await signing.confirm(id);
  return id;
}

describe('campaign merge', () => {
  test('the other way round says how the other one counts', async () => {
    const kept = await confirmed('ana@dock.example.org', 'Dock Workers', 'https://dock.example.org/');
    const other = await confirmed('ben@pier.example.org', 'Pier Club', 'https://pier.example.org/');
    await run('merge', slug, kept, other, '--yes');
    const { exit, out } = await run('merge', slug, other, kept, '--yes');
    expect(exit).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(
      `already belonged to the same organization as Pier Club (${other.slice(0, 8)}). \`campaign promote`,
    );
  });
});

describe('campaign log', () => {
  test('names both sign-ons of a merge, first the one that stays', async () => {
    const kept = await confirmed('ana@dock.example.org', 'Dock Workers', 'https://dock.example.org/');
    const other = await confirmed('ben@pier.example.org', 'Pier Club', 'https://pier.example.org/');
    await run('merge', slug, kept, other, '--yes');
    const { out } = await run('log', slug);
    expect(out).toMatch(/ Merged +Terminal\n +\w{8} Dock Workers\n +\w{8} Pier Club$/m);
    expect(out).toContain(kept.slice(0, 8));
    expect(out).toContain(other.slice(0, 8));
  });

  test('lists who did what, the newest first, with the name of the sign-on', async () => {
    const id = await confirmed('families@gmail.com', 'Harbor Families');
    await run('approve', slug, id);
    await run('reject', slug, id);
    const { exit, out } = await run('log', slug);
    expect(exit).toBe(0);
    expect(out).toMatch(
      /^TIME +WHAT +BY\n\S+ \S+ +Rejected +Terminal\n +\w{8} Harbor Families\n\S+ \S+ +Approved +Terminal\n/,
    );
  });

  test('shows so many, says how to see older ones, and gives programs each event', async () => {
    const id = await confirmed('families@gmail.com', 'Harbor Families');
    await run('approve', slug, id);
    await run('reject', slug, id);
    expect((await run('log', slug, '--first', '1')).out).toMatch(
      / Rejected .*\n.*\n\nOlder ones: campaign log harbor-trees --first 4$/,
    );
    expect(JSON.parse((await run('log', slug, '--json')).out)).toMatchObject({
      slug,
      events: [
        { event: 'rejected', signOnId: id, actor: 'organizer' },
        { event: 'approved', signOnId: id },
      ],
      next: null,
    });
    expect((await run('log', slug, '--first', 'all')).exit).toBe(2);
    expect((await run('log', 'no-letter')).exit).toBe(1);
  });
});

describe('campaign sign-ons', () => {
  test('says what a correction of spelling has changed, in the list, beside one and for programs', async () => {
    const id = await confirmed('ana@friends.example.org', 'Harbor Friends', 'https://friends.example.org/');
    await signing.correct(id, { organizationName: 'Harbor Friend' });
    const words = /spelling corrected \S+ \S+: organization “Harbor Friends” to “Harbor Friend”/;
    expect((await run('sign-ons', slug)).out.replace(/\s+/g, ' ')).toMatch(words);
    expect((await run('sign-ons', slug, id)).out.replace(/\s+/g, ' ')).toMatch(words);
    expect(JSON.parse((await run('sign-ons', slug, '--json')).out)[0].correctedSpelling).toEqual([
      { field: 'organizationName', from: 'Harbor Friends', to: 'Harbor Friend' },
    ]);
  });

  test('shows what waits first, the most suspicious at the top, with the evidence in words', async () => {
    const clean = await confirmed('ana@dock.example.org', 'Dock Workers', 'https://dock.example.org/');
    const free = await confirmed('families@gmail.com', 'Harbor Families');
    const worse = await confirmed('x@mailinator.com', 'Pier Club', 'https://pier-club.org/');
    const pending = await signing.submit('ben@pier.example.org', 'Pier Neighbors');
    const { exit, out } = await run('sign-ons', slug);
    expect(exit).toBe(0);
    const lines = out.split('\n');
    const order = lines.flatMap((line) => /^([0-9a-f]{8}) /.exec(line)?.[1] ?? []);
    expect(order).toEqual([worse, free, pending, clean].map((id) => id.slice(0, 8)));
    expect(out).toMatch(
      /waiting +Pier Club .*\n +Ana Ruiz, Director, x@mailinator\.com\n.*https:\/\/pier-club\.org\/\n.*\n +! disposable email address/,
    );
    expect(out).toMatch(/families@gmail\.com\n.*\n.*\n +! free email address \(gmail\.com\)\n +! no website/);
    expect(out).toContain(
      '2 sign-ons wait for your review. Decide with `campaign approve harbor-trees <id…>`',
    );
    expect(out).not.toContain('campaign split');
    expect((await run('sign-ons', '--help')).out).toContain('Only signers correct their details');
  });

  test('shows one state, or nothing, and the same to programs, without the nonce', async () => {
    await confirmed('families@gmail.com', 'Harbor Families');
    await confirmed('ana@dock.example.org', 'Dock Workers', 'https://dock.example.org/');
    const { out } = await run('sign-ons', slug, '--status', 'counted', '--json');
    expect(JSON.parse(out)).toMatchObject([
      { status: 'counted', email: 'ana@dock.example.org', signOn: { organizationName: 'Dock Workers' } },
    ]);
    expect(out).not.toContain('nonce');
    expect((await run('sign-ons', slug, '--status', 'rejected')).out).toBe(
      'No sign-on of harbor-trees has the status rejected.',
    );
    expect((await run('sign-ons', slug, '--status', 'odd')).exit).toBe(2);
    expect((await run('sign-ons', 'no-letter')).exit).toBe(1);
  });

  test('says once for people, and for each to programs, how many came from the same network', async () => {
    for (let index = 0; index < 11; index++) {
      const typed = { website: `https://group-${index}.org/`, network: 'f'.repeat(32) };
      await signing.confirm(await signing.submit(`ana@group-${index}.org`, `Group ${index}`, typed));
      signing.later(-30);
    }
    const { out } = await run('sign-ons', slug);
    expect(out).not.toContain('! one of 11');
    expect(out).toContain('11 came in a burst: ten or more from one network within ten minutes.');
    const ofBurst = await run('sign-ons', slug, '--because', 'burst');
    expect(
      ofBurst.out.match(/\n +! one of 11 signatures from the same network at about the same time/g),
    ).toHaveLength(11);
    const json = await run('sign-ons', slug, '--json');
    expect(JSON.parse(json.out)[10]).toMatchObject({
      status: 'counted',
      evidence: [{ flag: 'burst', signOns: 11 }],
    });
    for (const answer of [out, json.out]) expect(answer).not.toContain('ffff');
  });

  test('prints no control character of a typed name', async () => {
    const signed = organizationDetails('Harbor\u001b[2J\u202eFamilies');
    await seed(table, {
      settings: { review: 'flagged' },
      signOns: [aConfirmedSignOn({ kind: 'organization', signed })],
    });
    const { out } = await run('sign-ons', slug);
    expect(out).toContain('Harbor [2JFamilies');
    for (const steering of ['\u001b', '\u202e']) expect(out).not.toContain(steering);
  });
});

describe('campaign approve, reject and reinstate', () => {
  test('report on each sign-on, by the first digits of its id, and can be repeated', async () => {
    const ids = [
      await confirmed('a@gmail.com', 'Harbor Families'),
      await confirmed('b@gmail.com', 'Dock Workers'),
    ];
    const short = ids.map((id) => id.slice(0, 8));
    const first = await run('approve', slug, ...short);
    expect(first).toMatchObject({ exit: 0, error: '' });
    expect(first.out).toBe(
      `${short[0]} Harbor Families: approved. It counts.\n${short[1]} Dock Workers: approved. It counts.`,
    );
    expect((await run('approve', slug, ...short)).exit).toBe(0);
    expect((await run('reject', slug, short[0] ?? '')).out).toContain(
      `\`campaign reinstate ${slug} ${short[0]}\``,
    );
    expect((await run('reinstate', slug, ids[0] ?? '')).out).toContain('reinstated. It counts');
    const waiting = await confirmed('c@gmail.com', 'Pier Club');
    await run('reject', slug, waiting);
    expect((await run('reinstate', slug, waiting)).out).toContain(
      `reinstated. It waits for review: as before, or because something new speaks against it. To count it: \`campaign approve ${slug} ${waiting.slice(0, 8)}\`.`,
    );
  });

  test('do what is possible, report what is not, and end with status 1', async () => {
    const id = await confirmed('a@gmail.com', 'Harbor Families');
    const unconfirmed = await signing.submit('b@gmail.com', 'Dock Workers');
    const { exit, out, error } = await run('approve', slug, unconfirmed, id, 'ffffffff');
    expect(exit).toBe(1);
    expect(out).toBe(`${id.slice(0, 8)} Harbor Families: approved. It counts.`);
    expect(error).toContain('is not confirmed yet');
    expect(error).toContain('There is no sign-on ffffffff');
    const json = JSON.parse((await run('approve', slug, unconfirmed, id, '--json')).out);
    expect(json).toEqual([
      { slug, id: unconfirmed, outcome: 'not-confirmed', done: false },
      { slug, id, outcome: 'already-approved', done: true },
    ]);
  });

  test('reject a change once: the same command again does not affect the sign-on for ten minutes', async () => {
    const id = await confirmed('ana@dock.example.org', 'Dock Workers', 'https://dock.example.org/');
    await signing.correct(id, { organizationName: 'Another Name Entirely' });
    expect((await run('reject', slug, id)).out).toContain('its change is rejected');
    for (const options of [[], ['--yes']]) {
      const again = await run('reject', slug, id, ...options);
      expect(again).toMatchObject({ exit: 0, error: '' });
      expect(again.out).toContain('its change was already rejected. What was approved stays.');
      expect(again.out).toContain('run this again in 10 minutes');
    }
    expect(await signing.read(id)).toMatchObject({ status: 'confirmed', eligible: 'yes' });
    await signing.correct(id, { organizationName: 'Some Other Name' });
    expect((await run('approve', slug, id, '--yes')).out).toContain(
      'its change is approved (organization “Dock Workers” to “Some Other Name”). The new details replace',
    );
    await signing.correct(id, { organizationName: 'Yet Another Name' });
    expect((await run('reject', slug, id)).out).toContain('its change is rejected');
    signing.later(10 * 60);
    expect((await run('reject', slug, id)).out).toContain('rejected. It is not counted or listed.');
  });

  test('reject --with-change rejects the sign-on, whatever change waits or was just rejected', async () => {
    const id = await confirmed('ana@dock.example.org', 'Dock Workers', 'https://dock.example.org/');
    await signing.correct(id, { organizationName: 'Another Name Entirely' });
    expect((await run('reject', slug, id)).out).toContain('add --with-change');
    await signing.correct(id, { organizationName: 'Yet Another Name' });
    const { exit, out } = await run('reject', slug, id, '--with-change');
    expect([exit, out]).toEqual([0, expect.stringContaining('rejected. It is not counted or listed.')]);
    const row = await signing.read(id);
    expect([row.status, row.proposed]).toEqual(['rejected', undefined]);
    await run('reinstate', slug, id, '--yes');
    await signing.correct(id, { organizationName: 'Another Name Entirely' });
    await run('reject', slug, id, '--yes');
    expect((await run('reject', slug, id, '--with-change')).out).toContain('rejected. It is not counted');
  });

  test('stop before they contradict another organizer’s new decision, and name who made it', async () => {
    const id = await confirmed('a@gmail.com', 'Harbor Families');
    const decision = { signOn: await signing.read(id), now: signing.now(), newUlid: signing.newUlid };
    await approveSignOn(table.store, { ...decision, actor: 'ben@example.org' });
    const { exit, error } = await run('reject', slug, id);
    expect(exit).toBe(1);
    expect(error).toContain('not done, because ben@example.org has just made another decision (approved)');
    expect(await signing.read(id)).toMatchObject({ status: 'confirmed' });
    expect((await run('reject', slug, id, '--yes')).exit).toBe(0);
    expect(await signing.read(id)).toMatchObject({ status: 'rejected' });
  });

  test('refuse digits that several ids begin with, and what is not an id', async () => {
    const [one, other] = ['1', '2'].map((digit) => `ab${digit.repeat(30)}`);
    const signOns = [aSignOn({ id: one ?? '' }), aSignOn({ id: other ?? '', email: 'b@example.org' })];
    const expiresAt = Math.floor(signing.now().getTime() / 1000);
    const expired = Array.from({ length: 25 }, (_, index) =>
      aSignOn({ id: `ab0${String(index).padStart(29, '0')}`, status: 'pending', expiresAt }),
    );
    await seed(table, { signOns: [...expired, ...signOns] });
    expect(await run('reject', slug, 'ab')).toMatchObject({
      exit: 1,
      error: expect.stringContaining('More than one id begins with ab'),
    });
    expect((await run('reject', slug, 'ab0')).error).toContain('There is no sign-on ab0');
    const typed = await run('reject', slug, 'my "cat" Fluffy');
    expect(typed.exit).toBe(2);
    expect(typed.error).toContain(`To find it: \`campaign sign-ons ${slug} --find "my  cat  Fluffy"\`.`);
    expect((await run('reject', slug)).exit).toBe(2);
  });
});

describe('what a decision publishes is said', () => {
  const settings = { review: 'flagged' } as const;
  const reached = { thresholdOrganizations: 170, organizations: 169 };

  test.each([
    ['one short of the threshold', reached, 'With this, 170 of 170 organizations have signed'],
    [
      'with a threshold of people that is reached',
      { ...reached, thresholdIndividuals: 3, individuals: 5 },
      'With this, 170 of 170 organizations and 5 of 3 people have signed',
    ],
    ['two short', { ...reached, organizations: 168 }, undefined],
    ['with people missing', { ...reached, thresholdIndividuals: 3 }, undefined],
    ['on hold', { ...reached, held: 'yes' as const }, undefined],
    ['before its time', { ...reached, notBefore: '2026-12-01T12:00:00.000Z' }, undefined],
    ['published', { ...reached, status: 'published' as const }, undefined],
  ])('%s', async (_, gate, words) => {
    const id = await confirmed('a@gmail.com', 'Harbor Families');
    await seed(table, { settings, gate });
    const { out } = await run('approve', slug, id);
    if (words === undefined) expect(out).not.toContain('have signed');
    else
      expect(out.split('\n').at(-1)).toBe(
        `${words}: the letter is published within a minute. To stop that, run \`campaign hold ${slug}\` now.`,
      );
  });

  test('of several at once, and of a reinstatement, a promotion and a split', async () => {
    const ids = [await confirmed('a@gmail.com', 'Families'), await confirmed('b@gmail.com', 'Dock Workers')];
    const [id = '', other = ''] = ids;
    await seed(table, { settings, gate: { ...reached, organizations: 168 } });
    expect((await run('approve', slug, ...ids)).out).toContain('With these, 170 of 170');
    await seed(table, { settings, gate: reached });
    expect((await run('approve', slug, id)).out).not.toContain('have signed');
    await run('reject', slug, id);
    expect((await run('reinstate', slug, id)).out).toContain('With this, 170 of 170');
    await run('merge', slug, id, other, '--yes');
    expect((await run('promote', slug, other)).out).not.toContain('have signed');
    expect((await run('split', slug, id, '--yes')).out).toContain('With this, 170 of 170');
    await run('merge', slug, id, other, '--yes');
    await run('reject', slug, id);
    expect((await run('promote', slug, other)).out).toContain('With this, 170 of 170');
  });
});

describe('campaign promote', () => {
  test('names the sign-on that undoes it', async () => {
    const keep = await confirmed('ana@families.example.org', 'Harbor Families');
    const other = await confirmed('ben@families.example.org', 'Harbor Families');
    expect((await run('promote', slug, other)).out).toContain(
      `To undo this: \`campaign promote ${slug} ${keep.slice(0, 8)}\`.`,
    );
  });
});

describe('campaign merge', () => {
  test('merges look-alikes, and says what waits for what', async () => {
    const keep = await confirmed('ana@families.example.org', 'Harbor Families');
    const others = [
      await confirmed('ben@families.example.org', 'Harbour Families'),
      await confirmed('c@families.example.org', 'Harbor Familys'),
    ].map((id) => id.slice(0, 8));
    expect((await run('sign-ons', slug)).out).toMatch(
      /! name similar to “Harbor Families”, which has signed \([0-9a-f]{8}[^)]*; likeness 100 of 100\)/,
    );
    const asked = await run('merge', slug, keep.slice(0, 8), ...others);
    for (const id of others) expect(asked.error).toContain(`campaign split ${slug} ${id}`);
    const { exit, out, error } = await run('merge', slug, keep.slice(0, 8), ...others, '--yes');
    expect({ exit, error }).toEqual({ exit: 0, error: '' });
    expect(out).toContain(
      `${others[0]} Harbour Families: now belongs to the same organization as Harbor Families (${keep.slice(0, 8)})`,
    );
    expect(out).toContain(`\`campaign split ${slug} ${others[0]}\`, which counts it on its own.`);
    expect((await run('merge', slug, keep, others[0] ?? '', '--yes')).out).toContain('already');
    expect(await run('merge', slug, others[0] ?? '', 'abcdef', '--yes')).toMatchObject({ exit: 1 });
    expect((await run('merge', slug, keep)).exit).toBe(2);
  });

  test('names who counts afterwards, and who else will not, and how to undo it', async () => {
    const keep = await confirmed('ana@families.example.org', 'Harbor Families');
    const colleague = await confirmed('ben@families.example.org', 'Harbor Families');
    const other = await confirmed('cleo@shore.example.net', 'Shore Parents');
    const second = await confirmed('dan@shore.example.net', 'Shore Parents');
    const [kept, holder] = [keep, other].map((id) => id.slice(0, 8));
    const { error } = await run('merge', slug, colleague, second);
    expect(error).toContain(`only “Harbor Families” (Harbor City) [${kept}] counts`);
    expect(error).toContain(
      `is a duplicate of “Shore Parents” (Harbor City) [${holder}], which counts now and will not`,
    );
    expect(error).toContain(`\`campaign split ${slug} ${holder}\``);
    const { out } = await run('merge', slug, colleague, second, '--yes');
    expect(out).toContain(
      `\`campaign split ${slug} ${holder}\`, which counts “Shore Parents” (Harbor City) on its own`,
    );
    expect((await run('split', slug, other, '--yes')).exit).toBe(0);
    for (const [id, status] of [
      [keep, 'counted'],
      [colleague, 'duplicate'],
      [other, 'counted'],
      [second, 'duplicate'],
    ] as const)
      expect(JSON.parse((await run('sign-ons', slug, id, '--json')).out)).toMatchObject([{ status }]);
  });
});

describe('campaign split', () => {
  const church = (place: string) => ({ website: `https://church-${place}.example/`, city: place });
  async function sign(place: string): Promise<string> {
    const id = await signing.submit(`ana@church-${place}.example`, 'First Church', church(place));
    await signing.confirm(id);
    return id;
  }

  test('asks with both names and places, and then both count', async () => {
    const [albany, denver] = [await sign('albany'), await sign('denver')];
    expect((await run('sign-ons', slug)).out).toContain(
      `! an organization of this name in another place, with another domain, has signed (${albany.slice(0, 8)})`,
    );
    expect((await run('sign-ons', slug)).out).toContain(`\`campaign split ${slug} <id>\` counts both.`);
    const unasked = await run('split', slug, denver);
    expect(unasked.exit).toBe(1);
    expect(unasked.error).toContain(
      'Count “First Church” (denver) as a different organization from “First Church” (albany)?',
    );
    const undo = `\`campaign merge ${slug} ${albany.slice(0, 8)} ${denver.slice(0, 8)}\`, after which only “First Church” (albany) counts.`;
    expect(unasked.error).toContain(undo);
    const done = await run('split', slug, denver.slice(0, 8), '--yes');
    expect(done).toMatchObject({ exit: 0, error: '' });
    expect(done.out).toContain('counts as an organization of its own now');
    expect(done.out).toContain(undo);
    expect((await run('split', slug, denver, '--yes')).out).toContain('already counts');
    await confirmed('families@gmail.com', 'Harbor Families');
    expect((await run('sign-ons', slug)).out).not.toContain('campaign split');
    const merged = await run('merge', slug, albany, denver, '--yes');
    expect(merged.exit).toBe(0);
    expect((await run('split', slug, denver, '--yes')).exit).toBe(0);
  });

  test('merging into one that waits for review says how to keep either', async () => {
    const counted = await confirmed('ana@mill-creek.example', 'Mill Creek Grange');
    const waiting = await confirmed('mill.creek@gmail.com', 'Grange of Mill Creek');
    const { error } = await run('merge', slug, waiting, counted);
    expect(error).toContain(`first run \`campaign approve ${slug} ${waiting.slice(0, 8)}\`.`);
    expect(error).toContain(`\`campaign merge ${slug} ${counted.slice(0, 8)} ${waiting.slice(0, 8)}\``);
  });

  test('names another organization of the name that it may be, and tells two of one name and place apart', async () => {
    await sign('albany');
    const denver = await sign('denver');
    const third = await signing.submit('first.church@gmail.com', 'First Church', { city: 'denver' });
    expect(await signing.confirm(third)).toBe('already-signed-by-organization');
    expect((await run('split', slug, denver, '--yes')).exit).toBe(0);
    const asked = await run('split', slug, third);
    expect(asked.error).toContain(
      `“First Church” (denver) [${denver.slice(0, 8)}] counts under this name, too. If it is that one: \`campaign merge ${slug} ${denver.slice(0, 8)} ${third.slice(0, 8)}\`.`,
    );
    const merging = await run('merge', slug, denver, third);
    expect(merging.error).toContain(
      `Treat “First Church” (denver) [${third.slice(0, 8)}] as the same organization as “First Church” (denver) [${denver.slice(0, 8)}]? Then only “First Church” (denver) [${denver.slice(0, 8)}] counts.`,
    );
  });

  test('asks also if the sign-on counts already, and says who counts again', async () => {
    const keep = await confirmed('ana@mill-creek.example', 'Mill Creek Grange');
    const other = await confirmed('ben@orchard.example', 'Orchard Row Tenants');
    await run('merge', slug, keep, other, '--yes');
    await run('promote', slug, other, '--yes');
    const asked = await run('split', slug, other);
    expect(asked.exit).toBe(1);
    expect(asked.error).toContain('Count “Orchard Row Tenants” (Harbor City) as a different organization');
    expect(asked.error).toContain('The signer of “Mill Creek Grange” (Harbor City) gets an email.');
    expect(asked.error).toContain(`\`campaign merge ${slug} ${other.slice(0, 8)} ${keep.slice(0, 8)}\``);
    await run('reject', slug, keep, '--yes');
    const unmerged = await run('split', slug, other);
    expect(unmerged.error).toContain(
      'Count “Orchard Row Tenants” (Harbor City) as an organization of its own?',
    );
    expect((await run('split', slug, other, '--yes')).exit).toBe(0);
    // It was a duplicate when it was rejected, and nobody counts for its organization any more.
    await run('reinstate', slug, keep, '--yes');
    expect(await signing.read(keep)).toMatchObject({ eligible: 'no', review: 'waiting' });
    await run('approve', slug, keep, '--yes');
    expect(await signing.read(keep)).toMatchObject({ eligible: 'yes' });
  });

  test('says what to do instead if there is nothing to split', async () => {
    const id = await confirmed('families@gmail.com', 'Harbor Families');
    const { exit, error } = await run('split', slug, id, '--yes');
    expect({ exit, error }).toMatchObject({ exit: 1, error: expect.stringContaining('`campaign approve') });
    expect((await run('split', slug, 'ffffffff', '--yes')).exit).toBe(1);
    expect((await run('split', slug)).exit).toBe(2);
  });
});
