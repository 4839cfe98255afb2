import { startJourney } from '../support/journey.ts';
import { aPerson, eventually, linkOf, mail, press, submitForm } from '../support/strangers.ts';
import { type Measured, percentile } from './figure.ts';

const campaigns = 20;
const appliedAtOnce = 4;

/** Seconds from the answer to the button that reaches the threshold until the release can be read, on the whole stack. */
export async function measurePublicationTime(): Promise<Measured> {
  const journey = await startJourney();
  try {
    const slugs = Array.from({ length: campaigns }, (_, index) => `letter-${index}`);
    for (let at = 0; at < campaigns; at += appliedAtOnce)
      await Promise.all(
        slugs
          .slice(at, at + appliedAtOnce)
          .map((slug) => journey.apply(slug, { publication: ['threshold: { individuals: 1 }'] })),
      );
    const seconds: number[] = [];
    for (const slug of slugs) seconds.push(await publish(journey, slug));
    const bound = { atMost: 2 };
    return {
      figures: [
        {
          name: 'threshold confirm to release readable, p50',
          value: percentile(seconds, 0.5),
          unit: 'seconds',
        },
        {
          name: 'threshold confirm to release readable, p95',
          value: percentile(seconds, 0.95),
          unit: 'seconds',
          bound,
        },
        {
          name: 'memory of the whole stack but DynamoDB, at most',
          value: process.resourceUsage().maxRSS / 1024,
          unit: 'MB',
        },
      ],
    };
  } finally {
    await journey.end();
  }
}

async function publish({ site, inbox }: { site: string; inbox: string }, slug: string): Promise<number> {
  const person = aPerson(`Signer Of ${slug}`, { email: `${slug}@example.org` });
  await submitForm(site, slug, person);
  const link = linkOf(await mail(inbox, `${slug}@example.org`));
  await press(link, 'confirm');
  const confirmedAt = performance.now();
  await eventually('the release', async () =>
    (await fetch(`${site}/${slug}/release/`)).status === 200 ? true : undefined,
  );
  return (performance.now() - confirmedAt) / 1000;
}
