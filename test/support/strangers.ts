import { setTimeout as pause } from 'node:timers/promises';

/** What people do on a site: fill in forms, read emails, open links, press buttons. */

export interface ReceivedMail {
  to: string[];
  subject: string;
  text: string;
  html: string;
  replyTo: string[];
  headers: Record<string, string>;
}

const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
const json = { accept: 'application/json', 'content-type': 'application/json' };

export const anOrganization = (
  index: number,
  changed: Record<string, string> = {},
): Record<string, string> => ({
  kind: 'organization',
  organizationName: `Shore Group ${index}`,
  name: 'Ana Ruiz',
  title: 'Director',
  email: `group-${index}@example.org`,
  scope: 'local',
  authorized: 'on',
  ...changed,
});

export const aPerson = (name: string, changed: Record<string, string> = {}): Record<string, string> => ({
  kind: 'individual',
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
  publicName: 'full',
  ...changed,
});

/** Sends the form like a browser without script. Redirects are not followed. */
export const submitForm = (site: string, slug: string, fields: Record<string, string>): Promise<Response> =>
  fetch(`${site}/api/campaigns/${slug}/sign-ons`, {
    method: 'POST',
    headers: form,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

export const submitJson = (site: string, slug: string, fields: unknown): Promise<Response> =>
  fetch(`${site}/api/campaigns/${slug}/sign-ons`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(fields),
  });

/** Presses a button of the page behind a link, like a program. */
export const press = (link: string, action: string, body: unknown = {}): Promise<Response> =>
  fetch(`${link}/${action}`, { method: 'POST', headers: json, body: JSON.stringify(body) });

export async function mailsTo(inbox: string, address?: string): Promise<ReceivedMail[]> {
  const { emails }: { emails: ReceivedMail[] } = await (await fetch(`${inbox}/store`)).json();
  return address === undefined ? emails : emails.filter(({ to }) => to.includes(address));
}

export const linkOf = ({ text }: ReceivedMail): string =>
  /https?:\/\/\S+\/api\/sign-ons\/[\w.~-]+/.exec(text)?.[0] ?? 'no link';
export const unsubscribeLinkOf = ({ text }: ReceivedMail): string =>
  /https?:\/\/\S+\/api\/unsubscribe\/[\w.~-]+/.exec(text)?.[0] ?? 'no link';

/** Waits until `look` finds something. Throws an error that says `what` if it does not come. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined>,
  seconds = 60,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what} did not come within ${seconds} seconds`);
    await pause(50);
  }
}

/** The nth email to an address, after it has come. */
export const mail = (inbox: string, address: string, nth = 1): Promise<ReceivedMail> =>
  eventually(`mail ${nth} to ${address}`, async () => (await mailsTo(inbox, address))[nth - 1]);

/** Signs completely: form, email, link, button. Returns the link and the answer to the button. */
export async function sign(
  { site, inbox }: { site: string; inbox: string },
  slug: string,
  fields: Record<string, string>,
): Promise<{ link: string; status: string }> {
  const answer = await submitForm(site, slug, fields);
  if (answer.status !== 303) throw new Error(`the form answered ${answer.status}: ${await answer.text()}`);
  const link = linkOf(await mail(inbox, fields.email ?? ''));
  const confirmed: { status: string } = await (await press(link, 'confirm')).json();
  return { link, status: confirmed.status };
}

export async function textAt(address: string): Promise<string | undefined> {
  const answer = await fetch(address);
  return answer.status === 200 ? await answer.text() : undefined;
}

export const progressOf = async (site: string, slug: string): Promise<Record<string, unknown>> =>
  JSON.parse((await textAt(`${site}/${slug}/progress.json`)) ?? '{}');

/** Signs an organizer in to the console with the emailed link. Returns the cookie. */
export async function signInToConsole(
  { site, inbox }: { site: string; inbox: string },
  email: string,
): Promise<string> {
  const links = async (): Promise<string[]> =>
    (await mailsTo(inbox, email)).flatMap(
      ({ text }) => text.match(/https?:\/\/\S+\/console\/sign-in\/\S+/) ?? [],
    );
  const before = (await links()).length;
  await fetch(`${site}/console/sign-in`, { method: 'POST', headers: json, body: JSON.stringify({ email }) });
  const link = await eventually('a link to the console', async () => (await links())[before]);
  const page = await fetch(link, { headers: { accept: 'text/html' } });
  if (page.status !== 200) throw new Error(`the link answered ${page.status}`);
  const signedIn = await fetch(link, { method: 'POST', redirect: 'manual' });
  return (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}
