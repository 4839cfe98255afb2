import { editDistance, isOneLetterOff } from '../edit-distance.ts';
import { compareNames } from '../organization/compare.ts';
import { foldLetters, lettersOf } from '../organization/letters.ts';
import { regionOf } from '../organization/regions.ts';
import { isOneTown } from '../organization/same-place.ts';
import { detailsHash } from './ids.ts';
import { sameLink } from './same-link.ts';
import { type Details, publicNames, type SignOn } from './sign-on.ts';
import { shownIndex } from './taken-back.ts';
import { turnsMeaning } from './turned-meaning.ts';

/** What a change does to the words that are printed or linked. */
export type PrintedChange =
  /** Nothing, or it removes something. */
  | 'none'
  /** It corrects spelling. */
  | 'mended'
  | 'other';

/**
 * What a change does to the printed words of a sign-on. `approved`: the words that an organizer last approved, or that
 * counted at first. Pure.
 */
export function printedChange(kind: SignOn['kind'], approved: Details, changed: Details): PrintedChange {
  const changes = kind === 'organization' ? ofOrganization(approved, changed) : ofPerson(approved, changed);
  if (changes.includes('other')) return 'other';
  return changes.includes('mended') ? 'mended' : 'none';
}

const printedFields = {
  organization: ['organizationName', 'website', 'scope', 'city', 'region', 'country'],
  individual: ['name', 'publicName', 'city', 'region', 'country'],
} as const;

/**
 * The hash of the words that are printed or linked, by which a decision knows that it is about the words that were
 * read. Otherwise a signer who changes their title again and again could keep every decision from being made.
 */
export const printedHash = (kind: SignOn['kind'], details: Details | undefined): string | undefined =>
  details &&
  detailsHash({
    ...noWords,
    ...Object.fromEntries(printedFields[kind].map((field) => [field, details[field]])),
  });

const noWords = { name: '', language: 'en' } as const satisfies Details;

/** Whether two versions of a sign-on are signed with the same printed words. */
export const hasSamePrint = (one: SignOn, other: SignOn): boolean =>
  printedHash(one.kind, one.signed) === printedHash(other.kind, other.signed);

/** The same for the words that wait for an organizer. */
export const hasSameProposal = (one: SignOn, other: SignOn): boolean =>
  printedHash(one.kind, one.proposed) === printedHash(other.kind, other.proposed);

const spelledFields = {
  organization: ['organizationName', 'website', 'city', 'region'],
  individual: ['name', 'city', 'region'],
} as const;

/** A printed word whose spelling its signer has corrected. */
export interface CorrectedSpelling {
  field: (typeof spelledFields)[SignOn['kind']][number];
  from: string;
  to: string;
}

/**
 * What a sign-on that counts has corrected of the words that were approved, or that counted at first. Empty if nothing.
 */
export function correctedSpelling({ kind, eligible, mended, signed }: SignOn): CorrectedSpelling[] {
  if (!mended || eligible === 'no') return [];
  return spelledFields[kind].flatMap((field) => {
    const [from, to] = [mended.from[field], signed?.[field]];
    return from === undefined || to === undefined || from === to ? [] : [{ field, from, to }];
  });
}

const ofOrganization = (approved: Details, changed: Details): PrintedChange[] => [
  nameChange(approved.organizationName ?? '', changed.organizationName ?? ''),
  ...ofPlace(approved, changed),
  choiceChange(approved.scope, changed.scope),
  websiteChange(approved.website, changed.website),
];

function ofPerson(approved: Details, changed: Details): PrintedChange[] {
  // To show less of a name than before needs no approval.
  if (shownIndex(changed) === publicNames.indexOf('withheld')) return ['none'];
  if (shownIndex(changed) < shownIndex(approved)) return ['other'];
  return [nameChange(approved.name, changed.name), ...ofPlace(approved, changed)];
}

const ofPlace = (approved: Details, changed: Details): PrintedChange[] => [
  placeChange(approved.city, changed.city),
  regionChange(approved, changed),
  choiceChange(approved.country, changed.country),
];

function nameChange(approved: string, changed: string): PrintedChange {
  const change = textChange(approved, changed);
  if (change !== 'mended') return change;
  return turnsMeaning(approved, changed) || !compareNames(approved, changed).similar ? 'other' : change;
}

/** Another letter often makes another town or region: Milton and Wilton. One that was left out or doubled does not. */
function placeChange(approved = '', changed = ''): PrintedChange {
  const change = textChange(approved, changed);
  const [one = '', other = ''] = [approved, changed].map((place) =>
    lettersOf(foldLetters(place)).replace(/(.)\1+/gu, '$1'),
  );
  return change === 'mended' && !isOneTown(one, other) && !lacksLetter(one, other) ? 'other' : change;
}

/**
 * Whether one text has one letter less. At the beginning and the end it makes another town: Alton and Dalton, Newton and
 * Newtown.
 */
const lacksLetter = (one: string, other: string): boolean =>
  Math.abs(one.length - other.length) === 1 &&
  one[0] === other[0] &&
  one.slice(-3) === other.slice(-3) &&
  isOneLetterOff(one, other);

/** A known state in another spelling is the same: NY and New York. Another one is none: North and South Dakota. */
function regionChange(approved: Details, changed: Details): PrintedChange {
  const change = placeChange(approved.region, changed.region);
  if (change === 'none' || !approved.region || !changed.region) return change;
  const [one, other] = [
    regionOf(approved.region, approved.country),
    regionOf(changed.region, changed.country),
  ];
  if (one.name === undefined || other.name === undefined) return change;
  return one.key === other.key ? 'mended' : 'other';
}

function textChange(approved = '', changed = ''): PrintedChange {
  if (approved === changed || changed === '') return 'none';
  return isMendedSpelling(approved, changed) ? 'mended' : 'other';
}

const choiceChange = (approved: string | undefined, changed: string | undefined): PrintedChange =>
  approved === changed || changed === undefined ? 'none' : 'other';

function websiteChange(approved = '', changed = ''): PrintedChange {
  if (approved === changed || changed === '') return 'none';
  return sameLink(approved, changed) ? 'mended' : 'other';
}

/** Wrong letters that a correction of spelling may have, for a text of this length. */
const errorsIn = (length: number): number => (length < 5 ? 0 : length < 10 ? 1 : length < 25 ? 2 : 3);

/** Digits and other signs carry meaning, so a change of them is no spelling. */
const signs = (text: string): string => [...text.replace(/[\p{L}\p{M}\s'’.,-]/gu, '')].toSorted().join('');

/** Accents that were left out are no wrong letters. An ñ is a letter of its own. */
const withoutAccents = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<!n)\p{M}/gu, '')
    .normalize('NFC');

/** Whether two texts differ by letter case, accents and a few letters only. */
function isMendedSpelling(approved: string, changed: string): boolean {
  const [one, other] = [approved, changed].map((text) => text.normalize('NFC'));
  if (one === undefined || other === undefined || signs(one) !== signs(other)) return false;
  const most = errorsIn(Math.max([...one].length, [...other].length));
  return editDistance(withoutAccents(one), withoutAccents(other)) <= most;
}
