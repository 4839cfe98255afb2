/** Google delivers to both, and leaves out dots (https://support.google.com/mail/answer/7436150). */
const gmailDomains = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox that an address most likely leads to: in lower case, without "+tag", and at Google without dots and as
 * gmail.com. For evidence, for the number of mails a day, and for unsubscribing; who somebody is stays with the address
 * as typed, since another provider may deliver such spellings to other people. What is no address comes back in lower
 * case. Applying it again changes nothing.
 */
export function mailboxOf(address: string): string {
  const typed = address.trim().toLowerCase();
  const at = typed.lastIndexOf('@');
  if (at < 1) return typed;
  const [local, domain] = [typed.slice(0, at), typed.slice(at + 1)];
  const isGmail = gmailDomains.has(domain);
  const untagged = local.replace(/(?<=.)\+.*$/s, '');
  const mailbox = isGmail ? untagged.replaceAll('.', '') || untagged : untagged;
  return `${mailbox}@${isGmail ? 'gmail.com' : domain}`;
}
