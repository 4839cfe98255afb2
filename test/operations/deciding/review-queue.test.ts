import { expect, test } from '@jest/globals';
import { listForReview } from '../../../shared/operations/searching/review-list.ts';
import { signOnKey } from '../../../shared/table/keys.ts';
import { fakes, honest } from '../../support/fakes.ts';
import { slug } from '../../support/records.ts';
import { newSigning } from '../../support/signing.ts';
import { freshStore, seed } from '../../support/store.ts';

test.each(['flagged', 'before-counting'] as const)(
  'of two hundred sign-ons, fifty of them fake, the queue of a campaign with review %s shows the fakes first',
  async (review) => {
    const database = await freshStore();
    await seed(database, { settings: { review } });
    const signing = newSigning(database, { review });
    const fakeIds = new Set<string>();
    for (const { name, email, website, suspicions, isFake } of [...honest, ...fakes]) {
      const id = await signing.submit(email, name, website ? { website } : {});
      if (suspicions)
        await database.store.update({
          key: signOnKey(slug, id),
          update: 'SET suspicions = :suspicions',
          values: { ':suspicions': suspicions },
        });
      await signing.confirm(id);
      // An organizer lets count what nothing speaks against as it comes: names that count are what fakes resemble.
      const isClean = !(await signing.read(id)).flags?.length;
      if (review === 'before-counting' && isClean) await signing.approve(id);
      if (isFake) fakeIds.add(id);
    }
    const waiting = await listForReview(database.store, { slug, now: signing.now(), state: 'waiting' });
    const first = waiting.slice(0, fakes.length).map(({ signOn }) => fakeIds.has(signOn.id));
    expect(waiting.length).toBeGreaterThan(fakes.length + 20);
    expect(first.filter(Boolean)).toHaveLength(fakes.length);
    database.client.destroy();
  },
);
