/** API Gateway waits 30 seconds. The rest is for the answer. */
const workMilliseconds = 20_000;

/** Starts the time that a request may work. The result says whether some of it is left. */
export function startWorkTime(now: () => Date): () => boolean {
  const end = now().getTime() + workMilliseconds;
  return () => now().getTime() < end;
}
