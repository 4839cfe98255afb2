/** Google delivers to both, and leaves out dots (https://support.google.com/mail/answer/7436150). */
const gmailDomains = new Set(['gmail.com', 'googlemail.com']);

/**
 * Proton leaves out dots, hyphens and underscores (https://proton.me/support/change-username), and reserves a name on
 * all of its domains for one account (https://proton.me/support/addresses-and-aliases).
 */
const protonDomains = new Set(['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me']);

/**
 * Fastmail delivers `anything@user.fastmail.com` to `user@fastmail.com`, on each of its domains. These are the domains
 * with its name (https://www.fastmail.help/hc/en-us/articles/360060591053).
 */
const belowFastmail = /^([\w-]+)\.(fastmail\.(?:com(?:\.au)?|co\.uk|[a-z]{2,3}))$/;

/** Apple gives one account the same name on each of these (https://support.apple.com/118230). */
const appleDomains = new Set(['icloud.com', 'me.com', 'mac.com']);

/**
 * Yandex gives one account the same name on all of its domains (https://yandex.com/support/id/authorization/email.html),
 * in which a dot and a hyphen are the same sign.
 */
const yandexDomain = /^(?:ya\.ru|yandex\.(?:com(?:\.(?:am|ge|tr))?|co\.il|[a-z]{2}))$/;

/**
 * The mailbox that an address most likely leads to: in lower case, without "+tag", and with one spelling at Google,
 * Proton, Fastmail, Apple and Yandex. For evidence, for the number of mails a day, and for unsubscribing; who somebody
 * is stays with the address as typed, since another provider may deliver such spellings to other people. What is no
 * address comes back in lower case. Applying it again changes nothing.
 */
export function mailboxOf(address: string): string {
  const typed = address.trim().toLowerCase();
  const at = typed.lastIndexOf('@');
  if (at < 1) return typed;
  const [local, domain] = [typed.slice(0, at), typed.slice(at + 1)];
  const [, user, fastmail] = belowFastmail.exec(domain) ?? [];
  if (user !== undefined) return `${user}@${fastmail}`;
  const untagged = local.replace(/(?<=.)\+.*$/s, '');
  if (gmailDomains.has(domain)) return `${untagged.replaceAll('.', '') || untagged}@gmail.com`;
  if (protonDomains.has(domain)) return `${untagged.replace(/[._-]/g, '') || untagged}@proton.me`;
  if (appleDomains.has(domain)) return `${untagged}@icloud.com`;
  if (yandexDomain.test(domain)) return `${untagged.replaceAll('.', '-')}@yandex.ru`;
  return `${untagged}@${domain}`;
}
