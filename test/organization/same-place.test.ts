import { expect, test } from '@jest/globals';
import { differInPlace, isSamePlace, type Place } from '../../shared/organization/same-place.ts';

const ny = { region: 'NY' };

test.each<[Place, Place]>([
  [{ city: 'Albany NY' }, { city: 'Albany', ...ny }],
  [{ city: 'Albany, NY 12207' }, { city: 'Albany', region: 'New York' }],
  [
    { city: 'City of Albany', ...ny },
    { city: 'Albany', ...ny },
  ],
  [
    { city: 'NYC', ...ny },
    { city: 'New York', ...ny },
  ],
  [
    { city: 'The Bronx', ...ny },
    { city: 'Bronx', ...ny },
  ],
  [{ city: 'D.C.' }, { city: 'Washington', region: 'District of Columbia' }],
  [
    { city: 'St. Louis', region: 'MO' },
    { city: 'Saint Louis', region: 'Missouri' },
  ],
  [{ city: '75011 Paris' }, { city: 'Paris 11e' }],
  [{ city: 'CDMX' }, { city: 'Ciudad de México' }],
  [{ city: '12207' }, { city: '12207-1234' }],
  [{ city: 'Albany, NY' }, ny],
  [{ city: 'Mérida, México' }, { city: 'Mérida', region: 'Yucatán', country: 'MX' }],
  [{ city: 'Toronto, Canada' }, { city: 'Toronto', region: 'ON', country: 'CA' }],
  [{ city: 'Boston, USA' }, { city: 'Boston, MA' }],
  [{ city: 'Springfeild' }, { city: 'Springfield' }],
  [{ city: 'Sacremento' }, { city: 'Sacramento' }],
  [{ city: 'Philadephia' }, { city: 'Philadelphia' }],
  [{ city: 'SANTA FE' }, { city: 'Santa Fe', region: 'NM' }],
  [{ city: 'SANTA FE' }, { city: 'Santa Fe', region: 'AR' }],
  [{ city: 'Montréal (Québec)' }, { city: 'Montréal', region: 'QC' }],
  [{ city: 'Buffalo (NY)' }, { city: 'Buffalo', ...ny }],
  [{ city: 'District of Columbia' }, { city: 'Washington', region: 'DC' }],
])('%j is %j', (one, other) => {
  expect([isSamePlace(one, other), differInPlace(one, other)]).toEqual([true, false]);
  expect([isSamePlace(other, one), differInPlace(other, one)]).toEqual([true, false]);
});

test.each<[Place, Place]>([
  [
    { city: 'Brooklyn', ...ny },
    { city: 'New York', ...ny },
  ],
  [
    { city: 'Cook County', region: 'IL' },
    { city: 'Chicago', region: 'IL' },
  ],
  [{ city: 'Albany County' }, { city: 'Albany' }],
  [{ city: '12207' }, { city: 'Albany' }],
  [{ city: '12207' }, { city: '12208' }],
  [
    { city: 'Statewide', ...ny },
    { city: 'Albany', ...ny },
  ],
  [{ city: 'N/A' }, { city: 'Albany' }],
  [{ city: 'Albany' }, { region: 'CO' }],
])('%j is not certainly another place than %j', (one, other) => {
  expect([differInPlace(one, other), differInPlace(other, one)]).toEqual([false, false]);
});

test.each<[Place, Place]>([
  [
    { city: 'Brooklyn', ...ny },
    { city: 'Queens', ...ny },
  ],
  [
    { city: 'Springfield', region: 'IL' },
    { city: 'Springfield', region: 'MA' },
  ],
  ...[
    'Milton Wilton',
    'Camden Hamden',
    'Newton Newtown',
    'Arlington Darlington',
    'Charleston Charlestown',
    'Boston Bolton',
    'Salina Salinas',
    'Monterey Monterrey',
  ].map((pair): [Place, Place] => [{ city: pair.split(' ')[0] }, { city: pair.split(' ')[1] }]),
  [{ city: 'Albany, NY' }, { region: 'CO' }],
  [{ city: '12207' }, { city: '80202' }],
  [
    { city: 'Albany County', ...ny },
    { city: 'Denver', region: 'CO' },
  ],
  [
    { city: 'Kansas City', region: 'MO' },
    { city: 'Kansas City', region: 'KS' },
  ],
])('%j is another place than %j', (one, other) => {
  expect([differInPlace(one, other), differInPlace(other, one)]).toEqual([true, true]);
});
