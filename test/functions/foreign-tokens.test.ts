import { beforeEach, describe, expect, test } from '@jest/globals';
import { newHandler as newConfirm } from '../../functions/confirm-sign-on.ts';
import { newHandler as newCorrect } from '../../functions/correct-sign-on.ts';
import { newHandler as newKeep } from '../../functions/keep-sign-on.ts';
import { newHandler as newShow } from '../../functions/show-sign-on.ts';
import { newHandler as newWithdraw } from '../../functions/withdraw-sign-on.ts';
import { makeToken } from '../../shared/sign-on/tokens.ts';
import {
  aLog,
  aRequest,
  asForm,
  asJson,
  aToken,
  callHandler,
  testLinkKeys,
  testNow,
} from '../support/api.ts';
import { siteUrl } from '../support/builders.ts';
import { addressKey, aSettings, aSignOn, slug } from '../support/records.ts';

// One person signed two campaigns: the id is the same in both, and here, at worst, so is the nonce.
const otherSlug = 'other-trees';
const signOn = aSignOn();
const { id, nonce } = signOn;
let written: string[];

const record =
  <Outcome>(action: string, outcome: Outcome) =>
  async (): Promise<Outcome> => {
    written.push(action);
    return outcome;
  };

const dependencies = {
  readCampaign: async (of: string) =>
    [slug, otherSlug].includes(of) ? { settings: aSettings({ slug: of }) } : undefined,
  linkKeys: async () => testLinkKeys,
  readSignOn: async (of: { slug: string; id: string }) =>
    [slug, otherSlug].includes(of.slug) && of.id === id ? { ...signOn, slug: of.slug } : undefined,
  readInvited: async () => undefined,
  now: () => testNow,
  newUlid: () => '01JD0000000000000000000000',
  addressKey,
  ...aLog(),
};

const actions = {
  confirm: newConfirm({ ...dependencies, confirm: record('confirmed', 'confirmed') }),
  correct: newCorrect({ ...dependencies, correct: record('corrected', 'corrected') }),
  keep: newKeep({ ...dependencies, keep: record('kept', undefined) }),
  withdraw: newWithdraw({
    ...dependencies,
    withdraw: record('withdrawn', 'withdrawn'),
    empty: record('emptied', 'withdrawn'),
  }),
};
const show = newShow({ ...dependencies, siteUrl });

const asked = (handler: unknown, token: string, body = {}, method = 'POST') =>
  callHandler(handler, aRequest({ method, parameters: { token }, ...body }));

const genuine = aToken(id, nonce);
const target = { purpose: 'sign-on', slug, id } as const;
const keyOf = (text: string) => ({ current: 'k1', keys: { k1: text.repeat(32) } });

/** Tokens that we, or somebody else, signed for another use than this sign-on of this campaign. */
const foreign: [string, string][] = [
  [
    'of another campaign, with this one’s name put in',
    makeToken(testLinkKeys, { ...target, slug: otherSlug }, nonce).replace(otherSlug, slug),
  ],
  ['of this campaign, with another one’s name put in', genuine.replace(slug, otherSlug)],
  ['to stop the mails', aToken(id, nonce, 'unsubscribe')],
  ['of a journalist', aToken(id, nonce, 'press')],
  [
    'to stop the mails, with the letter of this purpose put in',
    aToken(id, nonce, 'unsubscribe').replace('.u.', '.s.'),
  ],
  ['signed with another key of the same id', makeToken(keyOf('x'), target, nonce)],
  [
    'signed with a key that we do not have',
    makeToken({ current: 'k9', keys: { k9: 'x'.repeat(32) } }, target, nonce),
  ],
];

beforeEach(() => {
  written = [];
});

describe.each(foreign)('a token %s', (_, token) => {
  test.each(Object.entries(actions))('is answered 404 and changes nothing: %s', async (_action, handler) => {
    const answers = [await asked(handler, token, asJson({})), await asked(handler, token, asForm({}))];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(written).toEqual([]);
  });

  test('shows nothing', async () => {
    const { status, text } = await asked(show, token, {}, 'GET');
    expect(status).toBe(404);
    expect(JSON.parse(text)).toMatchObject({ type: '/problems/not-found' });
  });
});

test('the emailed token opens each of these routes', async () => {
  expect((await asked(show, genuine, {}, 'GET')).status).toBe(200);
  expect((await asked(actions.confirm, genuine, asJson({}))).status).toBe(200);
  expect((await asked(actions.withdraw, genuine, asJson({}))).status).toBe(200);
  expect(written).toEqual(['confirmed', 'withdrawn']);
});
