import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { letterHash } from '../../shared/campaign/letter-hashes.ts';
import { newUlid } from '../../shared/context.ts';
import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import { countSignOns } from '../../shared/operations/counting/count-sign-ons.ts';
import { confirmSignOn } from '../../shared/operations/signing/confirm.ts';
import { submitSignOn } from '../../shared/operations/signing/submit.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { signOnId } from '../../shared/sign-on/ids.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { readSubmission } from '../../shared/sign-on/submission.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import { readSignOn } from '../../shared/table/sign-ons.ts';
import { openStore } from '../../shared/table/table.ts';
import { freshTable } from '../support/dynamodb.ts';
import { newMailbox } from '../support/mailbox.ts';
import { aConfirmedSignOn, aSettings, slug, testAddressKey } from '../support/records.ts';
import { type DynamoDbTestStore, seed } from '../support/store.ts';
import type { Measured } from './figure.ts';
import { anOrganizationsForm, aPersonsForm } from './signers.ts';
import { noteWrites, type Written } from './written.ts';

const fullBatch = 98;

const longNamed = {
  ...anOrganizationsForm(1),
  organizationName: 'Lantern Harbor Conservancy of the Whole Waterfront',
};
const twoNamed = { ...longNamed, organizationName: `${longNamed.organizationName} (Harbor Keepers)` };

/** What one confirmed signer costs in write units, from the form to the thanks, counted in a full batch. */
export async function measureWriteUnits(): Promise<Measured> {
  const person = await costOf(aPersonsForm(1), 'none');
  const organization = await costOf(anOrganizationsForm(1), 'none');
  const flagged = await costOf(longNamed, 'flagged');
  const flaggedTwice = await costOf(twoNamed, 'flagged');
  return {
    figures: [
      { name: 'write units per confirmed person', value: sum(person), unit: 'units', bound: { atMost: 7.1 } },
      {
        name: 'write units per confirmed organization',
        value: sum(organization),
        unit: 'units',
        bound: { atMost: 10.1 },
      },
      {
        name: 'write units more with `review: flagged`, its name in all eight buckets',
        value: sum(flagged) - sum(organization),
        unit: 'units',
        bound: { atMost: 14.1 },
      },
      {
        name: 'the same with a second name, in all fourteen buckets',
        value: sum(flaggedTwice) - sum(organization),
        unit: 'units',
        bound: { atMost: 20 },
      },
    ],
    details: { person, organization, flagged, flaggedTwice },
  };
}

/** A part of the story, with the signer's share of what it wrote. */
interface Cost {
  units: number;
  /** Of this signer; whoever else is counted in the same batch writes the like. */
  writes: Written[];
}
type Costs = Record<string, Cost>;
const sum = (costs: Costs): number => Object.values(costs).reduce((total, { units }) => total + units, 0);

async function costOf(form: Record<string, string>, review: 'none' | 'flagged'): Promise<Costs> {
  const { client, tableName, endpoint } = await freshTable();
  const store = openStore(tableName, { client });
  const database: DynamoDbTestStore = { store, client, tableName, put: () => Promise.resolve() };
  const put = async (item: object): Promise<void> => {
    const PutRequest = { Item: marshall(item, { removeUndefinedValues: true }) };
    await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: [{ PutRequest }] } }));
  };
  const others = Array.from({ length: fullBatch - 1 }, (_, index) =>
    aConfirmedSignOn({ email: `other-${index}@example.org`, counted: 'no' }),
  );
  const settings = aSettings({ review });
  await seed({ ...database, put }, { settings, gate: { thresholdIndividuals: 1000 }, signOns: others });

  const written = noteWrites(client, endpoint);
  const costs: Costs = {};
  const mailbox = newMailbox(database, new Date());
  const step = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    written.length = 0;
    await work();
    costs[name] = { units: unitsOf(written), writes: [...written] };
  };
  const read = submissionOf(form);
  const { slug: of, id } = read;
  const row = async (): Promise<SignOn> => {
    const signOn = await readSignOn(store, { slug: of, id, now: new Date() });
    if (!signOn) throw new Error('The submission left no row.');
    return signOn;
  };
  const mail = async () => handleMailTask(mailbox.dependencies(), { task: 'pending', ...signOnKey(of, id) });
  await step('submit', () =>
    submitSignOn(store, {
      ...read,
      network: 'a'.repeat(32),
      now: new Date(),
      newUlid,
      newNonce: () => 'n'.repeat(22),
    }),
  );
  await step('confirmation mail: permission and record', mail);
  await step('confirm', async () =>
    confirmSignOn(store, {
      settings,
      signOn: await row(),
      now: new Date(),
      newUlid,
      addressKey: () => Promise.resolve(testAddressKey),
    }),
  );
  const uncounted = [...others, await row()];
  written.length = 0;
  await countSignOns(store, of, uncounted, { now: () => new Date(), newUlid });
  costs['count, its share of a full batch'] = {
    units: unitsOf(written) / fullBatch,
    writes: written.slice(fullBatch - 1),
  };
  await step('thanks: record', mail);
  client.destroy();
  return costs;
}

const unitsOf = (written: Written[]): number => written.reduce((total, { units }) => total + units, 0);

function submissionOf(form: Record<string, string>) {
  const read = readSubmission(form, aSettings());
  if (!read.ok) throw new Error('The form is not one that is taken.');
  const { kind, email, details } = read;
  const key = details.organizationName && organizationKey(details.organizationName);
  const id = signOnId(testAddressKey, { kind, email, ...(key && { organizationKey: key }) });
  return { slug, id, kind, email, details: { ...details, agreedTo: letterHash('the letter') } };
}
