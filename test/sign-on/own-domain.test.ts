import { expect, test } from '@jest/globals';
import { invitationUse } from '../../shared/sign-on/invitation-use.ts';
import { mailDomains } from '../../shared/sign-on/mail-domains.ts';
import { ownDomainOf } from '../../shared/sign-on/own-domain.ts';
import { protectedNameUsed } from '../../shared/sign-on/protected-use.ts';
import { aSettings } from '../support/records.ts';

const shared = [
  ...['googlegroups.com', 'groups.io', 'gaggle.email', 'alumni.example.edu', 'gmail.com'],
  // Large providers in any country, and providers of one country.
  ...['gmx.ch', 'hotmail.cl', 'live.ch', 'outlook.com.mx', 'yahoo.com.do', 'aol.de', 'icloud.com.cn'],
  ...['yandex.mx', 'protonmail.fr', 'mail.yahoo.ch', 'op.pl', 'internet.ru', 'mail.bg'],
];

test.each(shared)('nobody has %s for a domain of its own', (domain) => {
  expect(ownDomainOf(domain, mailDomains)).toBeUndefined();
});

test.each(['live.org', 'proton.com.my', 'outlook.harbor.us', 'gmx-harbor.de', 'tenants.live.harbor.us'])(
  '%s is a domain of its own',
  (domain) => {
    expect(ownDomainOf(domain, mailDomains)).toBeDefined();
  },
);

test.each(shared)('an invitation to %s says nothing of who else has an address there', (domain) => {
  const invited = { email: `southside-tenants@${domain}` };
  expect(invitationUse(invited, `eve@${domain}`, mailDomains)).toMatchObject({ from: 'elsewhere' });
  expect(invitationUse(invited, `southside-tenants@${domain}`, mailDomains)).toBeUndefined();
  const own = { email: 'office@southside.org' };
  expect(invitationUse(own, 'eve@southside.org', mailDomains)).toEqual({ from: 'own-domain' });
});

test.each(shared)('a contact at %s lets nobody else there use the protected name', (domain) => {
  const used = (host: string, email: string) =>
    protectedNameUsed(
      { typed: 'Dock Workers United', email },
      aSettings({ protectedNames: [{ name: 'Dock Workers United', domain: host }] }),
      mailDomains,
    );
  expect(used(domain, `eve@${domain}`)).toBe('Dock Workers United');
  expect(used('dockworkers.org', 'ana@dockworkers.org')).toBeUndefined();
});

test('nobody is called like the letter', () => {
  const settings = aSettings({
    title: 'Save the Shoreline Trees',
    translations: { es: { title: 'Salven los árboles de la costa' } },
  });
  const used = (typed: string, leads: string[] = []) =>
    protectedNameUsed(
      { typed, email: 'eve@evil.test' },
      { ...settings, list: { ...settings.list, leads } },
      mailDomains,
    );
  expect(used('save the shoreline trees!')).toBe('Save the Shoreline Trees');
  expect(used('Salven los árboles de la costa')).toBe('Salven los árboles de la costa');
  expect(used('Shoreline Tree Planters')).toBeUndefined();
});

test('an organization for whose name the letter is called may sign from its own domain', () => {
  const settings = aSettings({
    title: 'Save the Shoreline Trees',
    protectedNames: [{ name: 'Save the Shoreline Trees', domain: 'trees.test' }],
  });
  const used = (email: string) =>
    protectedNameUsed({ typed: 'Save the Shoreline Trees', email }, settings, mailDomains);
  expect(used('ana@trees.test')).toBeUndefined();
  expect(used('eve@evil.test')).toBe('Save the Shoreline Trees');
});
