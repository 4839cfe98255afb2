import type { SessionSecret } from '../../operations/signing-in/sessions.ts';
import type { ApiEvent } from '../event.ts';

/** The prefix makes browsers take it only over HTTPS, for this host alone and from no other host (RFC 6265bis 4.1.3.2). */
const name = '__Host-session';
const attributes = 'Secure; HttpOnly; SameSite=Lax; Path=/';

const pattern = new RegExp(`^${name}=(?<addressHash>[0-9a-f]{32})\\.(?<secret>[A-Za-z0-9_-]{43})$`);

/** `Set-Cookie` of a session. It ends with the browser; the table knows when it ends in any case. */
export const sessionCookie = ({ addressHash, secret }: SessionSecret): string =>
  `${name}=${addressHash}.${secret}; ${attributes}`;

/** `Set-Cookie` that takes the cookie away. */
export const endedCookie = `${name}=; Max-Age=0; ${attributes}`;

/** The session that a request's cookie names; undefined without one, and where it is not written as we write it. */
export function readSessionCookie({ cookies = [] }: ApiEvent): SessionSecret | undefined {
  for (const cookie of cookies) {
    const { addressHash, secret } = pattern.exec(cookie)?.groups ?? {};
    if (addressHash && secret) return { addressHash, secret };
  }
  return undefined;
}
