import type { SessionSecret } from '../../operations/signing-in/sessions.ts';
import type { ApiEvent } from '../event.ts';

/** With this prefix, browsers accept the cookie only over HTTPS and only for this host (RFC 6265bis 4.1.3.2). */
const name = '__Host-session';
const attributes = 'Secure; HttpOnly; SameSite=Lax; Path=/';

const pattern = new RegExp(`^${name}=(?<addressHash>[0-9a-f]{32})\\.(?<secret>[A-Za-z0-9_-]{43})$`);

/** `Set-Cookie` of a session. The cookie ends with the browser. The table decides when the session ends. */
export const sessionCookie = ({ addressHash, secret }: SessionSecret): string =>
  `${name}=${addressHash}.${secret}; ${attributes}`;

/** `Set-Cookie` that deletes the cookie. */
export const endedCookie = `${name}=; Max-Age=0; ${attributes}`;

/** The session in a request's cookie. Undefined without one, or if its form is not ours. */
export function readSessionCookie({ cookies = [] }: ApiEvent): SessionSecret | undefined {
  for (const cookie of cookies) {
    const { addressHash, secret } = pattern.exec(cookie)?.groups ?? {};
    if (addressHash && secret) return { addressHash, secret };
  }
  return undefined;
}
