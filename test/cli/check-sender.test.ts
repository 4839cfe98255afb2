import { describe, expect, test } from '@jest/globals';
import { isSenderAddress } from '../../shared/campaign/sender-domain.ts';
import { aCampaignYaml } from '../campaign-folder/a-folder.ts';
import { freshStore } from '../support/store.ts';
import { campaign, folderOnDisk } from './a-terminal.ts';

const foreign = aCampaignYaml.replace('letters@example.org', 'shoreline@gmail.com');

describe('A sender outside the mail domains of the stage', () => {
  test('is refused by apply, with the line and what to write, and nothing is stored', async () => {
    const { store } = await freshStore();
    const folder = await folderOnDisk({ 'campaign.yaml': foreign });
    const on = { store, senderDomains: ['example.org', 'example.net'] };
    const { exit, out, error } = await campaign(['apply', folder, '--yes'], on);
    expect([exit, out]).toEqual([1, '']);
    expect(error).toContain('The campaign cannot send email from shoreline@gmail.com.');
    expect(error).toMatch(
      /campaign\.yaml:\d+ {2}sender\.address must be an address at example\.org or example\.net/,
    );
    expect(error).toContain('put shoreline@gmail.com into sender.replyTo');
    expect((await campaign(['status', 'harbor-trees'], on)).error).toContain(
      'There is no campaign harbor-trees',
    );
  });

  test('is told to programs with file, line and key', async () => {
    const folder = await folderOnDisk({ 'campaign.yaml': foreign });
    const { error } = await campaign(['apply', folder, '--yes', '--json'], {
      store: (await freshStore()).store,
      senderDomains: ['example.org'],
    });
    expect(JSON.parse(error)).toMatchObject({
      type: '/problems/invalid',
      status: 422,
      errors: [{ file: 'campaign.yaml', line: lineOfSender, key: 'sender.address' }],
    });
  });

  test('is refused by check with a stage, and passes without one', async () => {
    const folder = await folderOnDisk({ 'campaign.yaml': foreign });
    const on = { store: (await freshStore()).store, senderDomains: ['example.org'] };
    expect((await campaign(['check', folder, '--stage', 'prod'], on)).exit).toBe(1);
    expect((await campaign(['check', folder], on)).exit).toBe(0);
  });
});

const lineOfSender = foreign.split('\n').findIndex((line) => line.startsWith('sender:')) + 1;

test('A sender within the mail domains is applied', async () => {
  const { exit } = await campaign(['apply', await folderOnDisk(), '--yes'], {
    store: (await freshStore()).store,
    senderDomains: ['example.org'],
  });
  expect(exit).toBe(0);
});

test.each([
  ['letters@example.org', true],
  ['letters@Mail.Example.ORG', true],
  ['letters@notexample.org', false],
  ['letters@example.org.example.com', false],
  ['letters@org', false],
])('%s is an address of example.org: %p', (address, expected) => {
  expect(isSenderAddress(address, ['example.org'])).toBe(expected);
});
