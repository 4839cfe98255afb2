import type { Applicant } from './organizations.ts';

/** A signer whose browser runs no script: it posts forms and follows redirects. */

const asBrowser = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };

export async function submit(site: string, slug: string, applicant: Applicant): Promise<void> {
  const answer = await fetch(`${site}/api/campaigns/${slug}/sign-ons`, {
    method: 'POST',
    headers: asBrowser,
    body: new URLSearchParams({ ...applicant, authorized: 'on' }),
    redirect: 'manual',
  });
  const to = answer.headers.get('location') ?? '';
  if (answer.status !== 303 || !to.endsWith('/check-your-inbox/'))
    throw new Error(
      `${applicant.organizationName}: the form answered ${answer.status}: ${await answer.text()}`,
    );
}

/** Opens the link in an email, checks what is shown, and presses the button. Returns the page that follows. */
export async function pressButton(link: string): Promise<string> {
  const page = await (await fetch(link, { headers: { accept: 'text/html' } })).text();
  const shown = /name="shown" value="([^"]+)"/.exec(page)?.[1];
  if (!shown) throw new Error('the page behind the link has no button to confirm');
  const answer = await fetch(`${link}/confirm`, {
    method: 'POST',
    headers: asBrowser,
    body: new URLSearchParams({ shown }),
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`confirming answered ${answer.status}`);
  return answer.headers.get('location') ?? '';
}
