import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparisonText } from '../../cli/comparison-text.ts';
import { compareNames } from '../../shared/organization/compare.ts';
import { comparisonForms } from '../../shared/organization/comparison-forms.ts';
import { similarity } from '../../shared/organization/look-alike.ts';
import { readNamePairs } from '../../shared/organization/name-pairs.ts';
import { protectedNameLike } from '../../shared/organization/protected-names.ts';
import { runs } from '../support/suite.ts';

describe('a comparison', () => {
  test.each([
    ['Harbor Families', 'Harbor Families', ['equal']],
    ['HARBOR FAMILIES', 'Harbor Families', ['spelling']],
    ['Harbor Families, Inc.', 'Harbor Families', ['legal-form']],
    ['Harbor Families, Inc.', 'Harbor Families LLC', ['legal-form', 'spelling']],
    ['The Harbor Conservancy (THC)', 'The Harbor Conservancy', ['own-acronym']],
    ['The Harbor Families', 'Harbor Families', ['article']],
    ['U.S. Council on Fair Freight (CFF)', 'U.S. Council on Fair Freight', ['own-acronym']],
    ['U.S. Council on Fair Freight (USCFF)', 'US Council on Fair Freight', ['own-acronym']],
    ['Tin Roof Guild, a Non-Profit Org.', 'Tin Roof Guild', ['legal-form']],
    ['Gremio del Techo, una asociación civil', 'Gremio del Techo', ['legal-form']],
    ['Gremio del Techo, una organización sin fines de lucro', 'Gremio del Techo', ['legal-form']],
  ])('of %j and %j says that they are one, and why', (one, other, because) => {
    expect(compareNames(one, other)).toEqual({ same: true, similar: true, because });
  });

  test.each([
    ['Harbor Kitchen d/b/a Dockside Meals', 'Dockside Meals', ['other-name', 'same-words']],
    ['Harbor Kitchen (legal name: Dockside Meals, Inc.)', 'Dockside Meals', ['other-name', 'same-words']],
    ['Cuisine du Port (anciennement Table du Quai)', 'Table du Quai', ['other-name', 'same-words']],
    ['Cuisine du Port, connue sous le nom de Table du Quai', 'Table du Quai', ['other-name', 'same-words']],
    ['Harbor Kitchen, a division of Open Hands', 'Harbor Kitchen', ['other-name', 'same-words']],
    ['Harbor Kitchen, an Open Hands project', 'Harbor Kitchen', ['other-name', 'same-words']],
    ['Harbor Kitchen (fiscal sponsor: Open Hands)', 'Harbor Kitchen', ['other-name', 'same-words']],
    ['Cocina del Puerto, programa de Manos Abiertas', 'Cocina del Puerto', ['other-name', 'same-words']],
    ["Cuisine du Port, une initiative d'Action Commune", 'Cuisine du Port', ['other-name', 'same-words']],
    ['Harbor Cooks Union Local 9 (HCU Local 9)', 'Harbor Cooks Union Local 9', ['other-name', 'same-words']],
    ['Harbor Kitchen, a registered charity', 'Harbor Kitchen', ['same-words']],
    ['Harbor Kitchen, charity no. 12-3', 'Harbor Kitchen', ['same-words']],
    ['Cuisine du Port OBNL', 'Cuisine du Port', ['same-words']],
    ['Harbor Families of NY', 'Harbor Families of New York', ['same-words']],
    ['Ηarbor Families', 'Harbor Families', ['letters-alike']],
    ['Harbor Farnilies', 'Harbor Families', ['letters-alike']],
    ['Harbor Famlies', 'Harbor Families', ['letters-differ']],
    ['Harbor Ed. Fund', 'Harbor Education Fund', ['abbreviation']],
    ['HEA', 'Harbor Example Association', ['acronym']],
    ['Harbor Healthcare Workers', 'Harbor Health Care Workers', ['words-joined']],
    ['Harbor Families Network', 'Harbor Families', ['kind-of-body']],
    ['Cedar Hollow Lnad Trust', 'Cedar Hollow Land Trust', ['letters-differ']],
    ['T!dewater Poets', 'Tidewater Poets', ['letters-alike']],
    ['$alt P@ns Elders', 'Salt Pans Elders', ['letters-alike']],
    ['Salt Рап Elders', 'Salt Pan Elders', ['letters-alike']],
    ['Tin Roof Guild of Penna.', 'Tin Roof Guild of Pennsylvania', ['same-words']],
    ['Tin Roof Guild of W. Va.', 'Tin Roof Guild of West Virginia', ['same-words']],
  ])('of %j and %j says that they look alike, and why', (one, other, because) => {
    expect(compareNames(one, other)).toEqual({ same: false, similar: true, because });
  });

  test.each([
    ['Dock Workers Local 12', 'Dock Workers Local 13', ['different-numbers']],
    ['Renters of New York', 'Renters of New Jersey', ['different-places']],
    ['Harbor Families', 'Harbor Nurses', ['different-words']],
  ])('of %j and %j says that they are two, and why', (one, other, because) => {
    expect(compareNames(one, other)).toEqual({ same: false, similar: false, because });
  });

  test('is the same in either direction, and has a reason, whatever is compared', () => {
    const word = fc.constantFrom(
      'Harbor',
      'THC',
      '(HEA)',
      'd/b/a',
      'Inc.',
      'The',
      'NY',
      '12',
      '.',
      '(',
      'Ж',
      '',
    );
    const name = fc.oneof(
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [there, back] = [compareNames(one, other), compareNames(other, one)];
        expect([back.same, back.similar]).toEqual([there.same, there.similar]);
        expect(there.because.length).toBeGreaterThan(0);
        expect(there.similar || !there.same).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });

  test.each([
    ['River Alliance', 'Riverr Alliance'],
    ['Grace Church', 'Gracee Church'],
    ['Faith Coalition', 'Faiith Coalition'],
  ])('of %j and %j is the same in either order', (one, other) => {
    const [a, b] = [comparisonForms(one), comparisonForms(other)];
    expect(similarity(a, b).score).toBe(similarity(b, a).score);
    expect(compareNames(other, one).similar).toBe(true);
  });

  test('is told in English and Spanish', () => {
    const comparison = compareNames('Harbor Families, Inc.', 'Harbor Families');
    expect(comparisonText('en', comparison)).toBe('One organization. One has a legal form, such as Inc.');
    expect(comparisonText('fr', comparison)).toBe(
      'Une seule organisation. L’un a une forme juridique, comme inc.',
    );
    expect(comparisonText('es', comparison)).toBe(
      'Una sola organización. Uno lleva una forma jurídica, como A.C.',
    );
  });
});

describe('a protected name', () => {
  const names = ['Shoreline Coalition', 'Harbor Families Network'];

  test.each([
    ['Shoreline Coalition', 'Shoreline Coalition', true],
    ['The Shoreline Coalition, Inc.', 'Shoreline Coalition', true],
    ['Shoreiine Coalition', 'Shoreline Coalition', false],
    ['Harbor Families', 'Harbor Families Network', false],
  ])('is seen in %j', (typed, name, same) => {
    expect(protectedNameLike(typed, names)).toMatchObject({ name, comparison: { same } });
  });

  test('is seen with one other letter, in a short word, too', () => {
    const aid = ['Millrace Legal Aid'];
    for (const typed of ['Millrace Legal Aide', 'Millrace Legal Air', 'Mill Race Legal Aid'])
      expect(protectedNameLike(typed, aid)).toBeDefined();
    for (const typed of ['Millrace Legal Guild', 'Millrace Garden Aid'])
      expect(protectedNameLike(typed, aid)).toBeUndefined();
    expect(protectedNameLike('Dock Workers Local 13', ['Dock Workers Local 12'])).toBeUndefined();
  });

  test('is not seen in another name', () => {
    expect(protectedNameLike('Friends of the Shore Line Coalition', names)).toBeUndefined();
    expect(protectedNameLike('Offshore Line Coalition', names)).toBeUndefined();
    expect(protectedNameLike('Harbor311', ['Code for Harbor'])).toBeUndefined();
    expect(protectedNameLike('UAW Local2865', ['UAW Local 12'])).toBeUndefined();
    expect(protectedNameLike('Shoreline Nurses', names)).toBeUndefined();
  });

  test.each([
    'Shore Line Coalition Steering Group',
    ...[
      'Shoreline Coalition of Ohio',
      'Shoreline Coalition Youth',
      'Official Shoreline Coalition',
      'The real Shoreline Coalition',
    ],
    ...[
      'Members of the Shoreline Coalition',
      'Staff of Shoreline Coalition',
      'Ohio Shoreline Coalition',
      'SC',
      'S.C.',
    ],
    ...['Pier Friends, a project of Shoreline Coalition', 'Shoreline Alliance', 'Shoreline Foundation'],
    ...['Steering Committee of the Shoreline Coalition', 'Volunteers of the Shoreline Coalition'],
    ...[
      'Organizers of the Shoreline Coalition',
      'Spokesperson for the Shoreline Coalition',
      'For the Shoreline Coalition',
    ],
    ...[
      'Allies of the Shoreline Coalition',
      'Partner to the Shoreline Coalition',
      'Endorsed by the Shoreline Coalition',
    ],
    ...['On behalf of the Shoreline Coalition', 'Voluntarias de la Shoreline Coalition', 'The Coalition'],
    ...[
      'Employees of the Shoreline Coalition',
      'Workers at Shoreline Coalition',
      'Donors to the Shoreline Coalition',
    ],
    ...['Funders of the Shoreline Coalition', 'Families of the Shoreline Coalition', 'Our Coalition'],
    ...['Whistleblowers of the Shoreline Coalition', 'Fiends of the Shoreline Coalition', 'Shoreline Coal’n'],
    ...['Sea Watch and the Shoreline Coalition', 'Empleadas de la Shoreline Coalition', 'Shoreline Cltn'],
    ...['Sea Watch y la Shoreline Coalition', 'Employés de la Shoreline Coalition'],
    ...['Caucus of the Shoreline Coalition', 'Legal Arm of the Shoreline Coalition'],
    ...['Ohio Region of the Shoreline Coalition', 'Auxiliary of Shoreline Coalition'],
    ...['Comisión Jurídica de la Shoreline Coalition', 'Shoreline C.', 'S. Coalition', 'Shoreline Coal'],
  ])('is seen in %j, which speaks for it', (typed) => {
    expect(protectedNameLike(typed, ['Shoreline Coalition'])?.name).toBe('Shoreline Coalition');
  });

  test.each([
    ...[
      'Friends of the Shoreline Coalition',
      'Parents of the Shoreline Coalition',
      'Families for Shoreline Coalition Reform',
      'Families of the Evicted by the Shoreline Coalition',
      'Workers against the Shoreline Coalition',
      'Our Shore',
      'Coalition of Harbor Tenants',
      'Committee for a Free Shore',
      'Citizens against the Shoreline Coalition',
      'Unified Shoreline',
      'Tenants of the Shoreline Coalition',
      'Teachers Union of the Shoreline Coalition',
      'League of Women Voters of the Shoreline Coalition',
      'Bar Association of the Shoreline Coalition',
      'Sindicato de la Shoreline Coalition',
      'Coalition against the Abuses of the Shoreline Coalition',
      'Shore C.',
      'Shoreline Climbers',
      'Shoreline Nurses',
    ],
    ...[
      'Coalition for the Shoreline Trail',
      'St. Clair',
      'Youth Coalition',
      'Nurses with Shoreline Coalition',
    ],
  ])('is not seen in %j, which is about it or about something else', (typed) => {
    expect(protectedNameLike(typed, ['Shoreline Coalition'])).toBeUndefined();
  });

  const several = [
    ...['Shoreline Coalition', 'Harbor Commission', 'Sea Watch Alliance'],
    ...['Riverbend Tenants Union', 'Dock Workers Local 12'],
  ];

  test.each([
    ...['Caucus of the Shorline Coalition', 'Shorline Coalition of Ohio', 'Shoreline Coaltion Ohio Chapter'],
    ...[
      'Office of the Harbor Comission',
      'Volunteers of the Shroeline Coalition',
      'Sea Wach Alliance of Ohio',
    ],
    ...['Employees of the Shoreline Coaltion', 'Shoreline Coaliton, Ohio', 'Milton Riverbendd Tenants Union'],
    ...['Shoreline Coaltion & Sea Wach Alliance', 'Youth of Shorline Coaltion'],
  ])('is seen in %j, which speaks for it with a wrong letter', (typed) => {
    expect(protectedNameLike(typed, several)).toBeDefined();
  });

  test.each([
    ...[
      'Teachers Caucus',
      'Students’ Caucus',
      'Tenants Arm',
      'Residents Wing',
      'Youth League',
      'Bar Section',
    ],
    ...['Voters Division', 'Secretary', 'Secretaria'],
  ])('is seen in the %s of it', (part) => {
    expect(protectedNameLike(`${part} of the Shoreline Coalition`, several)).toBeDefined();
  });

  test.each([
    ...['Staff of the Commission', 'Office of the Commission', 'Members of the Coalition'],
    ...['Secretary to the Harbor Commission', 'Paid for by the Shoreline Coalition'],
    ...[
      'Bots for the Shoreline Coalition',
      'Against the Shoreline Coalition',
      'Contra la Shoreline Coalition',
    ],
    ...['Letter to the Harbor Commission', 'Open Letter to the Harbor Commission'],
    ...['Petition to the Harbor Commission', 'Carta a la Harbor Commission'],
  ])('is seen in %j, which is no other organization', (typed) => {
    expect(protectedNameLike(typed, several)).toBeDefined();
  });

  test.each([
    // A wrong letter more would make another name.
    ...['Shorebird Coalition of Ohio', 'Riverbank Tenants Union of Milton', 'Tea Watch Alliance of Ohio'],
    ...[
      'Office of the Labor Commission',
      'Friends of the Shorline Coalition',
      'Dock Workers Local 13 Retirees',
    ],
    ...['Sea Watch Appliance Repair', 'Harbor Mission Church of Ohio', 'Tenants of the Harbor Comission'],
    ...['Shoreline Coalminers of Ohio', 'Seaside Watch Alliance of Ohio', 'Bay Shore Line Dancers'],
    ...['Coalition for the Shorline Trail', 'Friends of the Shroeline Coalition'],
    // Somebody outside.
    ...['Citizens Caucus against the Shoreline Coalition', 'Students of the Shoreline Coalition'],
    ...['Homeowners League of the Shoreline Coalition', 'Left Wing Voters against the Shoreline Coalition'],
    ...['Residents of the Harbor Commission', 'Patients for Shoreline Coalition Reform'],
    ...['Caucus of Harbor Tenants', 'Strong Arm Gym Parents', 'Parents with Open Arms', 'Right Wing Watch'],
    // Another text.
    ...['Letter Carriers against the Harbor Commission', 'Secretaries Union of the Harbor Commission'],
    ...[
      'Staff Union',
      'Open Letter Readers',
      'Union Staff of Milton',
      'Robots for the Harbor',
      'Bots for Good',
    ],
    ...['Families Paid Fairly', 'Against the Tide Rowers', 'Members of the Guild', 'Staff for a Free Press'],
    ...[
      'Commission of Harbor Artists',
      'Neighbors against the Shoreline Coalition',
      'Letters to Sea Captains',
    ],
  ])('is not seen in %j, which is somebody else', (typed) => {
    expect(protectedNameLike(typed, several)).toBeUndefined();
  });

  test('is seen in the office of a commissioner', () => {
    expect(protectedNameLike('Office of the Harbor Commissioner', ['Harbor Commission'])).toBeDefined();
    expect(protectedNameLike('Tenants of the Harbor Commissioner', ['Harbor Commission'])).toBeUndefined();
    expect(protectedNameLike('Dock Workers Local 1', ['Dock Workers Local 12'])).toBeUndefined();
  });

  test('is seen where its first word stands twice', () => {
    expect(protectedNameLike('Harbor City Harbor Commission', ['Harbor Commission'])).toBeDefined();
  });

  test.each([
    'Shoreline Coalition2',
    'Shoreline Coalition²',
    'Shoreline² Coalition',
    'Shoreline Coalition½',
    'Shore%line Coalition',
    'Shoreline Coali&tion',
  ])('is seen in %j, which has something put at a word', (typed) => {
    expect(protectedNameLike(typed, ['Shoreline Coalition'])?.name).toBe('Shoreline Coalition');
  });

  test('is compared at once with a name of a hundred signs', () => {
    const start = process.cpuUsage();
    for (const sign of ['a&', 'é&', '%', '.&', '& & ', '+ '])
      expect(protectedNameLike(sign.repeat(198 / sign.length), ['Shoreline Coalition', 'Pier Keepers'])).toBe(
        undefined,
      );
    const { user } = process.cpuUsage(start);
    expect(user / 1000).toBeLessThan(500);
  });

  test('is seen where "United" or "Unión" is another word or missing', () => {
    const protectedOnes = ['Dock Workers United', 'Unión de Vecinos del Puerto'];
    for (const typed of [
      'Dock Workers Alliance',
      'United Dock Workers',
      'United Dockworkers',
      'Vecinos del Puerto',
      'Vecinos Unidos del Puerto',
    ])
      expect(protectedNameLike(typed, protectedOnes)).toBeDefined();
    for (const typed of ['Dock Nurses United', 'Vecinos de la Calle 5', 'Unión del Puerto'])
      expect(protectedNameLike(typed, protectedOnes)).toBeUndefined();
  });

  test('is seen in the name of the person who receives the letter, with other offices or none', () => {
    const chair = 'The Honorable Ruth Adeyemi, Chair';
    for (const typed of [
      'Ruth Adeyemi',
      'Office of Chair Ruth Adeyemi',
      'Chair Ruth Adeyemi, Harbor Commission',
      'Hon. Ruth Adeyemi',
      'Ruth A. Adeyemi',
      'Rut Adeyemi',
      'R. Adeyemi',
      'Adeyemi',
      'Chair Adeyemi',
      'Council Member R. Adeyemi',
      'Office of Chair Adeyemi',
      'Team Adeyemi',
      'Adeyemi for Mayor',
      'The Adeyemi Administration',
    ])
      expect(protectedNameLike(typed, [chair])?.name).toBe(chair);
    for (const typed of [
      'Ruth House',
      'Friends of Ruth Adeyemi',
      'Adeyemi Center',
      'Adeyemi Family Foundation',
      'Tenants of Adeyemi Street',
      'Team Ruth',
    ])
      expect(protectedNameLike(typed, [chair])).toBeUndefined();
  });
});

describe('a table of pairs', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test.each([
    ['commas', 'Harbor,"Harbor, Inc."\nReef,Reefs\n'],
    ['semicolons', 'Harbor;Harbor, Inc.\r\nReef;Reefs\r\n'],
    ['tabs', 'Harbor\tHarbor, Inc.\nReef\tReefs'],
    ['a byte order mark', '\uFEFFHarbor;Harbor, Inc.\nReef;Reefs'],
    ["Excel's first line", 'sep=;\nHarbor;Harbor, Inc.\n\nReef;Reefs;;'],
  ])('with %s is read', (_, text) => {
    expect(readNamePairs(bytes(text))).toEqual({
      pairs: [
        ['Harbor', 'Harbor, Inc.'],
        ['Reef', 'Reefs'],
      ],
    });
  });

  test('in UTF-16 is read', () => {
    const text = '\uFEFFNiños;Ninos\n';
    expect(readNamePairs(Buffer.from(text, 'utf16le'))).toEqual({ pairs: [['Niños', 'Ninos']] });
  });

  test.each([
    ['a,b\nc\n', [{ line: 2, code: 'not-two-columns' }]],
    ['a,b\nc,\n', [{ line: 2, code: 'no-name' }]],
    ['a,"b\nc,d\n', [{ line: 2, code: 'open-quote' }]],
  ])('names the mistake in %j', (text, mistakes) => {
    expect(readNamePairs(bytes(text))).toMatchObject({ mistakes });
  });

  test('in another encoding is refused', () => {
    expect(readNamePairs(new Uint8Array([0x41, 0xe9, 0x2c, 0x42]))).toEqual({
      mistakes: [{ line: 1, code: 'unreadable-text' }],
    });
  });
});
