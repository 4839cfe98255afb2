import { expect, test } from '@jest/globals';
import { placeOf } from '../../shared/rendering/document/signatory-labels.ts';

test.each([
  ['Buffalo, NY', 'NY', undefined, 'Buffalo, NY'],
  ['Buffalo, N.Y.', 'NY', undefined, 'Buffalo, NY'],
  ['Buffalo, NY', 'New York', undefined, 'Buffalo, New York'],
  ['Buffalo NY', 'NY', undefined, 'Buffalo, NY'],
  ['EL PASO TX', 'Texas', undefined, 'EL PASO, Texas'],
  ['Buffalo, NY, USA', 'NY', 'US', 'Buffalo, NY, United States'],
  ['Washington, D.C.', 'District of Columbia', undefined, 'Washington, District of Columbia'],
  ['Washington, D.C.', 'Washington, D.C.', undefined, 'Washington, D.C.'],
  ['Washington D.C.', 'DC', undefined, 'Washington, DC'],
  ['DC', 'D.C.', undefined, 'D.C.'],
  ['Buffalo', 'Buffalo, NY', undefined, 'Buffalo, NY'],
  ['Montréal (Québec)', 'QC', 'CA', 'Montréal, QC, Canada'],
  ['Monterrey, N.L.', 'Nuevo León', 'MX', 'Monterrey, Nuevo León, Mexico'],
  ['Paris, Île-de-France', 'Ile-de-France', 'FR', 'Paris, Ile-de-France, France'],
  ['Buffalo', 'NY', undefined, 'Buffalo, NY'],
  ['New York', 'New York', undefined, 'New York, New York'],
  ['Buffalo, WY', 'NY', undefined, 'Buffalo, WY, NY'],
  ['Kansas City', 'MO', undefined, 'Kansas City, MO'],
  ['Paris, France', '', 'FR', 'Paris, France'],
  ['', 'NY', undefined, 'NY'],
])('city “%s” and region “%s” (country %s) are printed as “%s”', (city, region, country, printed) =>
  expect(placeOf({ city, region, ...(country && { country }) }, country !== undefined, 'en')).toBe(printed),
);
