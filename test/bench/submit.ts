import { randomBytes } from 'node:crypto';
import { type AttributeValue, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { newHandler } from '../../functions/submit-sign-on.ts';
import { newUlid } from '../../shared/context.ts';
import { log } from '../../shared/log.ts';
import { dailySalt } from '../../shared/operations/signing/network-salt.ts';
import { submitSignOn } from '../../shared/operations/signing/submit.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import { newNetworkLimiter, takeTokens } from '../../shared/table/network-limit.ts';
import { cachedSettings } from '../../shared/table/settings.ts';
import { aRequest, asForm, callHandler } from '../support/api.ts';
import { slug, testAddressKey } from '../support/records.ts';
import type { DynamoDbTestStore } from '../support/store.ts';
import { newDatabase } from './database.ts';
import { type Measured, median } from './figure.ts';
import { anOrganizationsForm } from './signers.ts';

const clients = 32;

/**
 * As `infra/stage/settings.ts` has them. Forty people sign from each office: most of them beyond what an instance lets
 * pass free.
 */
const limits = { free: 5, burst: 2500, perHour: 500 };
const officeOf = (count: number): string =>
  `198.51.${Math.floor(count / 40 / 256) % 256}.${Math.floor(count / 40) % 256}`;
/** Thousands, since that is when the engine has compiled what a crowd keeps calling. */
const warmUp = 4000;
const alone = { rounds: 24, perBlock: 25 };
const crowd = { rounds: 24, perBlock: 160 };

/**
 * What a submission costs beside a bare PutItem of the same row in the same database: the whole handler, from the
 * gateway's event to its answer. The two take turns in blocks and each round gives one ratio, so that whatever else the
 * machine does meets both.
 */
export async function measureSubmit(): Promise<Measured> {
  const database = await newDatabase({ settings: { review: 'flagged' } });
  const submit = submissions(database);
  await submit()();
  const put = await puts(database);
  for (const call of [submit, put]) await atOnce(Array.from({ length: warmUp }, call));

  const one = await inTurns(alone, { submit, put }, async (block) => {
    const times: number[] = [];
    for (const call of block) times.push(await milliseconds(call));
    return median(times);
  });
  const many = await inTurns(crowd, { submit, put }, async (block) => {
    const { length } = block;
    return (length * 1000) / (await milliseconds(() => atOnce(block)));
  });
  return {
    figures: [
      {
        name: 'submit against a bare PutItem: p50, one client',
        value: medianRatio(one),
        unit: 'times',
        bound: { atMost: 2 },
      },
      {
        name: `submit against a bare PutItem: throughput, ${clients} clients`,
        value: medianRatio(many),
        unit: 'times',
        bound: { atLeast: 0.6 },
      },
    ],
    details: {
      p50Milliseconds: { submit: median(one.submit), put: median(one.put) },
      perSecond: { submit: median(many.submit), put: median(many.put) },
    },
  };
}

type Call = () => Promise<unknown>;
type Kind = 'submit' | 'put';
type Rounds = Record<Kind, number[]>;

const medianRatio = ({ submit, put }: Rounds): number =>
  median(submit.map((value, round) => value / (put[round] ?? Number.NaN)));

/** Calls are made ready before the clock starts: the gateway's event and the marshalled row are nobody's to measure. */
async function inTurns(
  { rounds, perBlock }: { rounds: number; perBlock: number },
  calls: Record<Kind, () => Call>,
  measure: (block: Call[]) => Promise<number>,
): Promise<Rounds> {
  const measured: Rounds = { submit: [], put: [] };
  for (let round = 0; round < rounds; round++) {
    const order: Kind[] = round % 2 === 0 ? ['submit', 'put'] : ['put', 'submit'];
    for (const kind of order)
      measured[kind].push(await measure(Array.from({ length: perBlock }, calls[kind])));
  }
  return measured;
}

async function milliseconds(call: Call): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

async function atOnce(block: Call[]): Promise<void> {
  const client = async () => {
    for (let call = block.pop(); call; call = block.pop()) await call();
  };
  await Promise.all(Array.from({ length: clients }, client));
}

function submissions({ store }: DynamoDbTestStore): () => Call {
  const now = () => new Date();
  const handler = newHandler({
    readCampaign: cachedSettings(store, now),
    addressKey: async () => testAddressKey,
    networkSalt: dailySalt(store, now),
    admit: newNetworkLimiter(limits, {
      take: (network, tokens, at) => takeTokens(store, testAddressKey, { network, tokens, limits, now: at }),
      now,
    }),
    edgeKey: 'of no edge',
    hurriedSeconds: 3,
    submit: (submission) => submitSignOn(store, submission),
    newUlid,
    newNonce: () => randomBytes(16).toString('base64url'),
    now,
    log,
  });
  let count = 0;
  return () => {
    const event = aRequest({
      method: 'POST',
      path: `/api/campaigns/${slug}/sign-ons`,
      routeKey: 'POST /api/campaigns/{slug}/sign-ons',
      parameters: { slug },
      sourceIp: officeOf(count),
      ...asForm({ ...anOrganizationsForm(count++), comments: '', seconds: '75' }),
    });
    return async () => {
      const { status } = await callHandler(handler, event);
      if (status !== 303) throw new Error(`A submission was answered ${status}.`);
    };
  };
}

/** Puts of the row that a submission leaves, under ids of their own. */
async function puts({ client, tableName }: DynamoDbTestStore): Promise<() => Call> {
  const { Items = [] } = await client.send(
    new ScanCommand({
      TableName: tableName,
      FilterExpression: 'begins_with(SK, :signOn)',
      ExpressionAttributeValues: { ':signOn': { S: 'SIGNON#' } },
    }),
  );
  const [row] = Items;
  if (!row) throw new Error('A submission left no row.');
  return () => {
    const id = randomBytes(16).toString('hex');
    const { PK, SK } = signOnKey(slug, id);
    const Item: Record<string, AttributeValue> = { ...row, PK: { S: PK }, SK: { S: SK }, id: { S: id } };
    return () => client.send(new PutItemCommand({ TableName: tableName, Item }));
  };
}
