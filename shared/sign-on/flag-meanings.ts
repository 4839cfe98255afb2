import type { flagTable } from './flag-table.ts';

/**
 * What each piece of evidence means. `docs/campaign.md` has the same words, and a test holds them equal. It is a file of
 * its own because no function needs it.
 */
export const flagMeanings: Record<keyof typeof flagTable, string> = {
  'disposable-mail': 'the address is a throwaway one; of people, too',
  'protected-name':
    'the name is, is nearly, or speaks for (“Official …”, “Office of …”, “Volunteers of …”, “Employees of …”, “Caucus of …”, “Sea Watch and the …”, “… of Ohio”) that of a lead, the sender, an organization of the release’s contacts, or the recipient, and the address is not at that organization’s own domain; or the name is nearly the letter’s title',
  'invited-elsewhere':
    'the organization is invited (`invited.csv`), and the invitation went to another domain than that of the address',
  'not-a-name':
    'the name is none, such as `N/A`, `Acme Corp`, a question or a sentence, an address or telephone number, the signer or another field’s text, also beside a name (“Harbor Families, Ana Ruiz”), an office (“Director of …”) or `@handle`; or it is an insult, or has signs such as emoji. A city or region that is a sentence, a number or an insult, that speaks for somebody (“on behalf of …”, “with the Mayor”), that is a body (“… Tenants Union”), a host, or about the signature (“Forged”), too. Of a person: a name without a letter, `asdf`, `Test Test`, a text about signing, an address or telephone number, such signs, or a name of several people (“Ana and 300 others”), a body, an office (“Mayor of …”) or a demand (“Save the …”)',
  'mixed-scripts': 'a word of the name, the city or the region has letters of two scripts',
  'rejected-before':
    'an organizer has rejected the sign-on that counted or waited for the same organization, or for one of nearly this name, and no other counts; or has rejected another sign-on of the same mailbox; or one of another organization with the same website, if none with it counts and the address is not at that website’s domain; or one from the same own mail domain, if more of it were rejected than count',
  'look-alike':
    'the name is nearly that of an organization which has signed: letters mistaken or of another script, words joined, split or in another order, an acronym for some of them, one more “Network”, a local without the word, what people write around a name (“Fwd: …”, “Our …”, “… Main Office”, “… USA”). Names that differ by a place or a number are two organizations, but not if the place is the town of both, or its state. Of a person: the name of another person with the same mailbox',
  form: 'the form noticed something: a field that people do not see was filled in, or the form was sent faster than anybody types',
  'other-domain': 'the address belongs to another domain than the website',
  'same-website':
    'another organization that counts has the same website: the same host and page. `www.`, `m.`, `/home`, `/en/` and the like make no other website, a subdomain does',
  'shared-address':
    'the same mailbox has confirmed for other organizations within ninety days; of a person, for other people. Spellings with a plus are one mailbox. So are those with dots at Gmail and googlemail.com, those with dots, hyphens and underscores on all domains of Proton, those with dots and hyphens on all domains of Yandex, one name at icloud.com, me.com and mac.com, and every address at `name.fastmail.com`',
  burst:
    'it is one of ten or more sign-ons, confirmed or not, that came from one network within ten minutes: an office, a full hall, or one machine',
  'free-mail':
    'an organization signs with an address that anybody can get, such as Gmail, a Google group, a provider of internet access, a page on a platform, or a university’s address for former students',
  'same-name':
    'an organization of the same name has signed, in another place and with another domain ([two of one name](#two-organizations-of-one-name))',
  'former-name': 'an organization that counts had this name before',
  'second-domain':
    'another signature of its organization counts, or was the last that did, and comes from another domain, or the one that counts from another town or state. If none counts, this one waits',
  'shared-domain': 'three or more other organizations have confirmed with addresses of the same domain',
  'no-website': 'there is no website, or only a page on a platform where anybody can have one',
};
