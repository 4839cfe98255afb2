import { describe, expect, test } from '@jest/globals';
import { regionsOf } from '../../shared/i18n/regions.ts';
import { regionNames } from '../../shared/organization/region-names.ts';
import { betterSpelling, postalCode, regionOf } from '../../shared/organization/regions.ts';

/** Spellings of one region, of signers in one country. */
const spellings: [name: string, country: string | undefined, spellings: string][] = [
  [
    'New York',
    undefined,
    'NY|New York|N.Y.|ny|N. Y.|New York State|State of New York|Nueva York|NY 14201|NY, USA|US-NY|State of N.Y.|NY 14201 USA',
  ],
  [
    'District of Columbia',
    undefined,
    'D.C.|DC|District of Columbia|Washington, D.C.|Washington DC|d. c.|Dist. of Columbia',
  ],
  ['New York', 'US', 'USA - NY|NY - New York|Buffalo - NY'],
  ['California', 'US', 'CA|Calif.|Ontario, CA|Cal.|CA 91761|California (CA)'],
  ['Ontario', 'CA', 'ON|Ont.|Toronto, ON, CA|Ontario, CA|Ontario Canada|ON M5V 2T6|CA-ON|Prov. of Ontario'],
  ['Jalisco', 'MX', 'Jal.|Jalisco, Mex.|Edo. de Jalisco|Jalisco C.P. 44100|MX-JAL|Jalisco México'],
  ['Washington', undefined, 'WA|Wash.|Washington State|Washington|wa'],
  ['West Virginia', 'US', 'W. Va.|WV|Virginia Occidental|W.Va.|west virginia|West Va.'],
  ['South Dakota', 'US', 'South Dak.|So. Dak.|S. Dak.'],
  ['New Hampshire', 'US', 'New Hamp.|N. Hampshire'],
  ['Rhode Island', 'US', 'Rhode Is.|R. Island'],
  ['North Carolina', 'US', 'N.C.|N. Car.|N. Carolina|No. Carolina|Carolina del Norte'],
  ['Puerto Rico', 'PR', 'P.R.|PR|Puerto Rico|PUERTO RICO|Commonwealth of Puerto Rico'],
  ['Puerto Rico', 'US', 'P.R.|Puerto Rico'],
  ['U.S. Virgin Islands', 'VI', 'V.I.|USVI|US Virgin Islands|Virgin Islands, U.S.|Islas Vírgenes'],
  ['Guam', 'GU', 'Guam|GU|Territory of Guam'],
  ['American Samoa', 'AS', 'AS|American Samoa|Samoa Americana'],
  ['Northern Mariana Islands', 'MP', 'CNMI|MP|Northern Marianas'],
  ['Quebec', 'CA', 'QC|Québec|Quebec|P.Q.|Que.|QUEBEC|Province de Québec|Québec, Canada'],
  ['British Columbia', 'CA', 'BC|B.C.|British Columbia|Colombie-Britannique|Columbia Británica'],
  [
    'Newfoundland and Labrador',
    'CA',
    'NL|Nfld.|Newfoundland & Labrador|Terre-Neuve-et-Labrador|Newfoundland',
  ],
  [
    'Prince Edward Island',
    undefined,
    'PEI|P.E.I.|Île-du-Prince-Édouard|Ile du Prince Edouard|Prince Edward Island',
  ],
  ['Northwest Territories', 'CA', 'NT|N.W.T.|Territoires du Nord-Ouest'],
  ['Nuevo León', 'MX', 'NL|N.L.|Nuevo León|NUEVO LEON|Estado de Nuevo León|Nuevo León, México'],
  [
    'Ciudad de México',
    'MX',
    'CDMX|D.F.|Ciudad de México|Distrito Federal|Mexico City|Cd. de México|México, D.F.',
  ],
  [
    'México',
    'MX',
    'Edo. Méx.|Edomex|Toluca, Mex.|Estado de México|Mexico|State of Mexico|MEX|Edo. de México',
  ],
  ['Michoacán', 'MX', 'Mich.|Michoacán de Ocampo|Michoacan'],
  ['Michigan', undefined, 'Mich.|MI|Michigan|Míchigan'],
  ['Querétaro', 'MX', 'Qro.|Querétaro|QUE'],
  ['Baja California Sur', 'MX', 'BCS|B.C.S.|Baja California Sur'],
  ['Oaxaca', undefined, 'Oax.|Oaxaca|OAXACA'],
];

describe('a region', () => {
  test.each(spellings)('%s (%s) is one in each spelling', (name, country, all) => {
    expect(all.split('|').map((spelling) => regionOf(spelling, country).name)).toEqual(
      all.split('|').map(() => name),
    );
  });

  test.each(['12345', '-', '.', 'State', 'the', 'Province of'])(
    'is unknown for %j in any country',
    (typed) => {
      for (const country of [undefined, 'US', 'CA', 'MX', 'PR', 'AU'])
        expect(regionOf(typed, country).name).toBeUndefined();
    },
  );

  test.each(['Guadalajara, México', 'La Laguna, Mexico', 'Huasteca (México)'])(
    'is no state of Mexico because its country stands behind it: %j',
    (typed) => {
      for (const country of [undefined, 'MX']) expect(regionOf(typed, country).name).toBeUndefined();
    },
  );

  test.each(['Maranhão - MA', 'Pará - PA', 'Ontario - CA', 'Bogotá - Cali', 'Cali', 'Nun'])(
    'without a country is unknown for %j',
    (typed) => expect(regionOf(typed).name).toBeUndefined(),
  );

  test('keeps its own country’s meaning of a code', () => {
    expect(regionOf('BC', 'MX').name).toBe('Baja California');
    expect(regionOf('WA', 'AU').name).toBeUndefined();
    expect(regionOf('CA', 'IT').name).toBeUndefined();
    expect(regionOf('NS', 'US').name).toBeUndefined();
  });

  test('is found under its whole name, whichever of the three countries was chosen', () => {
    expect(regionOf('Ontario', 'US').name).toBe('Ontario');
    expect(regionOf('Sonora', 'US').name).toBe('Sonora');
  });

  test('elsewhere is told by its letters, without case, accents and hyphens', () => {
    for (const spelling of ['Île-de-France', 'Ile de France', 'ÎLE-DE-FRANCE'])
      expect(regionOf(spelling, 'FR').key).toBe('ile de france');
    expect(regionOf('МОСКВА', 'RU').key).toBe(regionOf('Москва', 'RU').key);
    expect(regionOf('Córdoba', 'AR').key).not.toBe(regionOf('Corrientes', 'AR').key);
    expect(regionOf('***').key).toBe('***');
  });

  test.each(['US', 'CA', 'MX'] as const)(
    'of %s that the form suggests is printed as it is suggested',
    (country) => {
      const suggested = regionsOf(country);
      expect(suggested.map((name) => regionOf(name, country).name)).toEqual(suggested);
      expect(regionNames[country].trim().split('\n')).toHaveLength(suggested.length);
    },
  );

  test.each(['US', 'CA', 'MX'] as const)('of %s has no spelling of another one', (country) => {
    const lines = regionNames[country]
      .trim()
      .split('\n')
      .map((line) => line.trim().split(': '));
    for (const [name, others = ''] of lines)
      for (const spelling of others.split(', '))
        expect([spelling, regionOf(spelling, country).name]).toEqual([spelling, name]);
  });
});

test('a heading has the spelling with accents, then the one with capital and small letters', () => {
  expect(betterSpelling('Ile-de-France', 'Île-de-France')).toBe('Île-de-France');
  expect(betterSpelling('LEINSTER', 'Leinster')).toBe('Leinster');
  expect(betterSpelling('leinster', 'Leinster')).toBe('Leinster');
});

test('a state or province has its postal code', () => {
  expect(['N.Y.', 'D.C.', 'Puerto Rico'].map((region) => postalCode(region, 'US'))).toEqual([
    'NY',
    'DC',
    'PR',
  ]);
  expect(postalCode('Québec', 'CA')).toBe('QC');
  expect(postalCode('Newfoundland & Labrador')).toBe('NL');
  expect([postalCode('Nuevo León', 'MX'), postalCode('Bavaria', 'DE')]).toEqual([undefined, undefined]);
});
