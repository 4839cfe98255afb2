import { describe, expect, test } from '@jest/globals';
import { type EvidenceInput, evidenceOf, suspicionScore } from '../../shared/sign-on/evidence.ts';
import { mailDomains } from '../../shared/sign-on/mail-domains.ts';
import { makesSignOnWait } from '../../shared/sign-on/review.ts';
import { organizationDetails } from '../support/records.ts';

const observed = (changed: Partial<EvidenceInput> & { website?: string } = {}): EvidenceInput => {
  const { website = 'https://harbor-families.example.org/', ...rest } = changed;
  return {
    kind: 'organization',
    email: 'ana@harbor-families.example.org',
    details: organizationDetails('Harbor Families', website ? { website } : {}),
    formSuspicions: [],
    lookAlikes: [],
    otherOrganizations: 0,
    othersOfDomain: 0,
    ...rest,
  };
};
const flags = (changed: Partial<EvidenceInput> & { website?: string } = {}) =>
  evidenceOf(observed(changed), mailDomains);

describe('evidence', () => {
  test('is empty if address and website are of one domain', () => {
    expect(flags()).toEqual([]);
    expect(flags({ email: 'ana@mail.harbor.org.uk', website: 'https://www.harbor.org.uk/about' })).toEqual(
      [],
    );
    expect(flags({ email: 'ANA@HARBOR.ORG', website: 'https://harbor.org/' })).toEqual([]);
  });

  test.each([
    'N/A',
    'None',
    'Self',
    '-',
    '.',
    'Retired',
    'Test',
    'asdf',
    'Your organization',
    '@handle',
    '#REF!',
  ])('makes the organization %j wait, because it is not a name', (organizationName) => {
    const found = flags({
      details: organizationDetails(organizationName, { website: 'https://harbor-families.example.org/' }),
    });
    expect(found).toEqual([{ flag: 'not-a-name' }]);
    expect(found.every(makesSignOnWait)).toBe(true);
  });

  test.each([
    ['Ana Ruiz', { name: 'Ana Ruiz' }],
    ['ana ruiz.', { name: 'Ana Ruiz' }],
    ['Director', { title: 'Director' }],
    ['Harbor City', { city: 'Harbor City' }],
    ['Harbor City, N.Y.', { city: 'Harbor City', region: 'NY' }],
  ])('makes the organization %j wait, because it repeats another field', (organizationName, more) => {
    const website = 'https://harbor-families.example.org/';
    expect(flags({ details: { ...organizationDetails(organizationName, { website }), ...more } })).toEqual([
      { flag: 'not-a-name' },
    ]);
    const named = { ...organizationDetails(`Friends of ${organizationName}`, { website }), ...more };
    expect(flags({ details: named })).toEqual([]);
  });

  test.each([
    'Dr. Ana Ruiz',
    'Ruiz, Ana',
    'Ana M. Ruiz',
    'Ana Ruiz, RN',
    'Ana-Ruiz',
    'Rev. Ana Ruiz, Ph.D.',
    'The Ruiz Family',
    'Familia Ruiz',
    'Ana Ruiz (individual)',
    'Harbor Families, Ana Ruiz',
    'Harbor Families, Rev. Ana Ruiz',
    'Dr. Ana Ruiz, Harbor Families',
    'Harbor Families (Pastor Ana Ruiz)',
    'Ana Ruiz / Harbor Families',
    'Harbor Families – Program Lead',
    'Troy, New York',
    'Troy NY',
  ])(
    'makes the organization %j wait, because it is the signer, or the place, in other words',
    (organizationName) => {
      const website = 'https://harbor-families.example.org/';
      const typed = { name: 'Ana Ruiz', title: 'Program Lead', city: 'Troy', region: 'N.Y.', country: 'US' };
      expect(flags({ details: { ...organizationDetails(organizationName, { website }), ...typed } })).toEqual(
        [{ flag: 'not-a-name' }],
      );
    },
  );

  test('sees a signer whose name is an honorific, too', () => {
    const website = 'https://harbor-families.example.org/';
    const ofBishop = (organizationName: string) =>
      flags({ details: { ...organizationDetails(organizationName, { website }), name: 'Ana Bishop' } });
    for (const typed of [
      'Ana Bishop',
      'Bishop, Ana',
      'The Bishop Family',
      'Harbor Families, Rev. Ana Bishop',
    ])
      expect([typed, ofBishop(typed)]).toEqual([typed, [{ flag: 'not-a-name' }]]);
  });

  test.each([
    'Ana Ruiz Foundation',
    'Ana Ruiz, Inc.',
    'Law Offices of Ana Ruiz, LLC',
    'Ruiz & Daughters',
    'Ruiz Family Farm',
    'Holy Family',
    'Friends of Troy',
    'Ana House',
  ])(
    'does not make the organization %j wait, which is named after the signer or the place',
    (organizationName) => {
      const website = 'https://harbor-families.example.org/';
      const typed = { name: 'Ana Ruiz', city: 'Troy', region: 'NY' };
      expect(flags({ details: { ...organizationDetails(organizationName, { website }), ...typed } })).toEqual(
        [],
      );
    },
  );

  test.each([
    { city: 'This letter is a scam' },
    { city: 'Call 518-555-0142' },
    { region: 'VOTE NO' },
    { city: '12 Pier Road, Apt 4B' },
    { city: '💩💩💩' },
    // About the signature, and addresses of other kinds.
    ...[
      'Scam',
      'Forged',
      'Fake signature',
      'Albany (signature disputed)',
      'Firma falsa',
      'c/o Mayor Adams',
    ].map((city) => ({ city })),
    ...['evil dot org', 'evil.org', 'IBAN DE89370400440532013000', 'Proud member of Local', 'Duplicate'].map(
      (region) => ({ region }),
    ),
    // What joins it to the name before it, or speaks for somebody.
    ...[
      ...[
        'on behalf of Riverbend Tenants Union',
        'Albany on behalf of Harbor',
        'with the Mayor',
        'Albany, with the Mayor',
      ],
      ...[
        'and the City Council',
        'and 40 member unions',
        'endorsed by the Governor',
        'paid for by developers',
      ],
      ...[
        'in solidarity with Sea Watch',
        'en nombre de los vecinos',
        'con el alcalde',
        'apoyado por el gobernador',
      ],
      ...[
        'y otros 40 sindicatos',
        'au nom des riverains',
        'avec le maire',
        'et le conseil municipal',
        'soutenu par le maire',
      ],
      // A body.
      ...[
        'Riverbend Tenants Union',
        'Harbor City Police Department',
        'Harbor City Council',
        'Sierra Club',
        'Local 88',
      ],
      ...['Shoreline Coalition', 'Coalición de Inquilinos', 'Comité des Riverains', 'Friends of the Harbor'],
    ].flatMap((place) => [{ city: place }, { region: place }]),
  ])('makes a sign-on with %j wait, since a place is printed, too', (place) => {
    const website = 'https://harbor-families.example.org/';
    const details = { ...organizationDetails('Harbor Families', { website }), ...place };
    expect(flags({ details })).toEqual([{ flag: 'not-a-name' }]);
    expect(flags({ kind: 'individual', details: { ...details, name: 'Ana Ruiz' } })).toEqual([
      { flag: 'not-a-name' },
    ]);
  });

  test.each([
    ...[
      'Union',
      'Council Bluffs',
      'Union City',
      'Mayor Island',
      'Falls Church',
      'Council Grove',
      'Board Camp',
    ],
    ...[
      'Alliance',
      'Alliance, NE',
      'Institute',
      'Country Club',
      'Country Club Hills',
      'Society Hill',
      'League City',
    ],
    ...[
      'Atlántida Department',
      'Departamento de Antioquia',
      'Fundación, Magdalena',
      'La Junta',
      'Unión de Tula',
    ],
    ...[
      'Iglesia Vieja',
      'Contra Costa County',
      'Con Dao',
      'Y Felinheli',
      'Et Taiyiba',
      'Trinidad and Tobago',
    ],
    ...[
      'Trinidad, and Tobago',
      'City of Albany',
      'Commonwealth of Virginia',
      'King and Queen County',
      'Port of Spain',
    ],
    ...[
      'Parish of Orleans',
      'University Park',
      'Andover',
      'Fort Worth',
      'Fakenham',
      'Dot Lake',
      'Forge Village',
      'Nombre de Dios',
      'Signature Point',
      'Por Venir',
      'Belém, Pará',
      'New York and New Jersey',
    ],
  ])('makes no sign-on wait in %s', (place) => {
    const website = 'https://harbor-families.example.org/';
    const details = organizationDetails('Harbor Families', { website });
    expect(flags({ details: { ...details, city: place } })).toEqual([]);
    expect(flags({ details: { ...details, region: place } })).toEqual([]);
  });

  test('makes a person without a letter in the name wait, but not a person called Test', () => {
    const person = (name: string) =>
      flags({ kind: 'individual', details: { ...organizationDetails('Harbor Families'), name } });
    expect(person('!!! 42')).toEqual([{ flag: 'not-a-name' }]);
    expect(person('Test')).toEqual([]);
    expect(person('山田太郎')).toEqual([]);
  });

  test.each([
    ...['asdf', 'Asdf Asdf', 'qwerty', 'Test Test', 'prueba prueba', '😀😀 a', 'Ana ★ Ruiz', 'Ana Ruiz!!!'],
    ...['Call 518-555-0142 Now', '12 Main Street', 'Fuck This Letter', 'Quiero firmar', 'I will sign'],
    // Crowds.
    ...[
      'The People of Harbor City',
      '1,000 residents of Pier 4',
      'Members of Local 88',
      'All my neighbors',
      'Everyone',
    ],
    ...[
      'Rosa Quintero and 300 others',
      'Rosa Quintero y otros',
      'Ana et 12 autres',
      'Familia Quintero',
      'The Ruiz Family',
    ],
    ...['Anonymous', 'Anónimo', 'Vecinos del Muelle', 'Todos los vecinos', 'Me and my wife', '12 neighbors'],
    // Bodies.
    ...[
      'Riverbend Tenants Union',
      'The Riverbend Tenants Union',
      'Harbor City Council',
      'Dock Workers Local 12',
    ],
    ...[
      'Harbor City Police Department',
      'Iglesia San Marcos',
      'Coalición de Inquilinos',
      'Comité des Riverains',
    ],
    ...['Rosa Quintero (Riverbend Tenants Union)', 'Rosa Quintero, President, Riverbend Tenants Union'],
    // Offices.
    ...[
      'Mayor of Harbor City',
      'Alcaldesa de Bahía',
      'Director, Sea Watch',
      'Ana Ruiz, Director of Sea Watch',
    ],
    // Demands, and people who do not exist.
    ...[
      'Save the Trees',
      'Boycott The Commission',
      'Stop The Lies Now',
      'Alto al desalojo',
      'Sauvez les arbres',
    ],
    ...['Donald Duck', 'Adolf Hitler'],
    ...['Ana Ruiz + 40 others', 'Ana Ruiz y 40 más', 'Sea Watch Inc.', 'Sea Watch, Inc', 'Sea Watch Team'],
    ...['First Last', 'Not My Name', 'Nombre Apellido', 'Prénom Nom', 'Evil.Org', 'evil dot org'],
  ])('makes the person %j wait, which is not a name', (name) => {
    const details = { ...organizationDetails('Harbor Families'), name };
    expect(flags({ kind: 'individual', details })).toEqual([{ flag: 'not-a-name' }]);
  });

  test('makes no person wait who has a name', () => {
    const names =
      `Test|Ana Test|Null|Christopher Null|Dick Cheney|Noé|X Æ A-12|Ng|O|Bo|Ana O|Hubertus Heil|Giovanni Verga
Yuki Fukuda|Fuk Wing Chan|Wilhelm Fucks|Maria Sieg|Nazi Boni|Lol Coxhill|Can Yücel|May Wong|April June|Sunday Okafor
Domingo|Domingo Pérez|Merci Gracias|Gracias|Abcde Jones|Will Sign Jr|Joy Please|Guy Judge|Parent|Mona Abuela|Papa Diop
Chad|Georgia|India Jordan|Virginia Washington|Israel Paris|Jesus Christ Gómez|Jesús|Pancho López|John Smith|Juan Pérez
Jane Doe|Mohammed bin Salman|Dalai Lama|Sukarno|Björk|Nguyễn Thị Ánh|Ελένη Παπαδοπούλου|Иван Иванович|محمد علی|שרה כהן
김철수|王小明|สมชาย ใจดี|प्रिया शर्मा|ነጻነት|Xʷəlməxʷ|Kahoʻolawe Keānuenue|N!xau ǂToma|!Naiba|Ana-María de la Cruz y Núñez
Jean-Luc d'Orléans|O'Brien|Ó Súilbhéan|Þóra Æ. Öðinsdóttir|Łukasz Żółć|Mary Jane 3rd|Henry VIII|Ana Ruiz, RN|Dr. A. B. Ruiz
Ana “Nina” Ruiz|Ana (she/her) Ruiz|Ana & Ben Ruiz|Ana Ruiz / Ben Ruiz|Rev. Dr. King|Sister Mary|A. J.|J|Ez|Yo|Si|Me
Ana Firmo|Signe Sign|Esta Carta|Este Formosa|Su Li|Su Listat|Ya Lin|No Young|Ne Win|Don Key|Al K. Hall|Mr. T|Tupac|50 Cent
Ka'iulani|Sitting Bull|Crazy Horse|Two Strike|Walks Last|He Dog|Rain-in-the-Face|Standing Bear|Ana Street|John Lane
Charlotte Church|Anna Maria Church|Rosa Council|Otis Redding Council|John Union|Ana Board|Anne Marie Board|Peter Club
Janet League|Nancy Guild|Thomas More|Ana and Thomas More|Juan Puig y Mas|Guy of Lusignan|Judge, Guy|Mayor, Ana|Union Johnson
Bishop de Souza|Dean de la Cruz|Angela Bishop|No A-young|Ana Ruiz, Director|Sister Mary of the Cross|María de la Paz Consejo
Save Jones|Ban Ki-moon|Support Moyo|Temple Grandin|Christian Church|Ana People|Kingsley Amis|Ana Iglesia|Enrique Iglesias
Uwimana Alliance|Todos Santos|All Jones|Nobody|President Ndiaye|Local Hero|Mary Parish|Governor Smith|Party Ruiz|Ana 3rd|Ana Inc|Last First Jones|No Namgyal|Dot Comstock
Apt Jones|Box Brown|Calle Johansson|Avenida Silva|Suite Ruiz|Rue Paul|Zxan|Hjalmar|Qwelane|Asda Khan|Prueba`.split(
        /[|\n]/,
      );
    const waiting = names.filter((name) =>
      flags({ kind: 'individual', details: { ...organizationDetails('Harbor Families'), name } }).some(
        ({ flag }) => flag === 'not-a-name',
      ),
    );
    expect(waiting).toEqual([]);
  });

  test.each(['\u0397arbor Families', '\u13bbarbor Families', '\ua4e7arbor Families', '\u2c8earbor Families'])(
    'lets %j wait, which mixes scripts in a word',
    (organizationName) => {
      const found = flags({
        details: organizationDetails(organizationName, { website: 'https://harbor-families.example.org/' }),
      });
      expect(found).toEqual([{ flag: 'mixed-scripts' }]);
      expect(found.every(makesSignOnWait)).toBe(true);
    },
  );

  test('includes an address at another domain than the website, with both domains', () => {
    expect(flags({ email: 'ana@harbor-club.net', website: 'https://harbor-club.org/' })).toEqual([
      { flag: 'other-domain', website: 'harbor-club.org', mail: 'harbor-club.net' },
    ]);
  });

  test('does not take neighbors under one public suffix for one domain', () => {
    expect(flags({ email: 'a@one.co.uk', website: 'https://two.co.uk/' })).toMatchObject([
      { flag: 'other-domain' },
    ]);
  });

  test.each([
    ...[
      'gmail.com',
      'outlook.es',
      'GMX.de',
      'proton.me',
      'hotmail.com',
      'yahoo.com.mx',
      'tutanota.com',
      'riseup.net',
    ],
    // Passed on, of a tenant, and of dynamic DNS.
    ...[
      'duck.com',
      'mozmail.com',
      'harbor.anonaddy.com',
      'harbor.onmicrosoft.com',
      'harbor.duckdns.org',
      'harbor.github.io',
    ],
    // Lists, platforms, providers of internet access, former students.
    ...['googlegroups.com', 'groups.io', 'gaggle.email', 'substack.com', 'ik.me', 'coqui.net', 'prtc.net'],
    ...['alumni.example.edu', 'alum.example.edu', 'post.example.edu', 'mail.alumni.example.ac.uk'],
  ])('flags the free address @%s of an organization, whatever its website', (domain) => {
    expect(flags({ email: `harbor.families@${domain}` })).toEqual([
      { flag: 'free-mail', domain: domain.toLowerCase() },
    ]);
  });

  test.each([
    ...['harbor.uk.com', 'harbor.us.com', 'harbor.eu.com', 'harbor.co.com', 'harbor.za.com', 'harbor.us.org'],
    ...['harbor.in.net', 'harbor.org.ru', 'harbor.krakow.pl', 'harbor.gov.scot', 'harbor.medecin.fr'],
  ])('takes %s for a domain of its own, since names there are bought or granted', (domain) => {
    const website = `https://www.${domain}/`;
    expect(flags({ email: `ana@mail.${domain}`, website })).toEqual([]);
    expect(flags({ email: `ana@${domain.replace('harbor', 'pier')}`, website })).toMatchObject([
      { flag: 'other-domain', website: domain },
    ]);
    expect(flags({ email: 'ana@harbor.eu.org', website }).map(({ flag }) => flag)).toEqual(['free-mail']);
  });

  test.each(['example.edu', 'law.example.edu', 'alumni.example.org', 'post.com.example.edu'])(
    'takes %s for a domain of its own',
    (domain) => {
      expect(flags({ email: `ana@${domain}`, website: `https://www.${domain}/` })).toEqual([]);
    },
  );

  test('does not include the free address of a person', () => {
    expect(flags({ kind: 'individual', email: 'ana@gmail.com' })).toEqual([]);
  });

  test.each([
    ...['mailinator.com', 'guerrillamail.com', 'sub.mailinator.com'],
    ...['mimimail.me', 'luxusmail.org', 'nospam.ze.tm'],
  ])('flags the throwaway address @%s of anybody, once', (domain) => {
    expect(flags({ email: `a@${domain}`, kind: 'individual' })).toEqual([
      { flag: 'disposable-mail', domain },
    ]);
    expect(flags({ email: `a@${domain}` })).toEqual([{ flag: 'disposable-mail', domain }]);
  });

  test.each(['example.com', 'mail.example.org', 'example.net'])(
    'takes %s, where nobody has an address, for no provider',
    (domain) => {
      expect(flags({ email: `a@${domain}`, website: `https://${domain}/` })).toEqual([]);
    },
  );

  test('includes that there is no website, or only a page on a platform, without making anyone wait', () => {
    for (const website of [
      '',
      'https://facebook.com/harborfamilies',
      'https://sites.google.com/view/harbor',
      'https://harbor.wordpress.com/',
      'https://harbor.wixsite.com/home',
      'https://harbor.weebly.com/',
      'https://harbor.squarespace.com/',
      'https://harbor.substack.com/',
      'https://harbor.blogspot.com.es/',
      'https://www.threads.net/@harbor',
      'https://actionnetwork.org/groups/harbor',
      'https://www.mobilize.us/harbor/',
      'https://harbor.github.io/',
      'https://github.com/harbor',
      'https://www.gofundme.com/f/harbor',
      'https://harbor.home.blog/',
      'https://mastodon.social/@harbor',
      'https://ko-fi.com/harbor',
      'https://gitlab.com/harbor',
      'https://www.helloasso.com/associations/harbor',
    ]) {
      const found = flags({ website });
      expect(found).toEqual([{ flag: 'no-website' }]);
      expect(found.some(makesSignOnWait)).toBe(false);
    }
  });

  test('allows one address two organizations, and makes the third wait', () => {
    expect(flags({ otherOrganizations: 1 }).some(makesSignOnWait)).toBe(false);
    expect(flags({ otherOrganizations: 2 })).toEqual([{ flag: 'shared-address', others: 2 }]);
    expect(flags({ otherOrganizations: 2 }).some(makesSignOnWait)).toBe(true);
  });

  test('makes the second organization with one website wait, and names the first', () => {
    const found = flags({ sameWebsite: { organizationKey: '2:harbor families', id: 'a' } });
    expect(found).toEqual([
      {
        flag: 'same-website',
        website: 'https://harbor-families.example.org/',
        organizationKey: '2:harbor families',
        id: 'a',
      },
    ]);
    expect(found.every(makesSignOnWait)).toBe(true);
  });

  test('includes that many organizations have addresses of one domain, without making anyone wait', () => {
    expect(flags({ othersOfDomain: 2 })).toEqual([]);
    const found = flags({ othersOfDomain: 3 });
    expect(found).toEqual([{ flag: 'shared-domain', domain: 'harbor-families.example.org', others: 3 }]);
    expect(found.some(makesSignOnWait)).toBe(false);
  });

  test('includes the three nearest of many look-alikes', () => {
    const lookAlikes = Array.from({ length: 5 }, (_, index) => ({
      organizationKey: `1:harbor familie${index}`,
      id: `${index}`,
      score: 95 - index,
    }));
    expect(flags({ lookAlikes }).map((flag) => 'id' in flag && flag.id)).toEqual(['0', '1', '2']);
  });

  test('makes what the form noticed wait', () => {
    const found = flags({ formSuspicions: ['honeypot', 'hurried'] });
    expect(found).toEqual([
      { flag: 'form', suspicion: 'honeypot' },
      { flag: 'form', suspicion: 'hurried' },
    ]);
    expect(found.every(makesSignOnWait)).toBe(true);
  });

  test('weighs likely accidents less than unlikely ones', () => {
    const weight = (changed: Parameters<typeof flags>[0]) => suspicionScore(flags(changed));
    const free = weight({ email: 'a@gmail.com', website: '' });
    expect(free).toBeGreaterThan(0);
    expect(weight({ formSuspicions: ['honeypot'] })).toBeGreaterThan(free);
    expect(weight({ email: 'a@mailinator.com' })).toBeGreaterThan(free);
  });
});
