import { type Mail, mails, signerLink, waitFor } from './inbox.ts';
import { type Applicant, applicants } from './organizations.ts';
import { newProgressBar } from './output.ts';
import { pressButton, submit } from './visitor.ts';

export interface StackAddresses {
  site: string;
  inbox: string;
  slug: string;
}

export interface StoryTimes {
  firstMail: Date;
  lastConfirmed: Date;
  releaseReadable: Date;
}

/** How many people use the site at once in the demo. */
const visitors = 8;

/** How many publication emails the press list and the organizers of the sample get. */
export interface ExpectedMails {
  organizations: number;
  journalists: number;
}

/**
 * Plays the whole story over HTTP, as the people would. Throws an error that says what is wrong unless there is one
 * publication with the right number and list, and each email went once to the right address.
 */
export async function playStory(
  { site, inbox, slug }: StackAddresses,
  expected: ExpectedMails,
): Promise<StoryTimes> {
  const all = applicants(expected.organizations);

  const submitted = newProgressBar('Organizations fill in the form', all.length);
  await forEachConcurrently(all, (applicant) => submit(site, slug, applicant), submitted);

  const arrived = newProgressBar('Mails with their links arrive', all.length);
  const requests = await waitFor('every confirmation mail', 60, async () => {
    const found = linksByAddress(await mails(inbox));
    arrived(found.size);
    return found.size >= all.length ? found : undefined;
  });

  expect(await statusOf(site, `${slug}/release/`), 404, 'the release, before the threshold');
  const confirmed = newProgressBar('Each presses the button', all.length);
  await forEachConcurrently(all, (applicant) => confirm(requests, applicant), confirmed);
  const lastConfirmed = new Date();

  await waitFor('the release', 60, async () =>
    (await statusOf(site, `${slug}/release/`)) === 200 ? true : undefined,
  );
  const releaseReadable = new Date();
  await checkPublished(site, slug, all);
  await checkMails(inbox, all, expected);

  const [first] = await mails(inbox);
  return { firstMail: new Date(first?.at ?? 0), lastConfirmed, releaseReadable };
}

async function confirm(requests: Map<string, string>, { email, organizationName }: Applicant): Promise<void> {
  const to = await pressButton(requests.get(email) ?? '');
  if (!to.endsWith('/signed/')) throw new Error(`${organizationName}: the button led to ${to}`);
}

function linksByAddress(all: Mail[]): Map<string, string> {
  const links = new Map<string, string>();
  for (const mail of all) {
    const [to = ''] = mail.to;
    const link = signerLink(mail);
    if (link) links.set(to, link);
  }
  return links;
}

async function checkPublished(site: string, slug: string, all: Applicant[]): Promise<void> {
  const release = await textOf(site, `${slug}/release.txt`);
  if (!new RegExp(`^${all.length} Organizations`, 'm').test(release))
    throw new Error(`the release’s headline does not say ${all.length} organizations`);
  const letter = await textOf(site, `${slug}/letter.txt`);
  const missing = all.filter(({ organizationName }) => !letter.includes(organizationName));
  expect(missing.length, 0, 'organizations missing from the letter');
  const list: { organizations: unknown[] } = JSON.parse(await textOf(site, `${slug}/signatories.json`));
  expect(list.organizations.length, all.length, 'organizations in signatories.json');
  // The job writes the release before everything that links to it, and progress.json last.
  const organizations = await waitFor('progress.json to say published', 30, async () => {
    const progress: { status: string; organizations: number } = JSON.parse(
      await textOf(site, `${slug}/progress.json`),
    );
    return progress.status === 'published' ? progress.organizations : undefined;
  });
  expect(organizations, all.length, 'organizations in progress.json');
}

/** Each signer gets a confirmation, thanks and news once. Each journalist gets the release once. */
async function checkMails(inbox: string, all: Applicant[], expected: ExpectedMails): Promise<void> {
  const total = all.length * 3 + expected.journalists;
  const bar = newProgressBar('All mails, with thanks and releases', total);
  const addresses = new Set(all.map(({ email }) => email));
  const sent = await waitFor('the mails of the publication', 120, async () => {
    const emails = await mails(inbox);
    bar(Math.min(total, emails.length));
    const toSigners = emails.filter(({ to: [to = ''] }) => addresses.has(to));
    const releases = emails.filter(isRelease);
    return toSigners.length >= all.length * 3 && releases.length >= expected.journalists ? emails : undefined;
  });
  bar(total);
  const journalists = sent.filter(isRelease).flatMap(({ to }) => to);
  expect(journalists.length, expected.journalists, 'releases sent to the press');
  expect(new Set(journalists).size, expected.journalists, 'journalists who got one');
}

const isRelease = ({ subject, headers }: Mail): boolean =>
  /^\d+ Organizations/.test(subject) && headers['list-unsubscribe'] !== undefined;

function expect<T>(found: T, wanted: T, what: string): void {
  if (found !== wanted) throw new Error(`${what}: expected ${wanted}, found ${found}`);
}

const statusOf = async (site: string, path: string): Promise<number> =>
  (await fetch(`${site}/${path}`)).status;

async function textOf(site: string, path: string): Promise<string> {
  const answer = await fetch(`${site}/${path}`);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return await answer.text();
}

async function forEachConcurrently<T>(
  all: T[],
  visit: (one: T) => Promise<void>,
  done: (count: number) => void,
): Promise<void> {
  const waiting = [...all];
  let count = 0;
  const visitor = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await visit(next);
      done(++count);
    }
  };
  await Promise.all(Array.from({ length: visitors }, visitor));
}
