import { setTimeout as pause } from 'node:timers/promises';

export interface Mail {
  at: string;
  to: string[];
  subject: string;
  text: string;
  headers: Record<string, string>;
}

export async function mails(inbox: string): Promise<Mail[]> {
  const { emails }: { emails: Mail[] } = await (await fetch(`${inbox}/store`)).json();
  return emails;
}

/** The signer's link in an email. */
export const signerLink = ({ text }: Mail): string | undefined =>
  /https?:\/\/\S+\/api\/sign-ons\/[^\s)>]+/.exec(text)?.[0];

/** Calls `look` repeatedly until it finds something. Throws an error that says `what` if it finds nothing in time. */
export async function waitFor<T>(
  what: string,
  seconds: number,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited ${seconds} seconds for ${what}`);
    await pause(50);
  }
}
