import { expect, test } from '@jest/globals';
import { readMachine } from '../../../cli/doctor/read-machine.ts';
import { campaign } from '../a-terminal.ts';
import { denied, readyMachine, readyStage } from './stage-state.ts';

const sandboxed = {
  ...readyStage,
  account: {
    value: {
      ProductionAccessEnabled: false,
      SendingEnabled: true,
      SendQuota: { Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 0 },
    },
  },
  concurrency: denied('lambda:GetAccountSettings'),
};

test('`doctor` first lists what stops email or publication, each with what to do, in 80 columns, and exits with 1', async () => {
  const ran = await campaign(['doctor', '--stage', 'prod'], {
    readStage: async () => sandboxed,
    columns: 80,
  });
  expect(ran.exit).toBe(1);
  const lines = ran.out.split('\n');
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines.slice(0, 4)).toEqual([
    'Stage prod',
    '  stops    The account is in SES’s sandbox: it sends 200 emails a day, to',
    '           verified addresses only.',
    '           Ask for production access: step 7 of docs/deploy.md has a text for',
  ]);
  expect(ran.error).toBe('Fix what stops email or publication first: 1.');
});

test('`doctor --json` gives programs every finding', async () => {
  const { exit, out } = await campaign(['doctor', '--stage', 'prod', '--json'], {
    readStage: async () => sandboxed,
  });
  expect(exit).toBe(1);
  const { stage, findings } = JSON.parse(out);
  expect(stage).toBe('prod');
  expect(findings).toContainEqual({
    check: 'sandbox',
    state: 'stops',
    says: expect.any(String),
    cure: expect.any(String),
  });
});

test('Warnings alone leave the exit status 0', async () => {
  const { exit, out } = await campaign(['doctor'], {
    readMachine: async () => ({ ...readyMachine, browser: undefined }),
  });
  expect(exit).toBe(0);
  expect(out).toMatch(/^This machine\n {2}warning {2}No Chromium.*\n[\s\S]*\d+ in order, 1 warning\.$/);
});

test('This machine can be read', async () => {
  const machine = await readMachine({ ...process.env, UNDERSIGNED_DATA_DIR: '/nowhere' });
  expect(machine).toMatchObject({ node: process.versions.node, stack: undefined, dataDirectory: '/nowhere' });
  expect(machine.freeBytes).toBeGreaterThan(0);
});
