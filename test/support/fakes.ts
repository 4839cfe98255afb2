/** Two hundred organizations, genuine and fake ones, as on real lists. All names are invented. */

export interface Applicant {
  isFake: boolean;
  name: string;
  email: string;
  website?: string;
  suspicions?: string[];
}

const places = ['Alder', 'Birch', 'Cedar', 'Dune', 'Elm', 'Fern', 'Gull', 'Heron', 'Iris', 'Juniper'];
const bodies = [
  ...[
    'Food Bank',
    'Tenants Union',
    'Youth Choir',
    'Nurses Guild',
    'Bird Watchers',
    'Rowing Club',
    'Mutual Aid',
  ],
  ...[
    'Veterans Hall',
    'Book Circle',
    'Land Trust',
    'Bike Kitchen',
    'Parents Table',
    'Repair Cafe',
    'Clean Air',
  ],
  'Elders Lunch',
];

/**
 * 150 genuine organizations. Most have a domain of their own. Every sixth is small, with a free email address and no
 * website.
 */
export const honest: Applicant[] = places.flatMap((place, p) =>
  bodies.map((body, b): Applicant => {
    const name = `${place} ${body}`;
    const domain = `${place}-${body}.org`.toLowerCase().replaceAll(' ', '-');
    const isSmall = (p * bodies.length + b) % 6 === 0;
    return isSmall
      ? { isFake: false, name, email: `${domain.split('.')[0]}@gmail.com` }
      : { isFake: false, name, email: `office@${domain}`, website: `https://${domain}/` };
  }),
);

const misspelled = (name: string): string => name.replace(/(?<=\w)([aeiou])(?=[a-z])/, '$1$1');

/**
 * Fifty fakes: disposable addresses, programs, misspelled names of organizations that signed, known websites with a
 * stranger's free address.
 */
export const fakes: Applicant[] = Array.from({ length: 50 }, (_, index): Applicant => {
  const target = honest[index * 3 + 1] ?? { name: 'Alder Food Bank', email: '', isFake: false };
  const website = `https://national-body-${index}.org/`;
  switch (index % 5) {
    case 0:
      return { isFake: true, name: `Invented Body ${index}`, email: `a${index}@mailinator.com` };
    case 1:
      return { isFake: true, name: misspelled(target.name), email: `b${index}@gmail.com` };
    case 2:
      return {
        isFake: true,
        name: misspelled(target.name),
        email: `c${index}@elsewhere-${index}.net`,
        website,
      };
    case 3:
      return {
        isFake: true,
        name: `Program ${index}`,
        email: `d${index}@gmail.com`,
        suspicions: ['honeypot'],
      };
    default:
      return {
        isFake: true,
        name: `Famous Society ${index}`,
        email: `e${index}@other-${index}.com`,
        website,
      };
  }
});
