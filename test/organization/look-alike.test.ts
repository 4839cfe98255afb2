import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applicants } from '../../local/demo/organizations.ts';
import { bucketsOf } from '../../shared/organization/buckets.ts';
import { comparisonForms } from '../../shared/organization/comparison-forms.ts';
import { minSimilarity, placeWords, similarity, townWords } from '../../shared/organization/look-alike.ts';

const alike = (one: string, other: string): number =>
  similarity(comparisonForms(one), comparisonForms(other)).score;

/** Whether a search for one name finds the other. */
function shareABucket(one: string, other: string): boolean {
  const buckets = bucketsOf(comparisonForms(other));
  return bucketsOf(comparisonForms(one)).some(({ bucket, lookAt }) =>
    buckets.some((each) => each.bucket === bucket && each.sort.startsWith(lookAt)),
  );
}

test.each([
  ['Harbor Families', 'Harbour Families'],
  ['League of Women Voters', 'League of Woman Voters'],
  ['Harbor Families', 'Harbor Families Network'],
  ['Healthcare Workers United', 'Health Care Workers United'],
  ['Sierra Hikers', 'Sierrra Hikers'],
  ['Sierra Hikers', 'S1erra Hikers'],
  ['Harbor Families', 'Hаrbor Fаmilies'],
  ['Harbor Families', 'Harobr Families'],
  ['Network of Harbor Families', 'Harbor Families Network'],
  ['National Harbor Association', 'NHA'],
  ['Iris Food Bank', 'Iriis Food Bank'],
  ['Harbor Families', 'Garbor Families'],
  ['Harbor Families', 'Hatbor Families'],
  ['Harbor Families', 'Harbon Families'],
  ['Millbrook', 'Nillbrook'],
  ['Harbor Families', 'Ηarbor Families'],
  ['Harbor Families', 'Ꮋarbor Families'],
  ['Harbor Families', 'ꓧarbor Families'],
  ['Harbor Families', 'Ⲏarbor Families'],
  ['Harbor Families', 'Harbor Farnilies'],
  ['Women of the Harbor', 'VVomen of the Harbor'],
  ['Harbor Families', 'Harbor FamiIies'],
  ['Harbor Families', 'HARB0R FAMILIES'],
  ['Dockside Meals', 'clocksicle Meals'],
  ['Lumen (Harbor Lighting Cooperative)', 'Harbor Lighting Cooperative'],
  ['Harbor Kitchen LLC d/b/a Dockside Meals', 'Dockside Meals'],
  ['Renters of New York', 'NY Renters'],
  ['Sierra Club', 'Sierra CIub'],
  ['Harbor Families', 'Harbor Familles'],
  ['Harbor Families', 'Harbor Familie'],
  ['Harbor Families', 'Harbor Fami|ies'],
  ['Harbor Families', 'H4rbor Families'],
  ['Harbor Families', 'H arbor Families'],
  ['Harbor Families', 'ʜᴀʀʙᴏʀ ꜰᴀᴍɪʟɪᴇꜱ'],
  ['Harbor Families', 'Hɑrƀor Fɑmilies'],
  ['Migrant Aid Alliance', 'Miɡrɑnt Aid Alliɑnce'],
  ['Sierra Club', 'Sɩerrɑ Cǀub'],
  ['Arab American Aid', 'Arɑb Americɑn Aid'],
  ['Garden Guardians', 'Gɑrden Guɑrdiɑns'],
  ['Harbor Food Bank', 'Harbor F00d Bank'],
  ['1199 Harbor Nurses', 'l199 Harbor Nurses'],
  ['Harbor Alliance (HA)', 'Harbor Alliance'],
  ['Harbor Tenants & Workers United (HT&WU)', 'Harbor Tenants and Workers United'],
  ['Harbor Kitchen t/a Dockside Meals', 'Dockside Meals'],
  ['Cocina del Puerto, conocida como Olla Unida', 'Olla Unida'],
  ['First Harbor Church', '1st Harbor Church'],
  ['Sea Watch', '5ea Watch'],
  ['Sea Watch', 'S3a Watch'],
  ['Green Roofs Now', 'Gr33n R00fs N0w'],
  ['Clean Air Now', 'Clean A1r Now'],
  ['Dock Workers Local 12', 'Dock Workers Loca1 12'],
  ['Families First of Millbrook', 'Families lst of Millbrook'],
  ['Families First of Millbrook', 'Farnlies First of Millbrook'],
  ['Sea Watch', 'Sea Watch Watch'],
  ['Sea Watch', 'Sea Sea Watch'],
  ['Sea Watch', 'Sea Watch Official'],
  ['Sea Watch', 'The Real Sea Watch'],
  ['Harbor Tenants Union', 'Tenants Union of Harbor'],
  ['Unión de Vecinos del Puerto', 'Unión Vecinos Puerto'],
  ['St. Mark’s Lutheran Church', 'Saint Marks Lutheran'],
  ['First Presbyterian Church', 'First Presbyterian Chruch'],
  ['Shoreline Coalition', 'Shoreline Coaltion'],
  // A local without its label, with a Roman number, first or last.
  ['SEIU Local 199', 'SEIU 199'],
  ['SEIU Local 199', 'SEIU L199'],
  ['SEIU Local 199', 'SEIU L-199'],
  ['SEIU Local 199', 'SEIU L. 199'],
  ['SEIU Local 199', 'SEIU Local No. 199'],
  ['SEIU Local 199', 'SEIU Local199'],
  ['SEIU Local 199', 'SEIU Lcl. 0199'],
  ['SEIU Local 199', 'SEIU Union Local 199'],
  ['IAM Local 751', 'IAM Local Lodge 751'],
  ['SEIU Local 199', 'Local 199 SEIU'],
  ['Teamsters Local 7', 'Teamsters Local Seven'],
  ['Sindicato de Maestros Sección 22', 'Sindicato de Maestros Sección XXII'],
  ['UAW Local 12', 'UAW Loc. 12'],
  ['Veterans for Peace Chapter 31', 'Veterans For Peace #31'],
  ['UAW Local 12', 'UAW12'],
  ['PS 12 Families', 'PS12 Families'],
  // An acronym that is a part of the name.
  ['SEIU Local 199', 'Service Employees International Union Local 199'],
  ['SEIU Local 199', 'Local 199 of the Service Employees International Union'],
  ['SEIU 199', 'Service Employees International Union Local 199'],
  ['YMCA of Harbor', 'Young Men’s Christian Association of Harbor'],
  ['VFW Post 1234', 'Veterans of Foreign Wars Post 1234'],
  ['Harbor CDC', 'Harbor Community Development Corporation'],
  ['D.S.A. Harbor', 'Democratic Socialists of America, Harbor'],
  // Written like a host.
  ['Friends of the Harbor', 'friendsoftheharbor.org'],
  ['Mothers for Peace', 'mothersforpeace'],
  ['Coalition for Harbor Justice', 'coalitionforharborjustice'],
  ['Amigos del Puerto', 'amigosdelpuerto'],
  // Both genders.
  ['Sindicato de Maestros', 'Sindicato de Maestras y Maestros'],
  ['Amigos del Puerto', 'Amigos y Amigas del Puerto'],
  ['Amigos del Puerto', 'Amigos(as) del Puerto'],
  ['Compañeros del Puerto', 'Compañeras/os del Puerto'],
  ['Save the Bay Project', 'savethebayproject'],
  ['League of United Harbor Citizens Council 12', 'LUHC Council 12'],
  ['Habitants du Port', 'Habitantes et Habitants du Port'],
  // Typing errors in words that are not compared letter by letter.
  ['First Baptist Church', 'Frist Baptist Church'],
  ['First Baptist Church', 'Firstt Baptist Church'],
  ['Friends of the Harbor', 'Friends fo teh Harbor'],
  // Two names beside each other, a number of the tax office, a host.
  ['Harbor Families', 'Harbor Families - Familias del Puerto'],
  ['Harbor Families', 'Harbor Families: Familias del Puerto'],
  ['Familias del Puerto', 'Harbor Families, Familias del Puerto'],
  ['Harbor Families', 'Harbor Families – Tenants for Justice'],
  ['Harbor Families', 'Harbor Families EIN 12-3456789'],
  ['Harbor Families', 'Harbor Families (Tax ID: 123456789)'],
  ['Harbor Families', 'HarborFamilies.io'],
  ['Harbor Families', 'Zeta House a/k/a Yota House (Harbor Families)'],
  // An article in only one of them.
  ['Students for a Free Harbor', 'Students for Free Harbor'],
  ['Coalition for an Open Harbor', 'Coalition for Open Harbor'],
  ['Centro de los Derechos del Migrante', 'Centro de Derechos del Migrante'],
  ['Mujeres por la Paz', 'Mujeres por Paz'],
  ['Ayuda al Migrante', 'Ayuda a Migrantes'],
  ['Collectif pour le Logement', 'Collectif pour Logement'],
  ['La Raza', 'Raza'],
  ['La Mujer Obrera', 'Mujer Obrera'],
  // Letters in frames, signs and pictures instead of letters, and digits.
  ['Friends of the Harbor', '🅵🆁🅸🅴🅽🅳🆂 of the Harbor'],
  ['Friends of the Harbor', '🇫riends of the Harbor'],
  ['Friends of the Harbor', 'Friends of the Harb○r'],
  ['Friends of the Harbor', 'Friends of the Harb⚓r'],
  ['Friends of the Harbor', 'Friends of the Harb*r'],
  ['Friends of the Harbor', 'Friends of the Har6or'],
  ['Sea Watch', 'Sea W∆tch'],
  ['Sea Watch', 'Sea Wat¢h'],
  ['Sea Watch', 'Sea Watch <3'],
  ['Sea Watch', 'Sea Watch & Sea Watch'],
  // One more word that says nothing.
  ['Sea Watch', 'Sea Watch HQ'],
  ['Sea Watch', 'Sea Watch International'],
  ['Sea Watch', 'Sea Watch Staff'],
  ['Amigos del Puerto', 'ONG Amigos del Puerto'],
  ['NAACB Harbor Branch', 'Harbor NAACB'],
  ['St. Mary’s Church', 'St. Mary’s Parish'],
  ['St. Mary’s Church', 'St. Mary’s Roman Catholic Church'],
  ['Temple Beth El', 'Congregation Beth El'],
  ['Parroquia San José', 'Iglesia San José'],
  ['North Harbor Library', 'N. Harbor Library'],
  ['University of Harbor City', 'U. of Harbor City'],
  // Short spellings of words, and numbers as words.
  ['Mothers for Clean Air', 'Moms 4 Clean Air'],
  ['Kids for Clean Water', 'Kids 4 Clean Water'],
  ['Jóvenes por el Clima', 'Jovenes x el Clima'],
  ['Madres por la Justicia', 'MADRES X LA JUSTICIA'],
  ['Pier Carpenters Local 88', 'Pier Carpenters Local Eighty-Eight'],
  ['Sindicato de Maestros Sección 32', 'Sección Treinta y Dos del Sindicato de Maestros'],
  ['Carpenters Local 1', 'Carpenters Local One'],
  ['Pier Carpenters Local 88', 'Pier Carpenters Union Local 88'],
  ['Iglesia Luterana San Marcos', 'Iglesia Luterana S. Marcos'],
  ['Parroquia Santa Rosa de Lima', 'Parroquia de S. Rosa de Lima'],
  ['Iglesia San Domingo', 'Iglesia Santo Domingo'],
  ['Disability Rights Center of Harbor County', 'Disability Rights Ctr. of Harbor Co.'],
  ['Lantern Chapter of the NAACB', 'NAACB – Lantern Branch'],
  ['St. Brendan Catholic Church', 'Parish of St. Brendan Catholic Church'],
  ['St. Brendan Church', 'Parish of St. Brendan'],
  ['Asociación de Vecinos del Muelle', 'Asociación Vecinal del Muelle'],
  // Who decides for it, and a word in two with a word such as "Society" left out.
  ['Dock Elders Union', 'Dock Elders Union Executive Board'],
  ['Dock Elders Union', 'Dock Elders Union Board'],
  ['Harborside Legal Aid Society', 'Harborside Legal-Aid Society Board of Directors'],
  ['Mujeres del Puerto', 'Mujeres del Puerto, Mesa Directiva'],
  ['Comité des Riverains', 'Comité des Riverains, conseil d’administration'],
  ['Harborside Legal Aid Society', 'Harbor Side Legal Aid'],
  // Spaces in other places.
  ['Riverbend Tenants Union', 'Riverbend Tena nts Union'],
  ['Riverbend Tenants Union', 'riverbendtenantsunion.org'],
  ['Sierra Club', 'Sierr a Club'],
  ['Mothers Out Front', 'Moth ers Out Front'],
  ['Harbor Legal Aid Society', 'Harbor Legal Aid Soc iety'],
  ['Kelp Hands', 'Kelphands'],
  ['Kelp On', 'KelpOn'],
  ['HLA-CDW', 'HLACDW'],
  // A word for the kind of organization with an error in it.
  ['Harbor Legal Aid Society', 'Harbor Legal Aid ociety'],
  ['St. Mary’s Church', 'St. Mary’s hurch'],
  ['Reefkeeper Alliance', 'Reefkeeper Aliance'],
  ['Heron Society', 'Heron Soc.'],
  ['Sunup Movement', 'Sunup Mvt.'],
  // What stands around a name because of how it was typed or sent.
  ...[
    ...['Harbor Families (2nd)', 'Harbor Families copy', 'Copy of Harbor Families'],
    ...['Harbor Families - updated', 'Harbor Families NEW', 'Fwd: Harbor Families', 'RE: Harbor Families'],
    ...['Correction: Harbor Families', 'For Harbor Families', 'On behalf of Harbor Families'],
    ...[
      'From Harbor Families',
      'Signed: Harbor Families',
      'Name: Harbor Families',
      'Harbor Families, President',
    ],
    ...['Harbor Families Director', 'Harbor Families since 1999', 'Harbor Families (est. 1999)'],
    ...['Harbor Families Harbor Families Harbor Families', 'Our Harbor Families'],
    ...[
      'We Are Harbor Families',
      'This is Harbor Families',
      'Harbor Families Office',
      'Harbor Families Harbor',
    ],
    ...['Harbor Families Main Office', 'Harbor Families Secretariat', 'Harbor Families Steering Committee'],
    ...['Harbor Families Executive Committee', 'Harbor Families Website', 'Harbor Families Official Page'],
    ...['Harbor Families USA', 'Harbor Families of America', 'Fwd: Our Harbor Families (new)'],
    ...[
      'En nombre de Harbor Families',
      'Harbor Families (copia)',
      'Au nom de Harbor Families',
      'De: Harbor Families',
    ],
    ...['Harbor Families, directora', 'Harbor Families, présidente', 'Harbor Families desde 1999'],
  ].map((typed) => ['Harbor Families', typed]),
  ['Dock Elders Union', 'Dock Elders Union Leadership'],
  ['Dock Elders Union', 'Dock Elders Union Local'],
  // Short ways to write a word.
  ['Jobs With Dignity', 'Jobs w/ Dignity'],
  ['Jobs With Dignity', 'Jobs w Dignity'],
  ['Nurses Without Walls', 'Nurses w/o Walls'],
  ['Nurses Without Walls', 'Nurses With Out Walls'],
  ['Reef & Water Friends', 'Reef ’n’ Water Friends'],
  ['Reef & Water Friends', 'Reef n Water Friends'],
  ['Harbor Arts Commission', 'Harbor Arts Comm’n'],
  ['Harbor Arts Commission', 'Harbor Arts Cmsn'],
  ['SEIU Local 199', 'SEIU Locl 199'],
  ['SEIU Local 1021', 'SEIU Local 10 21'],
  ['SEIU Local 199', 'SEIU199'],
  ['Service Employees International Union Local 199', 'SEIU199'],
  ['350 Harbor', '350Harbor'],
  ['Guild of Reef Divers', 'Guild off Reef Divers'],
  ['Harbor Legal Aid Society', 'Harbor Legal Aid Soc'],
])('%s and %s are alike, and found', (one, other) => {
  expect(alike(one, other)).toBeGreaterThanOrEqual(minSimilarity);
  expect([shareABucket(one, other), shareABucket(other, one)]).toEqual([true, true]);
});

test.each([
  ['Example of Texas', 'Example of Ohio'],
  ['Union of Electrical Workers Ohio', 'Union of Electrical Workers Iowa'],
  ['Friends of Austria', 'Friends of Australia'],
  ['Dock Workers Local 12', 'Dock Workers Local 13'],
  ['Dock Workers Local 10234', 'Dock Workers Local 10235'],
  ['Harbor Kitchen d/b/a Dockside Meals', 'Harbor Kitchen d/b/a Hillside Catering'],
  ['Northmere Water', 'Southmere Water'],
  ['LA Renters Guild', 'Renters Guild'],
  ['Plan A Families', 'Plan B Families'],
  ['Plan A Families', 'Plan Families'],
  ['Sunrise Hikers – San Diego', 'Sunrise Hikers'],
  ['Sunrise Hikers: Long Beach', 'Sunrise Hikers'],
  ['Sunrise Hikers, Albany Chapter', 'Sunrise Hikers'],
  ['Students for Reefs, Universidad del Mar', 'Students for Reefs'],
  ['Sunrise Hikers, Ciudad de México', 'Sunrise Hikers'],
  ['Block A Tenants', 'Block Tenants'],
  ['Vitamin A Foundation', 'Vitamin Foundation'],
  ['Pier A Tenants', 'Pier Tenants'],
  ['Harbor A+ Tutors', 'Harbor Plus Tutors'],
  ['A Better Harbor', 'Better Harbor'],
  ['El Paso Tenants', 'Paso Tenants'],
  ['la renters guild', 'renters guild'],
  ['LA RENTERS GUILD', 'RENTERS GUILD'],
  ['Nurses of Los Angeles County', 'Nurses of Angeles County'],
  ['Harbor Families', 'Harbor Nurses'],
  ['Harbor Families Network', 'Harbor Families Coalition'],
  ['Harbor Alliance (CA)', 'Harbor Alliance (NY)'],
  ['9to5 Harbor', '9 Harbor'],
  ['Tech4Good Harbor', 'Techforgood Harbor'],
  ['Local 7R Carpenters', 'Local 78 Carpenters'],
  ['Block Y Tenants', 'Block Tenants'],
  ['First Harbor Church', 'First Harbor School'],
  ['K12 Friends of the Pier', 'K13 Friends of the Pier'],
  ['SEIU Local 199', 'SEIU Local 1199'],
  ['IAM District Lodge 751', 'IAM Local Lodge 750'],
  ['SEIU Local 199', 'UNITE HERE Local 199'],
  ['Dock Workers Local 12', 'Dock Workers District 12'],
  ['District IV Council', 'District V Council'],
  ['Sección XXII', 'Sección XXI'],
  ['Title IX Now', 'Title VI Now'],
  ['Local First Harbor', 'First Harbor'],
  ['Chapter 31', 'Chapter 13'],
  ['First Street Church', 'Fifth Street Church'],
  ['Thirty Pines Farm', 'Third Pines Farm'],
  ['N. Harbor Tenants', 'S. Harbor Tenants'],
  ['Temple Beth El', 'Temple Beth Am'],
  ['St. Mary’s Catholic Church', 'St. Mary’s Episcopal Church'],
  ['YMCA of Harbor', 'YWCA of Harbor'],
  ['International Rescue Harbor', 'Rescue Harbor'],
  ['Faith, Hope, Charity', 'Faith, Hope'],
  ['Parents on Behalf of Children', 'Parents'],
  ['Madres en nombre de sus hijos', 'Madres'],
  ['Mujeres, Hoy y Siempre', 'Mujeres'],
  ['Pier 4 Tenants', 'Pier Tenants'],
  ['Carpenters Locals 4 and 5', 'Carpenters Locals'],
  ['Colectivo Malcolm X Jóvenes', 'Colectivo Malcolm Jóvenes'],
  ['Thirty-Two Pines Farm', 'Thirty-Three Pines Farm'],
  ['Dock Workers Local Twenty', 'Dock Workers Local Twenty-Two'],
  ['Carpenters Union', 'Carpenters'],
  ['Saint Elmira Pantry', 'Santa Elmira Pantry'],
  ['Parish of Orleans', 'Orleans Church'],
  ['Harbor School Board', 'Harbor School'],
  ['Harbor Side Legal Aid Society', 'Harborside Legal Aid Network'],
  ['Sea Mill', 'Seam Mill'],
  ['Ark On', 'Arc On'],
  // Words that are parts of names.
  ['Our Harbor', 'Harbor'],
  ['Our Lady of the Reef', 'Lady Reef'],
  ['For the Harbor', 'Harbor'],
  ['Harbor Vision 2030', 'Harbor Vision'],
  ['SEIU Local 2028', 'SEIU Local 2029'],
  ['Class of 2028 Families', 'Class of 2029 Families'],
  ['Carpenters Locals 3, 4', 'Carpenters Locals 3, 5'],
  ['Dock Coordinating Committee', 'Dock'],
  ['Reef Workers Organizing Committee', 'Reef Workers'],
  ['Voices of Latin America', 'Voices of Latin'],
  ['Sea Watch USA', 'Sea Watch UK'],
  ['Harbor Families (12)', 'Harbor Families'],
  ['Harbor Office', 'Harbor'],
  ['Local 10 Kitchen', 'Local 21 Kitchen'],
])('%s and %s are two organizations', (one, other) => {
  expect(alike(one, other)).toBeLessThan(minSimilarity);
});

/** The forms of a name as they are in the index, which lacks the words as they were typed. */
const indexed = (name: string) => comparisonForms(name).map(({ words, isPart }) => ({ words, isPart }));

test.each([
  ['CWA', 'Communications Workers of America'],
  ['CWA', 'Communication Workers of America, AFL-CIO'],
  ['DSA', 'Democratic Socialists of America'],
  ['HFI', 'Harbor Friends International'],
  ['AIUSA', 'Amnesty International USA'],
  ['NYIC', 'New York Immigration Coalition'],
  ['NYIC', 'NY Immigration Coalition'],
  ['MRNY', 'Make the Road New York'],
  ['CHIRLA', 'Coalition for Humane Immigrant Rights of Los Angeles'],
  ['CNA', 'California Nurses Association'],
  ['CDM', 'Centro de los Derechos del Migrante'],
  ['PSR', 'Physicians for Social Responsibility'],
  ['JFREJ', 'Jews for Racial & Economic Justice'],
  ['PFAW', 'People for the American Way'],
  ['UFPJ', 'United for Peace and Justice'],
  // Of a name of two words, "for" and "of" make the third letter.
  ['HFH', 'Habitat for Humanity'],
  ['FOE', 'Friends of the Earth'],
  ['CAIR-CA Harbor', 'Council on American-Islamic Relations California Harbor'],
])('%s stands for %s, and is found', (acronym, name) => {
  expect(alike(acronym, name)).toBeGreaterThanOrEqual(minSimilarity);
  expect(similarity(comparisonForms(acronym), indexed(name)).score).toBeGreaterThanOrEqual(minSimilarity);
  expect(similarity(indexed(acronym), comparisonForms(name)).score).toBeGreaterThanOrEqual(minSimilarity);
  expect([shareABucket(acronym, name), shareABucket(name, acronym)]).toEqual([true, true]);
});

test.each([
  ['LWV Harbor', 'Harbor League of Women Voters'],
  ['Harbor LWV', 'League of Women Voters of Harbor'],
  ['Harbor DSA', 'Democratic Socialists of America Harbor'],
  ['Harbor YDSA', 'Young Democratic Socialists of America Harbor'],
  ['Harbor SURJ', 'Showing Up for Racial Justice Harbor'],
  ['Harbor JVP', 'Jewish Voice for Peace Harbor'],
  ['Harbor PSL', 'Party for Socialism and Liberation Harbor'],
  ['Harbor NAACP', 'National Association for the Advancement of Colored People, Harbor'],
  ['PSC-CUNY', 'Professional Staff Congress CUNY'],
  ['AFA-CWA', 'Association of Flight Attendants-CWA'],
])('%s, with its acronym in another place than %s, is found', (one, other) => {
  expect(alike(one, other)).toBeGreaterThanOrEqual(minSimilarity);
  expect(similarity(comparisonForms(one), indexed(other)).score).toBeGreaterThanOrEqual(minSimilarity);
  expect(similarity(indexed(one), comparisonForms(other)).score).toBeGreaterThanOrEqual(minSimilarity);
  expect([shareABucket(one, other), shareABucket(other, one)]).toEqual([true, true]);
});

test.each([
  ['Pier Readers (Lectores del Muelle)', 'Pier Readers (Amigos)'],
  ['Pier Readers (Lectores del Muelle)', 'Pier Readers (Lectores)'],
  ['Pier Readers (Lectores del Muelle)', 'Pier Readers / Biblioteca'],
  ['Pier Readers (Lectores del Muelle)', 'Pier Readers d/b/a Pier Books'],
  ['Pier Readers (Lectores del Muelle)', 'Pier Readers – Libros para Todos'],
  ['Pier Readers (Lectores del Muelle)', 'Pier Readers (PR)'],
  ['Pier Readers (Lectores del Muelle)', 'Pier Readers (PR) (Amigos)'],
  ['Pier Readers (Lectores del Muelle)', 'Lectores del Muelle (Readers for Peace)'],
  ['Harbor Families (Familias del Puerto)', 'Harbour Families (Vecinos Unidos)'],
  ['Harbor Families (Familias del Puerto)', 'Harbor Families (HF)'],
  ['Harbor Families / Familias del Puerto', 'Harbor Families / Familias de la Bahía'],
  ['Harbor Families – Familias del Puerto', 'Harbor Families – Voces de la Bahía'],
  ['Harbor Families: Parents for Peace', 'Harbor Families: Mothers for Justice'],
  ['Harbor Families (Familias del Puerto)', 'Harbor Families, a project of Sea Watch'],
  ['Harbor Families (Familles du Port)', 'Harbor Families, formerly Bay Mothers'],
  ['Harbor Families, formerly Bay Parents', 'Harbor Families, formerly Bay Mothers'],
])('%s and %s begin with one name, or have it in brackets, and are found', (one, other) => {
  expect(alike(one, other)).toBeGreaterThanOrEqual(minSimilarity);
  expect(similarity(comparisonForms(one), indexed(other)).score).toBeGreaterThanOrEqual(minSimilarity);
  expect([shareABucket(one, other), shareABucket(other, one)]).toEqual([true, true]);
});

test.each([
  ['Sunrise Hikers (Milton)', 'Sunrise Hikers (Utica)'],
  ['Sunrise Hikers (Long Beach)', 'Sunrise Hikers (San Diego)'],
  ['Sunrise Hikers – Riverbend', 'Sunrise Hikers – Tidewater'],
  ['Unity Church / Riverbend', 'Unity Church / Millrace'],
  ['Harbor Families (Familias del Puerto)', 'Harbor Workers (Trabajadores del Puerto)'],
  ['Friends of the River (Amigos del Río)', 'Friends of the Lake (Amigos del Lago)'],
  ['Coalition for Justice (Justicia para Todos)', 'Coalition for Peace (Paz para Todos)'],
  ['Voces del Puerto (Playa del Carmen)', 'Voces del Puerto (Puerto de la Cruz)'],
  ['Jóvenes Unidos (Grupo de Milton)', 'Jóvenes Unidos (Grupo de Utica)'],
  ['Voix du Port (Saint-Jean-de-Luz)', 'Voix du Port (Trois-Rivières)'],
  ['Food Pantry, a program of First Church', 'Food Pantry, a program of Unity Church'],
  ['Bay Kitchen (Pan para Todos)', 'Dock Kitchen (Pan para Todos)'],
  ['Sunrise Hikers (Riverbend Team)', 'Sunrise Hikers (Tidewater Team)'],
  ['Unity Church (Albany)', 'Unity Church (Utica)'],
  ['Center (Casa del Pueblo)', 'The Center (Voces del Puerto)'],
  ['Tide Group d/b/a Bay Kitchen', 'Tide Group d/b/a Harbor Catering'],
])('%s and %s, each with two names or a town, are two organizations', (one, other) => {
  expect(alike(one, other)).toBeLessThan(minSimilarity);
});

// Of each two the initials are the same, in another order, or would be with one letter of a joining word.
test.each([
  ['OFE', 'Friends of the Earth'],
  ['FOE', 'Ocean Food Exchange'],
  ['ACW', 'Communications Workers of America'],
  ['ADS', 'Democratic Socialists of America'],
  ['Harbor WLV', 'League of Women Voters of Harbor'],
  ['Harbor SAD', 'Democratic Socialists of America Harbor'],
  ['RAM', 'Milton Actors Rally'],
  ['ARC', 'Coastal Rowers Alliance'],
  ['Harbor Reading Circle', 'Riverside Choir Hall'],
  ['Dock Art Studio', 'Sandpiper Dance Academy'],
  ['LION', 'Neighbors Organizing In Lakewood'],
  ['Tidal', 'Lidat'],
])('%s and %s, of which the initials have another order, are two', (one, other) => {
  expect(alike(one, other)).toBeLessThan(minSimilarity);
  expect(similarity(comparisonForms(one), indexed(other)).score).toBeLessThan(minSimilarity);
  expect(similarity(indexed(one), comparisonForms(other)).score).toBeLessThan(minSimilarity);
});

test.each([
  ['FOE', 'Food Exchange'],
  ['NOW', 'Native Women'],
  ['CWA', 'Community Workshop'],
  ['HF', 'Harbor Families'],
  ['FE', 'Friends of the Earth'],
  ['NYIC', 'Nebraska Youth Council'],
  ['COPS', 'Community Police Society'],
])('%s does not stand for %s', (acronym, name) => {
  expect(alike(acronym, name)).toBeLessThan(minSimilarity);
  expect([shareABucket(acronym, name), shareABucket(name, acronym)]).toEqual([false, false]);
});

/** How alike two organizations are that begin with the names of their cities. */
const alikeInCities = (one: string, other: string): number =>
  similarity(comparisonForms(`${one} Rowers League`), comparisonForms(`${other} Rowers League`), {
    one: placeWords(one),
    other: placeWords(other),
  }).score;

test.each([
  ['Springfield', 'Sprlngfield'],
  ['Springfield', 'Springfeild'],
  ['Lakewood', 'Lakewoood'],
  ['Cornell', 'Comell'],
])('the city %s, also typed as %s, makes no two organizations', (one, other) => {
  expect(alikeInCities(one, other)).toBeGreaterThanOrEqual(minSimilarity);
});

test.each([
  ['Milton', 'Wilton'],
  ['Clayton', 'Dayton'],
  ['Clover', 'Dover'],
  ['Kingston', 'Kinston'],
  ['Newton', 'Newtown'],
  ['Salem', 'Selma'],
  ['Minot', 'Minto'],
  ['Gary', 'Gray'],
  ['Phillipsburg', 'Philipsburg'],
  ['Easton', 'Weston'],
  ['Concord', 'Concordia'],
  ['Northfield', 'Southfield'],
  ['Mérida', 'Medina'],
  ['San José', 'San Jorge'],
])('the cities %s and %s make two organizations of one name', (one, other) => {
  expect(alikeInCities(one, other)).toBeLessThan(minSimilarity);
});

test.each([
  ['Harbor Families of Thunder Bay', 'Harbor Families', 'Thunder Bay', true],
  ['Thunder Bay Harbor Families', 'Harbor Families', 'Thunder Bay', true],
  ['Thunder Harbor Families', 'Harbor Families', 'Thunder Bay', false],
  ['Harbor Families of Thunder Bay', 'Harbor Families', 'Milton', false],
  ['Harbor Families of St. Louis', 'Harbor Families', 'Saint Louis', true],
])('%s and %s, both in %s, are alike: %s', (one, other, city, expected) => {
  const [places, towns] = [placeWords(city), townWords({ city })];
  const { score } = similarity(comparisonForms(one), comparisonForms(other), {
    one: places,
    other: places,
    towns,
  });
  expect(score >= minSimilarity).toBe(expected);
});

test.each([
  ['Harbor Tenants Union, NY', { city: 'Milton', region: 'New York' }, true],
  ['Harbor Tenants Union of New York', { city: 'Milton', region: 'N.Y.', country: 'US' }, true],
  ['Harbor Tenants Union, Milton, NY', { city: 'Milton', region: 'NY' }, true],
  ['Harbor Tenants Union (QC)', { city: 'Milton', region: 'Québec', country: 'CA' }, true],
  ['Harbor Tenants Union of Jalisco', { city: 'Milton', region: 'Jal.', country: 'MX' }, true],
  ['Harbor Tenants Union, OH', { city: 'Milton', region: 'NY' }, false],
  ['Harbor Tenants Union of Milton, OH', { city: 'Milton', region: 'NY' }, false],
])('%s and Harbor Tenants Union, both in %j, are alike, and found: %s', (name, place, expected) => {
  const [one, other] = [comparisonForms(name), comparisonForms('Harbor Tenants Union')];
  const towns = townWords(place);
  const words = placeWords(place.city, place.region);
  const { score } = similarity(one, other, { one: words, other: words, towns });
  expect(score >= minSimilarity).toBe(expected);
  const buckets = bucketsOf(other, towns).map(({ bucket }) => bucket);
  expect(!expected || bucketsOf(one, towns).some(({ bucket }) => buckets.includes(bucket))).toBe(true);
});

test('no two of the demo’s organizations are alike', () => {
  const names = applicants(170).map(({ organizationName }) => comparisonForms(organizationName));
  const found = names.flatMap((one, at) =>
    names.slice(at + 1).filter((other) => similarity(one, other).score >= minSimilarity),
  );
  expect(found).toEqual([]);
});

test('any two names are as alike one way as the other, and any name has at most eight buckets, several names fourteen', () => {
  const word = fc.constantFrom(
    'harbor',
    'harbour',
    'families',
    'family',
    'of',
    'network',
    'Ohio',
    '12',
    'dé',
    'ж',
    '',
  );
  const name = fc.oneof(
    fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
    fc.string(),
  );
  fc.assert(
    fc.property(name, name, (one, other) => {
      const [a, b] = [comparisonForms(one), comparisonForms(other)];
      expect(similarity(a, b).score).toBe(similarity(b, a).score);
      expect(bucketsOf(a).length).toBeLessThanOrEqual(a.length > 1 ? 14 : 8);
    }),
  );
});

test.each(['㌖'.repeat(54), 'ﷺ'.repeat(66), '𝐀'.repeat(50)])(
  'The keys of the index stay within DynamoDB’s limits, also of %s',
  (name) => {
    for (const { bucket, sort } of bucketsOf(comparisonForms(name))) {
      expect(Buffer.byteLength(bucket)).toBeLessThan(1024);
      expect(Buffer.byteLength(sort)).toBeLessThan(700);
    }
  },
);
