import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { campaign } from './a-terminal.ts';

const folder = await mkdtemp(join(tmpdir(), 'undersigned-pairs-'));
afterAll(() => rm(folder, { recursive: true }));

async function aFile(text: string | Uint8Array): Promise<string> {
  const file = join(folder, 'pairs.csv');
  await writeFile(file, text);
  return file;
}

test('campaign compare says whether two names are one organization, and why', async () => {
  const { exit, out, error } = await campaign(['compare', 'Harbor Families, Inc.', 'Harbor Families']);
  expect({ exit, error }).toEqual({ exit: 0, error: '' });
  expect(out).toBe('One organization. One has a legal form, such as Inc.');
});

test('campaign compare gives programs the same', async () => {
  const { out } = await campaign(['compare', 'Ηarbor Families', 'Harbor Families', '--json']);
  expect(JSON.parse(out)).toEqual({ same: false, similar: true, because: ['letters-alike'] });
});

test('campaign compare answers for each pair of a file, in its order', async () => {
  const file = await aFile('Harbor, Inc.;Harbor\nReef Local 1;Reef Local 2\n');
  expect(JSON.parse((await campaign(['compare', file, '--json'])).out)).toEqual([
    { same: true, similar: true, because: ['legal-form'] },
    { same: false, similar: false, because: ['different-numbers'] },
  ]);
  expect((await campaign(['compare', file])).out).toBe(
    [
      `${file}: 2 pairs, 1 the same, 0 similar, 1 different.`,
      '  same      Harbor, Inc. | Harbor',
      '  different Reef Local 1 | Reef Local 2',
    ].join('\n'),
  );
});

test('campaign compare reads what Excel saves', async () => {
  const file = await aFile(Buffer.from('\uFEFFNiños del Puerto\tNinos del Puerto\n', 'utf16le'));
  expect(JSON.parse((await campaign(['compare', file, '--json'])).out)).toEqual([
    { same: true, similar: true, because: ['spelling'] },
  ]);
});

test('campaign compare names each line that is not a pair, and what to do', async () => {
  const { exit, out, error } = await campaign(['compare', await aFile('Harbor,Reef\nHarbor\nReef,\n')]);
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(error).toContain('has 2 mistakes; nothing is compared.');
  expect(error).toContain('pairs.csv:2  The row does not have two cells.');
  expect(error).toContain('pairs.csv:3  A name is missing.');
});

test('campaign compare says how to give two names if there is no such file', async () => {
  const { exit, error } = await campaign(['compare', 'Harbor Families']);
  expect(exit).toBe(1);
  expect(error).toContain('To compare two names, put each in quotation marks.');
});

test('campaign compare refuses an empty name', async () => {
  expect((await campaign(['compare', 'Harbor', ' '])).exit).toBe(2);
});
