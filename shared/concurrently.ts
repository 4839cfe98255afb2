/** With more, files would wait for a socket after the lease was checked. */
const atOnce = 20;

/**
 * Does the work for each item, several at once, in the order in which the items come. After one fails, no other is
 * begun, and those under way are awaited.
 */
export async function forEachConcurrently<T>(
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let hasFailed = false;
  const worker = async (): Promise<void> => {
    try {
      while (!hasFailed) {
        const { value, done } = await iterator.next();
        if (done) return;
        await work(value);
      }
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
