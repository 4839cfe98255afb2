import * as z from 'zod';
import { vacanciesPartition, vacancyKey } from './keys.ts';
import type { Store, Update } from './table.ts';

/** That a claim became vacant while others waited for it. Each time it becomes vacant there is a new mark. */
export interface Vacancy {
  organizationKey: string;
  mark?: unknown;
}

/** Whatever the mark is, the key says which claim became vacant. */
const vacancySchema = z.object({ SK: z.string(), mark: z.unknown().optional() });

/** Part of the transaction that leaves a claim vacant. */
export const vacancyUpdate = (slug: string, { organizationKey, mark }: Vacancy): Update => ({
  key: vacancyKey(slug, organizationKey),
  update: 'SET mark = :mark',
  values: { ':mark': mark },
});

/** Vacancies that one digest looks at. The next one looks at the others. */
const maxVacancies = 100;

/** Vacancies that no digest has looked at. */
export async function readVacancies(store: Store, slug: string): Promise<Vacancy[]> {
  const { items } = await store.query(vacancySchema, {
    PK: vacanciesPartition(slug),
    limit: maxVacancies,
    consistent: false,
  });
  return items.map(({ SK, mark }) => ({ organizationKey: SK, mark }));
}

/** Removes a vacancy that was looked at, unless the claim has become vacant again since it was read. */
export async function removeVacancy(
  store: Store,
  slug: string,
  { organizationKey, mark }: Vacancy,
): Promise<void> {
  await store.remove({
    remove: vacancyKey(slug, organizationKey),
    ...(mark === undefined
      ? { condition: 'attribute_not_exists(mark)' }
      : { condition: 'mark = :mark', values: { ':mark': mark } }),
  });
}
