import { closestMatch } from '../edit-distance.ts';

/**
 * What people call zones, each with the IANA zone that has their daylight saving time. Words such as "Time" are left
 * out (`besideNames`), as are accents, dots and spaces.
 */
const commonNames: Record<string, string> = {
  'America/New_York': 'est edt et eastern est5edt est5 este hne hae',
  'America/Chicago': 'cst cdt ct central cst6cdt cst6 centre hnc hac',
  'America/Denver': 'mst mdt mt mountain mst7mdt mst7 montana rocheuses hnr har',
  'America/Los_Angeles': 'pst pdt pt pacific pst8pdt pst8 pacifico pacifique hnp hap california',
  'America/Anchorage': 'akst akdt alaska',
  'Pacific/Honolulu': 'hst hawaii hawai',
  'America/Phoenix': 'arizona',
  'America/Puerto_Rico': 'ast prt puertorico',
  'America/Halifax': 'adt at atlantic atlantico atlantique',
  'America/St_Johns': 'nst ndt newfoundland terreneuve terranova',
  'Europe/London': 'bst gmt greenwich',
  'Europe/Paris': 'cest',
  'Australia/Sydney': 'aest aedt',
  'Pacific/Auckland': 'nzst nzdt',
  'Asia/Tokyo': 'jst',
};

/** Large cities for which no zone is named. */
const otherCities: Record<string, string> = {
  'America/New_York':
    'nyc newyorkcity nuevayork washington washingtondc boston philadelphia atlanta miami orlando tampa baltimore pittsburgh cleveland columbus cincinnati charlotte raleigh buffalo',
  'America/Chicago':
    'houston dallas austin sanantonio fortworth minneapolis stlouis saintlouis milwaukee kansascity neworleans memphis nashville oklahomacity omaha texas',
  'America/Denver': 'saltlakecity albuquerque elpaso',
  'America/Los_Angeles': 'sanfrancisco sandiego sacramento oakland seattle lasvegas',
  'America/Phoenix': 'tucson',
  'America/Toronto': 'montreal ottawa quebec ontario',
  'America/Edmonton': 'calgary alberta',
  'America/Mexico_City': 'mexico cdmx ciudadmexico guadalajara puebla leon queretaro',
};

const zonesByName = (names: Record<string, string>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(names).flatMap(([zone, all]) =>
      all.split(' ').map((name): [string, string] => [name, zone]),
    ),
  );
const byName = zonesByName(commonNames);
const byCity = zonesByName(otherCities);

/** Words beside the name of a zone. */
const besideNames =
  /\b(?:standard|daylight|time|zone|hora|tiempo|heure|normale|avancee|estandar|verano|de|del|du|des|la|las|l|us|usa|canada|america)\b/g;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()
    .replace(/[_'’-]/g, ' ')
    .replace(besideNames, '')
    .replace(/[^a-z0-9]/g, '');

const minLettersForTypo = 5;

/** Not "EST" alone, but the parts of "EST/EDT", "Eastern Time (US & Canada)" and "MST (Arizona)", the last first. */
const partsOf = (typed: string): string[] => [typed, ...typed.split(/[()/,;&]|\s[-–]\s/).reverse()];

/**
 * The IANA zone meant by `EST` or `Central Time`. The IANA database has some of these names, too, but for zones without
 * daylight saving time: a campaign would open an hour late in summer.
 */
export const timeZoneOfAbbreviation = (name: string): string | undefined => byName.get(plain(name));

/** The IANA zone that somebody most likely meant. */
export function meantTimeZone(typed: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  // Names of three parts are of small regions: "America/North_Dakota/Center".
  const large = zones.filter((zone) => zone.split('/').length < 3);
  const cities = new Map(large.map((zone) => [plain(zone.split('/').at(-1) ?? ''), zone]));
  const parts = partsOf(typed).map(plain).filter(Boolean);
  for (const names of [cities, byCity, byName])
    for (const part of parts) {
      const zone = names.get(part);
      if (zone !== undefined) return zone;
    }
  const city = plain(typed.split('/').at(-1) ?? '');
  const typedWrong = city.length < minLettersForTypo ? undefined : closestMatch(city, cities.keys());
  return typedWrong === undefined ? undefined : cities.get(typedWrong);
}
