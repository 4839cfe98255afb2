import type { ReviewListEntry } from '../shared/operations/searching/review-list.ts';
import { suspicionScore } from '../shared/sign-on/evidence.ts';
import { type ReviewReason, reviewReasons, reviewReasonsOf } from '../shared/sign-on/review-reasons.ts';
import type { ReviewState } from '../shared/sign-on/review-state.ts';
import type { SignOn } from '../shared/sign-on/sign-on.ts';
import { countText } from './reach-text.ts';
import type { SignOnIndex } from './sign-on-index.ts';
import {
  changeText,
  correctedSpellingText,
  evidenceText,
  mailText,
  signatoryName,
  signerText,
  whereaboutsText,
} from './sign-on-text.ts';
import { tableText } from './table-text.ts';
import { minuteText } from './time-text.ts';

const head = ['ID', 'STATUS', 'ORGANIZATION OR PERSON', 'SINCE'];

/** The maximum length of a name. With the other columns, the table fits into 80 columns. */
const maxNameWidth = 40;

export interface ListContext {
  slug: string;
  state: ReviewState | undefined;
  because: ReviewReason | undefined;
  words: string;
  timeZone: string;
  index: SignOnIndex;
  /** Everything that was found, of which the first are shown. */
  all: readonly ReviewListEntry[];
}

/** A table of sign-ons with what is known about each, and below it what they wait for and how to decide. */
export function listText(shown: readonly ReviewListEntry[], context: ListContext): string {
  const { timeZone, all } = context;
  if (all.length === 0) return emptyText(context);
  const digits = idDigits(all.map(({ signOn }) => signOn.id));
  const rows = shown.map((entry) => ({
    cells: [
      entry.signOn.id.slice(0, digits),
      entry.state,
      signatoryName(entry.signOn),
      minuteText(entry.signOn.confirmedAt ?? entry.signOn.requestedAt, timeZone),
    ],
    notes: notesOf(entry, context),
  }));
  return [
    tableText(head, rows, maxNameWidth),
    '',
    `Times are in ${timeZone}.`,
    ...moreText(shown, context),
    ...burstText(context),
    ...waitingText(shown, context),
  ].join('\n');
}

function emptyText({ slug, state, because, words }: ListContext): string {
  const conditions = [
    ...(state ? [`has the status ${state}`] : []),
    ...(because ? [`has the evidence ${because}`] : []),
    ...(words ? [`contains “${words}”`] : []),
  ];
  return conditions.length === 0
    ? `Nobody has signed ${slug} yet.`
    : `No sign-on of ${slug} ${new Intl.ListFormat('en').format(conditions)}.`;
}

function notesOf({ signOn, state, evidence }: ReviewListEntry, context: ListContext): string[] {
  const { timeZone, index, because } = context;
  const other = index.countedInsteadOf(signOn);
  return [
    [signerText(signOn), signOn.email].filter(Boolean).join(', '),
    whereaboutsText(signOn),
    `last email: ${mailText(signOn, timeZone)}`,
    sourceText(signOn),
    other ? `${signatoryName(other)} (${other.id.slice(0, 8)}, ${other.email}) counts instead` : '',
    signOn.proposed ? `a change waits for your review: ${changeText(signOn)}` : '',
    correctedSpellingText(signOn, timeZone),
    ...evidence
      // A burst is told once below the table. Here it helps only who has to decide.
      .filter(({ flag }) => flag !== 'burst' || because === 'burst' || state === 'waiting')
      .toSorted((one, other) => suspicionScore([other]) - suspicionScore([one]))
      .map((flag) => `! ${evidenceText(flag, index.named(flag))}`),
  ].filter(Boolean);
}

/** The link that brought the signer. Empty for a link without a name. */
export function sourceText({ signed, submission }: SignOn): string {
  const source = (signed ?? submission)?.source;
  return source === undefined ? '' : `came by the link ${source}`;
}

function moreText(shown: readonly ReviewListEntry[], { all }: ListContext): string[] {
  if (shown.length === all.length) return [];
  return [`${shown.length} of ${all.length} are shown. To see all: --first ${all.length}.`];
}

function burstText({ slug, all, because }: ListContext): string[] {
  const bursts = all.filter(({ evidence }) => evidence.some(({ flag }) => flag === 'burst')).length;
  if (bursts === 0 || because === 'burst') return [];
  return [
    `${bursts} came in a burst: ten or more from one network within ten minutes. To see them: \`campaign sign-ons ${slug} --because burst\`.`,
  ];
}

/** How many wait, for which reasons, and the commands to decide. */
function waitingText(shown: readonly ReviewListEntry[], { slug, all, because }: ListContext): string[] {
  const waiting = all.filter(({ state, signOn }) => state === 'waiting' || signOn.proposed !== undefined);
  if (waiting.length === 0) return [];
  const counts = reviewReasons
    .map((reason) => ({
      reason,
      count: waiting.filter((entry) => reviewReasonsOf(entry).includes(reason)).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => `${reason} ${count}`);
  const isNamesake = waiting.some(
    (entry) =>
      shown.includes(entry) &&
      entry.signOn.proposed === undefined &&
      entry.evidence.some(({ flag }) => flag === 'same-name'),
  );
  const split = isNamesake
    ? ` Two organizations of one name: \`campaign split ${slug} <id>\` counts both.`
    : '';
  return [
    `${countText(waiting.length, 'sign-on waits', 'sign-ons wait')} for your review. Decide with \`campaign approve ${slug} <id…>\`, \`campaign reject ${slug} <id…>\` or \`campaign merge ${slug} <keep> <other…>\`.${split} To see one beside what it resembles: \`campaign sign-ons ${slug} <id>\`.`,
    ...(because === undefined && counts.length > 1
      ? [`Evidence: ${counts.join(', ')}. To see one kind: \`campaign sign-ons ${slug} --because <code>\`.`]
      : []),
  ];
}

/** The smallest number of characters, at least eight, that tells all ids apart. */
function idDigits(ids: string[]): number {
  for (let digits = 8; digits < 32; digits++)
    if (new Set(ids.map((id) => id.slice(0, digits))).size === ids.length) return digits;
  return 32;
}
