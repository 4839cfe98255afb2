import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { aCampaignYaml, aRelease } from '../campaign-folder/a-folder.ts';
import { circle, svg } from '../rendering/logo/pictures.ts';
import { freshStore } from '../support/store.ts';
import { campaign, folderOnDisk } from './a-terminal.ts';

describe('campaign check', () => {
  test('summarizes a folder without mistakes', async () => {
    const folder = await folderOnDisk();
    await mkdir(join(folder, 'drafts'));
    const { exit, out, error } = await campaign(['check', folder]);
    expect({ exit, error }).toEqual({ exit: 0, error: '' });
    expect(out).toContain(`${folder} has no mistakes.`);
    expect(out).toContain('170 Organizations Urge Commission to Keep the Trees');
  });

  test('gives programs the same', async () => {
    const { out } = await campaign(['check', `${await folderOnDisk()}/`, '--json']);
    expect(JSON.parse(out)).toEqual({
      slug: 'harbor-trees',
      logos: 0,
      translations: [],
      subject: 'Keep the Trees',
      headline: '170 Organizations Urge Commission to Keep the Trees',
      quotes: { count: 1, approved: true },
      pressContacts: 1,
      warnings: [],
    });
  });

  test('lists every mistake on stderr, with its place and what to do', async () => {
    const folder = await folderOnDisk({
      'campaign.yaml': aCampaignYaml.replace('language: en', 'language: de'),
      'release.md': aRelease.replace('{{ letter.url }}', '#'),
    });
    const { exit, out, error } = await campaign(['check', folder]);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(error).toBe(`${folder} has 2 mistakes.

campaign.yaml:5  language must be en or es or fr, not “de”.
    Write it like this: language: en (or es or fr)
release.md:6  A link to # does not work.
    Write the full address: https://…, http://…, mailto:name@example.org or tel:+15550142.`);
  });

  test('draws the logos in the release, and ignores other pictures', async () => {
    const release = aRelease.replace('quotes:', 'logos: [{ file: logo.svg, alt: Shoreline }]\nquotes:');
    const folder = await folderOnDisk({
      'release.md': release,
      'logo.svg': svg(circle).toString(),
      'other.svg': svg(circle).toString(),
    });
    const { exit, out } = await campaign(['check', folder]);
    expect(exit).toBe(0);
    expect(out).toContain('\n  logos     1\n');
    expect(out.match(/.*is ignored.*/g)).toEqual([
      'Note: other.svg is not part of a campaign and is ignored.',
    ]);
  });

  test('reports every logo that cannot be drawn, with its line and what to do', async () => {
    const logos = `logos:
  - { file: missing.svg, alt: A }
  - { file: words.svg, alt: B }
  - { file: press-list.csv, alt: C }
  - { file: large.png, alt: D }
  - { file: drafts, alt: E }
`;
    const folder = await folderOnDisk({
      'release.md': aRelease.replace('quotes:', `${logos}quotes:`),
      'release.es.md': aRelease.replace('quotes:', 'logos: [{ file: otro.svg, alt: F }]\nquotes:'),
      'words.svg': svg('<text>Shoreline</text>').toString(),
      'large.png': 'x'.repeat(300_000),
    });
    await mkdir(join(folder, 'drafts'));
    const { error } = await campaign(['check', folder]);
    expect(error.match(/^release.*/gm)).toEqual([
      'release.md:5  missing.svg is not in the folder.',
      'release.md:6  words.svg contains text, which looks different on each computer.',
      'release.md:7  press-list.csv is neither SVG, PNG nor JPEG.',
      'release.md:8  large.png has more than 200 KB.',
      'release.md:9  drafts is not in the folder.',
      'release.es.md:4  otro.svg is not a logo of release.md.',
    ]);
  });

  test('gives programs a problem document with every mistake', async () => {
    const folder = await folderOnDisk({ 'letter.md': null });
    const { error } = await campaign(['check', folder, '--json']);
    expect(JSON.parse(error)).toMatchObject({
      type: '/problems/invalid',
      status: 422,
      errors: [{ file: 'letter.md', line: 1, message: 'This file is missing.', cure: expect.any(String) }],
    });
  });

  test('says so if the folder does not exist', async () => {
    const { exit, error } = await campaign(['check', '/nowhere/at-all']);
    expect(exit).toBe(1);
    expect(error).toContain('There is no folder /nowhere/at-all');
  });

  test('of a file in the folder says which folder to give', async () => {
    const folder = await folderOnDisk();
    const { exit, error } = await campaign(['check', join(folder, 'letter.md')]);
    expect([exit, error]).toEqual([
      1,
      `${folder}/letter.md is a file. Give the folder that it is in: ${folder}`,
    ]);
  });
});

describe('Commands with a path that does not work', () => {
  const tooLong = 'x'.repeat(300);

  test.each([
    ['no longer leads anywhere', 'nowhere', 'letter.md does not exist. Check the path.'],
    ['leads to itself', 'letter.md', 'letter.md is a link that leads to itself.'],
    ['leads to a folder', 'drafts', 'letter.md:1  This file is missing.'],
  ])('check of a folder with a link that %s', async (_, target, message) => {
    const folder = await folderOnDisk({ 'letter.md': null });
    await mkdir(join(folder, 'drafts'));
    await symlink(target, join(folder, 'letter.md'));
    const { exit, error } = await campaign(['check', folder]);
    expect([exit, error]).toEqual([1, expect.stringContaining(message)]);
  });

  test.each([
    ['is a file', 'letter.md', /letter\.md( exists already and is not|\S* leads through a file)/],
    ['leads through a file', 'letter.md/out', /leads through a file, as if it were a folder\./],
    ['is too long', tooLong, /is too long\. Name a shorter path\./],
  ])('preview and pull: one that %s', async (_, name, message) => {
    const folder = await folderOnDisk();
    const { store } = await freshStore();
    await campaign(['apply', folder, '--yes'], { store });
    const out = join(folder, name);
    for (const command of [
      ['preview', folder, '--out', out],
      ['pull', 'harbor-trees', '--out', out],
    ]) {
      const { exit, error } = await campaign(command, { store });
      expect([exit, error]).toEqual([1, expect.stringMatching(message)]);
    }
  });

  test.each([
    ['EACCES', { path: 'a/b' }, 'not-found', 'a/b cannot be used: you have no permission.'],
    ['EROFS', { path: 'a/b' }, 'not-found', 'a/b cannot be written: its disk can only be read.'],
    ['ENOSPC', {}, 'unavailable', 'A file cannot be written: the disk is full.'],
    ['EISDIR', { path: 'a.part', dest: 'a.csv' }, 'not-found', 'a.csv is a folder. Name a file.'],
    ['EBUSY', { path: 'a/b' }, 'not-found', 'a/b cannot be used (EBUSY). Check the path.'],
  ])('%s is said in words, and to programs', async (code, where, type, detail) => {
    const connect = () => Promise.reject(Object.assign(new Error(code), { code, syscall: 'open', ...where }));
    const { exit, error } = await campaign(['status', 'harbor-trees', '--json'], { connect });
    expect(exit).toBe(1);
    expect(JSON.parse(error)).toMatchObject({
      type: `/problems/${type}`,
      detail: expect.stringContaining(detail),
    });
  });

  test('a mistake of the code keeps its stack', async () => {
    const connect = () => Promise.reject(new TypeError('not a function'));
    await expect(campaign(['status', 'harbor-trees'], { connect })).rejects.toThrow(TypeError);
  });
});

describe('Commands with wrong arguments', () => {
  test.each([
    [[], 'A command is missing.'],
    [['chek'], 'Unknown command chek.'],
    [['constructor'], 'Unknown command constructor.'],
    [['check'], '<folder> is missing.'],
    [['check', ''], '<folder> is empty.'],
    [['erase', 'harbor-trees', ' '], '<id> is empty.'],
    [['check', 'a', 'b'], 'Unexpected argument: b.'],
    [['check', 'a', '--loud'], "Unknown option '--loud'"],
    [['status', 'a', '--stage'], "Option '--stage <value>' argument missing"],
    [
      ['status', 'a', '--stage', 'A/B'],
      '--stage needs the name of a stage: lowercase letters, digits and hyphens.',
    ],
    [['apply', 'a', '--editorial', ' '], '--editorial needs a reason'],
    [['promote', 'harbor-trees', 'ana'], 'ana is not an id'],
  ])('%j: %s', async (args, message) => {
    const { exit, out, error } = await campaign(args);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(error).toContain(message);
    expect(error).toContain('Usage: campaign ');
  });

  test.each([['--help'], ['apply', '--help']])('are helped by %s', async (...args) => {
    const { exit, out } = await campaign(args);
    expect(exit).toBe(0);
    expect(out).toContain('apply <folder> [--yes]');
  });
});

describe('Commands', () => {
  test.each([
    ['apply', '--yes'],
    ['status'],
    ['hold'],
    ['resume'],
    ['pause'],
    ['unpause'],
    ['publish', '--yes'],
    ['supplement', '--yes'],
  ])('%s without a running stack prints one sentence with what to do', async (name, ...options) => {
    const target = name === 'apply' ? await folderOnDisk() : 'harbor-trees';
    const { exit, out, error } = await campaign([name, target, ...options]);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(error).toMatch(/^No local stack is running in \S+: start one with `npm start`, .*\.$/);
  });

  test('run from the shell answer with their exit status', () => {
    const shell = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'cli/main.ts', ...args], {
        encoding: 'utf8',
        env: { ...process.env, UNDERSIGNED_DATA_DIR: '/nowhere' },
      });
    expect(shell('check', 'campaigns/harbor-trees')).toMatchObject({ status: 0, stderr: '' });
    expect(shell('status', 'harbor-trees', '--json')).toMatchObject({ status: 1, stdout: '' });
    expect(shell('nothing')).toMatchObject({ status: 2, stdout: '' });
  });

  test('run from the shell end quietly when the reader stops, as with `head`', async () => {
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      'cli/main.ts',
      'check',
      'campaigns/harbor-trees',
    ]);
    child.stdout.destroy();
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    const [status] = await once(child, 'close');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
  });
});
