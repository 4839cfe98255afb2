import { newUlid } from '../../shared/context.ts';
import { confirmSignOn } from '../../shared/operations/signing/confirm.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { aSettings, aSignOn, organizationDetails, testAddressKey } from '../support/records.ts';
import { seed } from '../support/store.ts';
import { newDatabase } from './database.ts';
import { type Measured, median } from './figure.ts';
import { anOrganizationsForm } from './signers.ts';

const signOns = 400;
const warmUp = 200;
const kinds = ['none', 'flagged'] as const;

/** What it was in November 2026 before most evidence was added, measured on the commit e84bebed in the same hour. */
const before = 2.9;

/**
 * How long it takes to confirm an organization's sign-on with all evidence, beside one of a campaign without review.
 * The two take turns in the same campaign, so that both meet the same rows and whatever else the machine does.
 */
export async function measureConfirm(): Promise<Measured> {
  const database = await newDatabase({
    settings: { review: 'flagged' },
    gate: { thresholdOrganizations: 100_000 },
  });
  const pending = Array.from({ length: 2 * (signOns + warmUp) }, (_, index) => pendingOrganization(index));
  for (let start = 0; start < pending.length; start += 50)
    await seed(database, { signOns: pending.slice(start, start + 50) });

  const times = { none: [] as number[], flagged: [] as number[] };
  for (const [index, signOn] of pending.entries()) {
    const review = kinds[(index + Math.floor(index / 2)) % 2] ?? 'none';
    const start = performance.now();
    const outcome = await confirmSignOn(database.store, {
      settings: aSettings({ review }),
      signOn,
      now: new Date(),
      newUlid,
      addressKey: () => Promise.resolve(testAddressKey),
    });
    if (outcome !== 'confirmed') throw new Error(`A confirmation was answered ${outcome}.`);
    if (index >= 2 * warmUp) times[review].push(performance.now() - start);
  }
  return {
    figures: [
      {
        name: 'confirming an organization with all evidence against none: p50',
        value: median(times.flagged) / median(times.none),
        unit: 'times',
        bound: { atMost: 1.5 * before },
      },
    ],
    details: { p50Milliseconds: { none: median(times.none), flagged: median(times.flagged) } },
  };
}

/** With a website and an address of its own domain, as most have, so that it counts at once. */
function pendingOrganization(index: number): SignOn {
  const { organizationName = '', city = '', region = '' } = anOrganizationsForm(index);
  const host = `chapter-${index}.example.org`;
  return aSignOn({
    kind: 'organization',
    email: `office@${host}`,
    organizationKey: organizationKey(organizationName),
    submission: organizationDetails(organizationName, { website: `https://${host}/`, city, region }),
  });
}
