import { describe, expect, test } from '@jest/globals';
import { linkInName } from '../../shared/organization/link-in-name.ts';
import { isNotAName, isNotPrintable } from '../../shared/organization/not-a-name.ts';
import { hasNoLetter } from '../../shared/organization/placeholder.ts';

describe('what is no name', () => {
  test.each([
    ...[
      'N/A',
      'n.a.',
      'None',
      'NONE.',
      'Self',
      'self-employed',
      '-',
      '.',
      '—',
      'Retired',
      'Test',
      'test 123',
      'asdf',
    ],
    ...[
      'asdfasdf',
      'qwerty',
      'sdfsdf',
      'jkl;jkl',
      'aaaa',
      'zxcvbnm',
      'Your organization',
      '[Organization Name]',
    ],
    ...[
      '555-0142',
      '+1 (555) 010-0142',
      'Tel. 555 0142',
      '(555) 010-0142 ext. 5',
      '@harborstrong',
      '12345',
      '🌊',
      '',
    ],
    ...[
      '#REF!',
      '#N/A',
      '#VALUE!',
      '#¡REF!',
      '#¿NOMBRE?',
      '#N/D',
      'Individual',
      'concerned citizen',
      'Same as above',
    ],
    ...[
      'Ninguna',
      'No aplica',
      'Jubilada',
      'A título personal',
      'Prueba',
      'Tu organización',
      'Sin organización',
    ],
    ...['N\\A', 'n/d', 'N.D.', 'Me', 'Myself', 'Unaffiliated', 'Not affiliated', 'tbd', 'TBC', 'xxx', 'X'],
    ...[
      'N/A (individual)',
      'none at this time',
      'None of the above',
      'none (just me)',
      'Test Organization 2',
    ],
    ...['a retired teacher', 'Retired (teacher)', 'Registered voter', 'Nurse', 'Resident of Harbor City'],
    ...["I don't have one", "I'm signing as an individual", 'on my own behalf', 'Prefer not to say'],
    ...['Insert organization name', 'Organization (optional)', 'My Company', 'To be announced', 'Texas'],
    ...[
      'ninguna en particular',
      'No pertenezco a ninguna organización',
      'No tengo organización',
      'por definir',
    ],
    ...['persona particular', 'Ciudadano', 'por mi cuenta', 'sin datos', 's/n', 'idem', 'jkl', 'no sé'],
    ...['Nombre de la organización', 'Yo mismo', 'Ｎ／Ａ', '\u3164', '⠀'],
  ])('is %j', (typed) => {
    expect(isNotAName(typed)).toBe(true);
  });

  test.each([
    ...[
      'Harbor Families',
      'X.org',
      'AFL/CIO',
      'None of the Above Coalition',
      'Self Help Harbor',
      'Test Valley Council',
    ],
    ...[
      'Retired Teachers of Millbrook',
      'Individual Rights League',
      '350.org',
      '1199 Nurses',
      'Local 12',
      'REI',
      'UAW',
    ],
    ...[
      'AAA',
      'Were',
      'Tree',
      '#HarborStrong',
      'Nada Más Coalición',
      'Jubilados Unidos',
      'みなとの友',
      'ABC Harbor',
    ],
    ...['Test Valley Friends', 'None of Us Alone', 'Self-Help Housing', 'Retired Teachers Association'],
    ...['Nobody Leaves the Harbor', 'No Tengo Miedo', 'Yo Soy 132', 'Ni Una Menos', 'Public Citizen', 'SDF'],
    ...[
      'Resident Action Project',
      'Residents of Harbor City',
      'Citizens of Humanity',
      'Voters Not Politicians',
    ],
    ...['Nurses United', 'Parent Voices', 'Students for Life', 'Independent Living Center', 'ABC Foundation'],
    ...['Not In Our Name', 'I Am Harbor', 'No Hay Paz Sin Justicia', 'Sin Nombre Collective', 'Texas Rising'],
    ...[
      'Citizen of Harbor City Coalition',
      'Self Advocates United',
      'Example of Ohio',
      'Sample Street Tenants',
    ],
    ...[
      'Kill Devil Hills Rowers',
      'Grandmothers Against Nazis',
      'KKK No More Coalition',
      'Gas the Bus Coalition',
      'Association du retard scolaire',
      'Wankel Engine Club',
      'Fuk Tak Temple',
      'Lago Poopó',
      'Class of 2020-2021',
      'Local 12-345 and Local 67',
      'Spice Merchants',
      'Hanging Gardens Trust',
      'EIN 12-3456789 Trust',

      'Natural Gas the Right Way',
      'SIRET 12345678901234',
      'Section 501c3',
    ],
    ...['Not Just Me', 'The Just Me Project', 'Sooner or Later', 'Later Life Center', 'TBD Dance Collective'],
    ...['Down with Diabetes', 'Los de Abajo', 'Barrio Abajo Vecinos', '501c3 Harbor Legal Clinic'],
    ...['Vecino a Vecino', 'Persona a Persona', '@Harbor Families', 'Neighbor to Neighbor'],
    ...['Polk Tenants', 'Fax Machine Museum', 'Red', 'Desde Abajo', 'NALA', 'Nonesuch', 'Ñandú'],
  ])('is not %j', (typed) => {
    expect(isNotAName(typed)).toBe(false);
  });

  test.each([
    ...[
      'When is the deadline?',
      'How do I sign?',
      'Is this a scam?',
      '¿Cuándo es la fecha límite?',
      'Où est la lettre ?',
    ],
    ...[
      'I support this letter',
      'We agree',
      'Please call me back',
      'Thank you for doing this',
      'Yes please',
      'see attached',
    ],
    ...[
      'I am the director of a small charity',
      'We are a group of neighbors',
      'Somos un grupo de vecinos',
      'Quiero firmar',
    ],
    ...[
      'pending board approval',
      'Board has not voted yet',
      'same as last time',
      'Sign me up',
      'Not signing',
      'Gracias',
    ],
    ...[
      'Estoy de acuerdo',
      'No firmen esta carta',
      'Je suis membre',
      'Nous voulons signer',
      'Merci beaucoup',
    ],
    ...[
      '170 Organizations',
      'Harbor Pals and 50 other organizations',
      'and many more',
      'hxxp evil example',
      'click here',
    ],
    ...['Harbor Aid 5185550142', 'Zelle 15185550142', 'Aid 518 5550142', 'call 5185550142'],
    ...['Colectivo Mar 55 1234 5678', 'Aid (518)5550142', 'Aid 518 - 555 - 0142'],
    ...[
      'Kill the Jews',
      'Death to Arabs',
      'Muerte a los judíos',
      'White Lives Matter',
      'Friends of Nazis',
      'KKK Against Immigrants',
      'Hitler Youth Against Migrants',
    ],
    ...['WhatsApp 525512345678', 'Zelle 573001234567'],
    ...['Wetbacks Go Home', 'Kill All Vermin', 'Hang Them Now', 'Trannies', 'You Will Not Replace Us'],
    ...[
      'no organization, just me',
      'ninguna, solo yo',
      'TBD by board',
      'TBA later',
      'Will confirm name later',
    ],
    ...['Confirmaremos el nombre más tarde', 'Nous enverrons le nom plus tard', 'Aucune, juste moi'],
    ...['Down with the Commission', 'Abajo la Comisión', 'À bas la commission'],
    ...['Nombre de mi organización', 'Name of my organization', 'Nom de l’association'],
    ...['Nonprofit 501c3', '501(c)(3) nonprofit'],
    ...['<b>Harbor</b>', '{{ organization }}', '=HYPERLINK("x")', 'x; DROP TABLE y', 'so '.repeat(21)],
  ])('is %j, a sentence or a piece of a program', (typed) => {
    expect(isNotAName(typed)).toBe(true);
  });

  test.each([
    ...[
      'Got Green?',
      'Fukushima Recovery Network',
      'What’s Next?',
      'Who Decides?',
      '¿Y Ahora Qué?',
      'I Support the Girls',
      'I Am ALS',
      'We Count!',
    ],
    ...[
      'We Are All America',
      'We Are Not Numbers',
      'This Is About Humanity',
      'Please Pass the Love',
      'Include Us!',
    ],
    ...[
      'Thank You Project',
      'Somos Un Pueblo Unido',
      'Yo Soy El Puerto',
      'Je Suis Haïti',
      'Save the Bay',
      'No More Deaths',
    ],
    ...[
      'Letter Carriers Branch 9',
      'Right to Sign',
      'Signs of Hope',
      'Count Me In Youth Theater',
      'Waiting Room Theater',
    ],
    ...[
      'Food Not Bombs',
      'Mothers & Others',
      'Petition Project',
      'Stop the Sweeps Coalition',
      'Merci Kitchen',
    ],
  ])('is not %j, which only sounds like a sentence', (typed) => {
    expect(isNotAName(typed)).toBe(false);
  });

  test.each([
    ...[
      '12 Main Street',
      '12 Main St.',
      '12 Main Street, Harbor City',
      '123 Elm Ave Apt 4',
      '1 Customs House Square',
    ],
    ...[
      'PO Box 12',
      'P.O. Box 1234, Harbor City',
      'Harbor City, NY 10000',
      'Calle Mayor 12',
      'Av. Reforma 222, piso 3',
    ],
    ...[
      '12, rue du Port',
      'Harbor Aid 518-555-0142',
      'call 518.555.0142',
      'Harbor Aid (518) 555-0142',
      'Aid +52 55 5555 0142',
    ],
  ])('is %j, with an address or a telephone number', (typed) => {
    expect(isNotAName(typed)).toBe(true);
  });

  test.each([
    ...[
      '100 Main Street Tenants Association',
      '5th Avenue Committee',
      '14th Street Y',
      '826 Valencia',
      'The 519',
    ],
    ...[
      '1000 Friends of the Bay',
      'Calle 24 Latino Cultural District',
      'Plaza 51',
      'Third Way',
      'Harbor Drive Residents',
    ],
    ...[
      '12 Step House',
      'AFSCME DC 37',
      'P.S. 12 PTA',
      '2-1-1 Harbor',
      'Residents of 12 Pier Road',
      'Class of 1960-1964',
    ],
  ])('is not %j, which has a street or number in it', (typed) => {
    expect(isNotAName(typed)).toBe(false);
  });

  test.each([
    ...[
      'ABC Company',
      'Acme Corp',
      'ACME Inc.',
      'XYZ Nonprofit',
      'Some Organization',
      'A Nonprofit',
      'Church',
      'Local Church',
    ],
    ...[
      'Organization 1',
      'Org B',
      'Bogus Foundation',
      'Widgets Inc',
      'Not a real organization',
      'Everyone',
      'We the People',
    ],
    ...[
      'Empresa Ejemplo S.A.',
      'alguna organización',
      'Just a guy',
      'Mom of three',
      'sdkjfhskdjfh',
      'wqeqwe',
      'aucune',
    ],
    ...['F*** the Harbor', 'Harbor Nazis', '(((Dock))) Workers', 'Pendejos Unidos'],
    ...['Test Coalition', 'Example Coalition', 'Testing Network', 'Sample Society', 'Coalición Ejemplo'],
    // More names than one organization has.
    'Zeta House (Yota House) (Kappa House) (Omega House) (Harbor Families)',
  ])('is %j, which names nobody or insults somebody', (typed) => {
    expect(isNotAName(typed)).toBe(true);
  });

  test.each([
    ...[
      'ABC No Rio',
      'Harbor Kitchen LLC d/b/a Dockside Meals (Open Hands)',
      'Riverbend Youth Alliance (RYA) (formerly Riverbend Teen Center)',
      'Acme Township Friends',
      'The Center',
      'The Network',
      'Community Coalition',
      'Union Church',
    ],
    ...[
      'The Community Church',
      'Group 7',
      'School 33 Art Center',
      'Organization for Autism Research',
      'People First',
    ],
    ...[
      'We the People Michigan',
      'All of Us or None',
      'Everyone Home',
      'Moms Rising',
      'The New School',
      'Fundación Ejemplo',
    ],
    ...[
      'Shitake Growers',
      'Scunthorpe Ramblers',
      'Jews Against Nazis Then',
      'SlutWalk Harbor',
      'NDLON',
      'nylpi',
    ],
    ...[
      'Still Deciding Theatre',
      'Name Pending Brewery',
      'We Decide',
      'Who Decides?',
      'Undecided Voters Project',
    ],
    ...['Duplicate Bridge Club', 'Second Submission Wrestling Club', 'Fake Flowers Guild', 'Nessuna Paura'],
    ...['Ready to Sign Printers Cooperative', 'Member of the Tribe Cooperative', 'Decline and Fall Theatre'],
  ])('is not %j, although a word of it may be', (typed) => {
    expect(isNotAName(typed)).toBe(false);
  });

  test.each([
    ...[
      'Will be signing soon',
      '¿Dónde firmo?',
      'No sé si puedo firmar',
      'my employer',
      'LLC',
      'All the organizations',
    ],
    ...['Ciudadano cualquiera', 'Everyone in Harbor City', 'Go to hell'],
    ...[
      'Still Deciding',
      'Name Pending',
      'Declined to sign',
      'Our organization has not decided',
      'Opting out',
    ],
    ...['We haven’t decided yet', 'Fake list of signers', 'This list is fake', 'These organizers are liars'],
    ...['Duplicate', 'Duplicate, please delete', 'Second submission', 'Confirm w/ Ana', 'Board Vote Dec 3'],
    ...[
      'Do not agree',
      'I object to this',
      'Sin decidir',
      'Segundo envío',
      'Pas encore décidé',
      'Deuxième envoi',
    ],
    ...['Keine Angabe', 'Nicht zutreffend', 'Não se aplica', 'Sem organização', 'Nessuna', 'Non applicabile'],
  ])('is %j, which a second round of trying found', (typed) => {
    expect(isNotAName(typed)).toBe(true);
  });

  test('of a person is what has no letter', () => {
    expect(['...', '123', '🌊', ''].map(hasNoLetter)).toEqual([true, true, true, true]);
    expect(['Ana', '李', 'Д', 'None'].map(hasNoLetter)).toEqual([false, false, false, false]);
  });
});

describe('who writes of a person, in words of another place or language', () => {
  test.each([
    ...[
      'Student at NYU',
      'voter in district 4',
      'Former mayor',
      'ex-employee',
      'Retired RN',
      'retired (USPS)',
    ],
    ...['Ret.', 'public school teacher', 'Individual (no org)', 'none of your business', 'does not apply'],
    ...['who knows', 'LOL', 'Submit', 'www', '.com', 'ewq', 'keine', 'Privatperson', 'Rentner', 'Sonstige'],
    ...['Médico', 'campesina', 'Maestra en Salem', 'Social worker'],
  ])('is none: %j', (typed) => {
    expect(isNotAName(typed)).toBe(true);
  });

  test.each([
    ...[
      'Students at the Table',
      'Retired Officer Association',
      'Retired Persons United',
      'Social Workers of Salem',
    ],
    ...[
      'Former Foster Youth',
      'Voters in Action',
      'Teachers in Common',
      'Who Knows Books',
      'LOL Comedy School',
    ],
    ...[
      'Public Citizen',
      'Médicos del Mundo',
      'Campesinos Unidos',
      'Engineers Without Borders',
      'Doctor Ida Fund',
    ],
    ...['Pastors for Peace', 'Web Submit Cooperative', '.org Watch'],
  ])('is not %j', (typed) => {
    expect(isNotAName(typed)).toBe(false);
  });
});

describe('a text that says who somebody is, not which organization signs', () => {
  test.each([
    ...[
      'Executive Director',
      'Founder & CEO',
      'Board Chair',
      'Pastora',
      'Directora General',
      'Attorney at Law',
    ],
    ...[
      'Director, Harbor Families',
      'Pastor – Union Chapel',
      'Executive Director of Sea Watch',
      'Mayor of Millbrook',
    ],
    ...[
      'Volunteer with Harbor Families',
      'Former member of Sea Watch',
      'Student, State University',
      'estudiante de la UNAM',
    ],
    ...[
      'Registered Voter, District 5',
      'Mother of 3 from Ohio',
      'a proud dad of two',
      'Mamá de 3',
      'Madre de familia',
    ],
    ...['Mr. John Smith', 'Sra. María López', 'Councilmember Jane Roe'],
    ...[
      'State University (for identification only)',
      'Sea Watch, in my personal capacity',
      'Harbor Law (a título personal)',
    ],
  ])('is %j', (typed) => {
    expect(isNotAName(typed)).toBe(true);
  });

  test.each([
    ...[
      'Directors Guild of Harbor',
      'Pastors for Peace',
      'Mayors Against Dumping',
      "Mayor's Office of Housing",
    ],
    ...[
      'Members First Credit Union',
      'Volunteer Lawyers of Harbor',
      'Volunteers of the Pier',
      "Chairman's Circle",
    ],
    ...[
      'President Street Gardens',
      'Presidents Club',
      'Bishop Estate',
      'Rabbi Stern Center',
      'Secretary of State of Ohio',
    ],
    ...[
      'Student Labor Action Project',
      'Students for a Free Harbor',
      'Estudiantes Unidos',
      'Voter Protection Fund',
    ],
    ...[
      'Mothers of East Harbor',
      'Madre Tierra',
      'Madre de Dios',
      'Papás en Acción',
      'Grandmothers for Peace',
    ],
    ...[
      'Ms. Magazine',
      'Ms. Foundation for Women',
      "Mrs. Green's Garden",
      'Miss Porter School',
      'Mr. Rogers Neighborhood',
    ],
  ])('is not %j', (typed) => {
    expect(isNotAName(typed)).toBe(false);
  });
});

describe('a text that says only of what kind somebody is', () => {
  test.each([
    ...[
      'Community Organizer',
      'Staff Attorney',
      'Retired union member',
      'Small farm owner',
      'Working artist',
      'Poet',
    ],
    ...[
      'Psychotherapist',
      'Grandparent of 5',
      'Dog mom',
      'Wife and mother',
      'husband, father, veteran',
      'Lifelong resident of Harbor City',
    ],
    ...[
      "Parishioner at St. Mary's",
      'Author of Harbor Tales',
      'Senior citizen',
      'Property taxpayer',
      'The undersigned',
      'Household of 4',
    ],
    ...[
      'Group of friends',
      'A group of concerned citizens',
      '12 neighbors',
      'some neighbors',
      'My husband and I',
      'Our members',
      'user',
    ],
    ...[
      'un grupo de vecinos',
      'vecinos del barrio',
      'mi familia y yo',
      'mis hijos',
      'maestra de primaria',
      'dueña de negocio',
    ],
    ...[
      'líder comunitario',
      'delegada sindical',
      'pequeño empresario',
      'en nombre propio',
      'organización sin fines de lucro',
      'sociedad civil',
    ],
  ])('is %j', (typed) => {
    expect(isNotAName(typed)).toBe(true);
  });

  test.each([
    ...[
      'Catholic Worker',
      'Worker Power',
      'Farmer Veteran Coalition',
      'Homeowner Protection League',
      'Student Voice',
      'The Advocate',
    ],
    ...[
      'Social Worker Alliance',
      'Senior Center of Harbor',
      'Friend to Friend',
      'Parent to Parent',
      'Neighbor to Neighbor',
      'Sister District',
    ],
    ...[
      'Faculty Union',
      'Abuela House',
      'Kid Power',
      'Three Sisters Garden',
      'Our Children’s Trust',
      'My Brother’s Keeper',
      'Five Families',
    ],
    ...[
      'Citizen of Harbor City Coalition',
      'Residents of Pier Street',
      'Tenants of 12 Main',
      'Dean Street Block Association',
      'Potter League',
    ],
    ...[
      'La Maestra Community Health',
      'Secretaría de Salud',
      'Coordinadora de Mujeres',
      'Promotora Social del Puerto',
      'Vecinos del Barrio Logan',
    ],
    ...[
      'Board of Education',
      'Partner in Peace',
      'Minister Street Church',
      'Pilot House',
      'Trader Joe’s',
      'Familias por la Paz',
      'Madre a Madre',
    ],
  ])('is not %j', (typed) => {
    expect(isNotAName(typed)).toBe(false);
  });
});

describe('a text of which there are thousands, or that is for the organizers', () => {
  test.each([
    ...[
      'Community organization',
      'Local community group',
      'Advocacy group',
      'Homeowners Association',
      'PTA',
      'Local PTA',
    ],
    ...[
      'School district',
      'City Council',
      'Law firm',
      'Labor union',
      'Concerned Parents',
      'My neighbors',
      'Friends and family',
    ],
    ...[
      'Small business owner',
      'Home owner',
      'Padres de familia',
      'Ciudadanía',
      'The organizers',
      '501(c)(3)',
    ],
    ...[
      'First Last',
      'Email',
      'E-mail address',
      'City',
      'Website',
      'Name of Org',
      'Organization Name (if applicable)',
    ],
    ...['Correo electrónico', 'nombre de organización', 'Nombre de la organización (opcional)'],
    ...[
      'A Real Organization',
      'Totally Legit Nonprofit',
      'Definitely Not Fake Org',
      'Contoso Ltd',
      'Patito S.A.',
    ],
    ...[
      'Please ignore',
      'Do not publish',
      'Not for publication',
      'Name withheld',
      '[redacted]',
      'Unsubscribe me',
      'TEST DO NOT COUNT',
    ],
    ...[
      'no publicar',
      'I support this',
      'We signed',
      'Agreed',
      'Vote no',
      'En contra',
      'firmamos',
      'Good luck!',
    ],
    ...['Buy cheap viagra', 'Win a free iPhone', 'SEO services'],
    ...[
      'November 29',
      'December 2, 2026',
      'Monday',
      '10:30 AM',
      'about 200 people',
      '500 members strong',
      '29 de noviembre',
    ],
    ...[
      'Harbor Families and 12 others',
      'Sea Watch; Dock Workers; Harbor Families',
      'Sea Watch / Dock Workers / Harbor Families',
    ],
    ...[
      '#SaveTheTrees #HarborTrees',
      '&lt;b&gt;',
      "' OR 1=1 --",
      '@SUM(1+1)',
      'f u c k',
      'sh!t',
      'nonee',
      'Not aplicable',
    ],
    ...[
      'Apt 4B, 12 Pier Road',
      'C/ Mayor, 12, 3º izq.',
      'Carrera 7 # 12-34',
      'Harbor 518–555–0142',
      'Harbor 518•555•0142',
    ],
  ])('is %j', (typed) => {
    expect(isNotAName(typed)).toBe(true);
  });

  test.each([
    ...[
      'Citizens Union',
      'Common Cause',
      'Community Action',
      'The Community Foundation',
      'City Church',
      'The Alliance',
    ],
    ...[
      'Friends Meeting of Harbor',
      'Neighbors Together',
      'Parents for Public Schools',
      'Concerned Citizens of Pine Ridge',
    ],
    ...[
      'Research Group on Water',
      'Labor Notes',
      'Faith Community Church',
      'School Board Watch',
      'District 5 Democrats',
    ],
    ...[
      'City Harvest',
      'State Voices',
      'Country Roads',
      'Email Standards Project',
      'Name the Names',
      'Website Guild',
    ],
    ...[
      'Real Food Harbor',
      'Totally Kids',
      'Very Special Arts',
      'Fake News Watch',
      'Umbrella Community Arts',
    ],
    ...[
      'Ignore No More',
      'Secret Garden',
      'Hidden Harbor',
      'Stop Hate',
      'Remove the Dam',
      'Signs of Life',
      'We Testify',
    ],
    ...[
      'A Favor de lo Mejor',
      'Agree to Disagree',
      'Gracias a la Vida',
      'Win Without War',
      'Buy Local Harbor',
      'Vote Harbor',
    ],
    ...[
      'April 6 Movement',
      'May Day Coalition',
      'Movimiento 26 de Marzo',
      'Fridays for Future',
      'Sunday Assembly',
      'August Wilson Society',
    ],
    ...[
      'Hikers, Bikers, and Runners',
      'AFL-CIO / CLC',
      'Harbor and More',
      '#MeToo Movement',
      'Q&A; Harbor',
      '50 Plus',
      'No Kings',
    ],
  ])('is not %j', (typed) => {
    expect(isNotAName(typed)).toBe(false);
  });
});

describe('signs that hardly any name has', () => {
  test.each([
    ...[
      'Kestrel Dock 💩 Divers',
      '★★★ KESTREL SINGERS ★★★',
      'Kestrel ☠ Runners',
      '🇺🇸 Harbor',
      '🅵🆁🅸ends of Harbor',
    ],
    ...['Kestrel P̶o̶i̶n̶t̶ Anglers', 'K̸̢̛e̷strel Readers', 'Harbor Now!!!', '*** Harbor ***', '"""Harbor"""'],
    ...['𝐊𝐞𝐬𝐭𝐫𝐞𝐥 Singers', 'Ⓚⓔⓢⓣⓡⓔⓛ', 'ᴷᵉˢᵗʳᵉˡ', 'ᴋᴇsᴛʀᴇʟ', 'ʅǝɹʇsǝʞ', 'K̲e̲s̲t̲r̲e̲l̲', 'Kestreĺ́́ Singers'],
    ...[
      '꧁Kestrel꧂',
      '۞ Kestrel',
      '**Kestrel**',
      '~~Kestrel~~',
      'Kestrel &amp; Sons',
      'Kestrel%20Sons',
      'Caf%C3%A9s',
    ],
    'H\u0489a\u0489rbor Rowers',
    'Hi\u0365a\u0369rbor Rowers',
  ])('are seen in %j', (typed) => {
    expect(isNotAName(typed)).toBe(true);
  });

  test.each([
    ...[
      'Harbor™',
      'Harbor®',
      'Jobs with Justice!',
      '¡Presente!',
      'Got Green?',
      'E*Trade Volunteers',
      'C++ Users',
      'LGBTQ+ Center',
    ],
    ...[
      'Nguyễn Văn Tố Society',
      'Tłı̨chǫ Government',
      'Sḵwx̱wú7mesh Nation',
      'Lək̓ʷəŋən People',
      'W̱SÁNEĆ Council',
      'Pōhaku Ola',
    ],
    ...[
      '中華公所',
      'ᏣᎳᎩ ᎠᏰᎵ',
      'Harbor №5',
      '¼ Acre Farms',
      'Re:Vision',
      'Mujeres Unid@s',
      'Harbor -- North Branch',
    ],
    ...[
      '㈱みなと',
      'H₂O Watch',
      '1º de Mayo',
      'XXᵉ Siècle',
      'sʔəyəɬ Council',
      'Nak̲waxda’xw Nations',
      '50% de Puerto',
      '100%Fed Harbor',
      'Dock\\north Harbor',
    ],
  ])('are not seen in %j', (typed) => {
    expect(isNotAName(typed)).toBe(false);
  });
});

describe('what stands beside a name in print', () => {
  test.each([
    'This letter is a scam',
    'Call 518-555-0142',
    'Fuck You',
    '12 Pier Road, Apt 4B',
    'VOTE NO',
    '💩💩💩',
  ])('is no place if it is %j', (typed) => {
    expect(isNotPrintable(typed)).toBe(true);
  });

  test.each([
    'Harbor City',
    'St. Louis',
    'N/A',
    'Washington, D.C.',
    'Truth or Consequences',
    'Intercourse',
    'Ñuñoa',
    'Québec',
    '東京',
  ])('may be %j', (typed) => {
    expect(isNotPrintable(typed)).toBe(false);
  });
});

describe('a link in a name', () => {
  test.each([
    ...[
      'URGENT: verify https://login.example/x',
      'hxxp://a',
      'www.harbor.example',
      'Harbor (www.harbor.example)',
    ],
    ...[
      'Harbor harbor.example/sign',
      'login.example/x',
      'login.example:8080/x',
      'harbor．example／sign',
      'ＷＷＷ.harbor.example',
    ],
    ...[
      'http:login.example',
      'https:\\\\login.example',
      '//login.example',
      'login[.]example/x',
      '203.0.113.7/x',
    ],
    ...[
      'login.example?id=1',
      'login.example:8080',
      'www2.login.example',
      'login.example\\x',
      'login.example%2Fx',
    ],
    ...['https\u200B://login.example', 'h://x', 'puerto.ejemplo/firma', 'harbor。example/x'],
  ])('is seen in %j', (typed) => {
    expect(linkInName(typed)).toBe('link');
  });

  test.each([
    'ana@example.org',
    'Ana <ana@example.org>',
    'Harbor Families ana.b+c@mail.example.org',
    'ana＠example.org',
    'mailto:ana@example.org',
    'ana (at) example.org',
    'ana[at]example[dot]org',
    'ana at example dot org',
    'ana (arroba) ejemplo.mx',
    'ana @ tin-roof.org',
    'ana@gmail',
    'ana@tin-roof,org',
    'ana@tin-roof .org',
    '"ana"@example.org',
    'ana%40example.org',
  ])('an e-mail address is seen in %j', (typed) => {
    expect(linkInName(typed)).toBe('email-address');
  });

  test.each([
    ...[
      'X.org',
      'AFL/CIO',
      'd/b/a Harbor',
      'Harbor Kitchen d.b.a. Dockside',
      'Vecin@s del Puerto',
      'Amig@s',
      'Tin Roof @ Elm Street',
      'Vecin@s, Org.',
      'Tacos @ St. Mary',
      '@harbor',
    ],
    ...[
      'U.S./Mexico Alliance',
      'No.12/13 Tenants',
      'S.A. de C.V.',
      'Open Hands / Manos Abiertas',
      'A.C./I.A.P.',
      '24/7',
    ],
    ...['Is It St.Mary?', 'Art at the Dot', 'P.S. 12/13', 'Harbor #1', 'Tel: 555 0142', 'N\\A'],
    ...['Harbor: A Coalition', 'Wwwomen', 'St. Mary / St. John', 'Harbor.org Families', 'Meet @ the Harbor'],
  ])('is not seen in %j', (typed) => {
    expect(linkInName(typed)).toBeUndefined();
  });
});
