import type { Store } from '../../shared/table/table.ts';

/**
 * A table whose first answer to each update is lost after the update was made, so that the SDK sends it a second time.
 * The caller sees the second answer.
 */
export const losingAnswers = (store: Store): Store => ({
  ...store,
  update: async (update) => {
    await store.update(update);
    return await store.update(update);
  },
});
