import { setTimeout as pause } from 'node:timers/promises';
import { type Journey, startJourney } from '../support/journey.ts';
import { aPerson, eventually, linkOf, mail, press, progressOf, submitForm } from '../support/strangers.ts';
import { type Measured, percentile } from './figure.ts';

const campaigns = 24;
const appliedAtOnce = 4;

/**
 * Seconds from the answer to the button that reaches the threshold until the release can be read, on the whole stack.
 * A second of them is the tally's, which waits that long for more to count (`infra/tally.ts`).
 */
export async function measurePublicationTime(): Promise<Measured> {
  const journey = await startJourney();
  try {
    const slugs = Array.from({ length: campaigns }, (_, index) => `letter-${index}`);
    for (let at = 0; at < campaigns; at += appliedAtOnce)
      await Promise.all(slugs.slice(at, at + appliedAtOnce).map((slug) => apply(journey, slug)));
    const links = await Promise.all(slugs.map((slug) => linkFor(journey, slug)));
    const seconds: number[] = [];
    for (const [index, slug] of slugs.entries())
      seconds.push(await secondsToRelease(journey, slug, links[index] ?? ''));
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
          bound: { atMost: 2 },
        },
        {
          name: 'memory of bench and stack, but for the database, at most',
          value: process.resourceUsage().maxRSS / 1024,
          unit: 'MB',
        },
      ],
      details: { seconds },
    };
  } finally {
    await journey.end();
  }
}

async function apply(journey: Journey, slug: string): Promise<void> {
  const { status, stderr } = await journey.apply(slug, { publication: ['threshold: { individuals: 1 }'] });
  if (status !== 0) throw new Error(stderr);
}

/** The link in the mail of the person whose button will publish the campaign. */
async function linkFor({ site, inbox }: Journey, slug: string): Promise<string> {
  const email = `${slug}@example.org`;
  const answer = await submitForm(site, slug, aPerson('Ana Ruiz', { email }));
  if (answer.status !== 303) throw new Error(`The form answered ${answer.status}.`);
  return linkOf(await mail(inbox, email));
}

async function secondsToRelease({ site }: Journey, slug: string, link: string): Promise<number> {
  const answer = await press(link, 'confirm');
  if (answer.status !== 200) throw new Error(`The button answered ${answer.status}.`);
  const pressedAt = performance.now();
  let status = 404;
  while (status === 404) {
    await pause(10);
    const release = await fetch(`${site}/${slug}/release/`);
    await release.arrayBuffer();
    status = release.status;
  }
  const seconds = (performance.now() - pressedAt) / 1000;
  if (status !== 200) throw new Error(`The release answered ${status}.`);
  // What follows the release is not to get in the next one's way: the publication, and then the PDFs.
  await eventually('the publication', async () =>
    (await progressOf(site, slug)).status === 'published' ? true : undefined,
  );
  await eventually('the PDF', async () =>
    (await fetch(`${site}/${slug}/letter.pdf`)).status === 200 ? true : undefined,
  );
  return seconds;
}
