import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as keys from '../../shared/table/keys.ts';

const slug = 'harbor-trees';
const id = 'a'.repeat(64);
const item = { PK: 'CAMPAIGN#harbor-trees', SK: 'EVENT#1' };
const inPartition = (PK: string): keys.Key => ({ PK, SK: 'ANY' });

/** Keys of what is stored for one campaign, by the functions that make them. */
const ofCampaign: Record<string, (of: string) => keys.Key> = {
  campaignPartition: (of) => inPartition(keys.campaignPartition(of)),
  settingsKey: keys.settingsKey,
  gateKey: keys.gateKey,
  textKey: (of) => keys.textKey(of, 'en', 'letter'),
  sourceKey: keys.sourceKey,
  pressContactKey: (of) => keys.pressContactKey(of, id),
  invitedKey: (of) => keys.invitedKey(of, id),
  eventKey: (of) => keys.eventKey(of, '1'),
  correctionKey: (of) => keys.correctionKey(of, '1'),
  mailingKey: (of) => keys.mailingKey(of, '1'),
  messageKey: (of) => keys.messageKey(of, id),
  messagePartition: (of) => inPartition(keys.messagePartition(of, id)),
  messageRecipientKey: (of) => keys.messageRecipientKey(of, id, id),
  sweepPositionKey: keys.sweepPositionKey,
  unreadableItemKey: (of) => keys.unreadableItemKey(of, item),
  figuresKey: keys.figuresKey,
  historyKey: (of) => keys.historyKey(of, '2026-11-28T11'),
  erasureKey: keys.erasureKey,
  signOnsPartition: (of) => inPartition(keys.signOnsPartition(of, 15)),
  signOnKey: (of) => keys.signOnKey(of, id),
  listingChangesPartition: (of) => inPartition(keys.listingChangesPartition(of)),
  listingChangeKey: (of) => keys.listingChangeKey(of, id),
  vacanciesPartition: (of) => inPartition(keys.vacanciesPartition(of)),
  vacancyKey: (of) => keys.vacancyKey(of, '2:example project'),
  claimKey: (of) => keys.claimKey(of, '2:example project'),
  lookAlikePartition: (of) => inPartition(keys.lookAlikePartition(of, 'b')),
  lookAlikeKey: (of) =>
    keys.lookAlikeKey(of, { bucket: 'b', sort: 's', organizationKey: '2:example project', id }),
  websiteKey: (of) => keys.websiteKey(of, 'example.org'),
  addressSignOnsKey: (of) => keys.addressSignOnsKey(of, id),
  mailBucketKey: (of) => keys.mailBucketKey('network', of),
};

/** Keys that a campaign's deletion leaves alone: shared by campaigns, or removed last (`campaignListKey`). */
const ofNoCampaign: Record<string, keys.Key> = {
  campaignListKey: keys.campaignListKey(slug),
  keyBackupKey: keys.keyBackupKey,
  addressItemKey: keys.addressItemKey(id),
  networkKey: keys.networkKey(id),
  mailBucketKey: keys.mailBucketKey('network'),
  slowedMailBucketKey: keys.slowedMailBucketKey('network'),
  networkSaltKey: keys.networkSaltKey('2026-11-28'),
  signInKey: keys.signInKey(id),
  organizerPartition: inPartition(keys.organizerPartition(id)),
  sessionKey: keys.sessionKey(id, id),
  browserKey: keys.browserKey(id, id),
  signInLinksKey: keys.signInLinksKey(id),
};

const makeNoKey = ['shardCount', 'allShards', 'campaignListPartition', 'prefixes'];
const readKeys = ['isOfCampaign', 'parseConsoleKey', 'parseItemKey', 'afterPrefix'];

describe('what belongs to a campaign', () => {
  test.each(Object.entries(ofCampaign))('%s', (_, keyOf) => {
    expect(keys.isOfCampaign(keyOf(slug), slug)).toBe(true);
    for (const other of ['harbor', 'harbor-trees-2', 'trees'])
      expect(keys.isOfCampaign(keyOf(other), slug)).toBe(false);
  });

  test.each(Object.entries(ofNoCampaign))('not %s', (_, key) => {
    expect(keys.isOfCampaign(key, slug)).toBe(false);
  });

  test('is said of every key that the file makes', () => {
    const said = new Set([
      ...Object.keys(ofCampaign),
      ...Object.keys(ofNoCampaign),
      ...makeNoKey,
      ...readKeys,
    ]);
    expect([...said].toSorted()).toEqual(Object.keys(keys).toSorted());
  });
});

test('No other file writes the beginning of a key', () => {
  const root = join(import.meta.dirname, '../..');
  const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8');
  const keysFile = 'shared/table/keys.ts';
  const beginnings = new Set(sourceOf(keysFile).match(/(?<=['"`])[A-Z]+#/g));
  expect(beginnings.size).toBeGreaterThan(20);
  const files = ['shared', 'functions', 'cli'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const literal = new RegExp(`['"\`](?:${[...beginnings].join('|')})`);
  expect(files.filter((file) => file !== keysFile && literal.test(sourceOf(file)))).toEqual([]);
});
