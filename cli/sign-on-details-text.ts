import { consoleTexts } from '../shared/i18n/console/texts.ts';
import { decisionsOn, type LoggedEvent } from '../shared/operations/reporting/log.ts';
import type { ReviewListEntry } from '../shared/operations/searching/review-list.ts';
import { compareNames } from '../shared/organization/compare.ts';
import { safeSubject } from '../shared/rendering/document/safe-text.ts';
import { shownDetails } from '../shared/sign-on/confirmation.ts';
import { reviewStateOf } from '../shared/sign-on/review-state.ts';
import type { SignOn } from '../shared/sign-on/sign-on.ts';
import type { Store } from '../shared/table/table.ts';
import { comparisonText } from './comparison-text.ts';
import { possibleDecisions } from './possible-decisions.ts';
import type { SignOnIndex } from './sign-on-index.ts';
import { sourceText } from './sign-on-list-text.ts';
import {
  changeText,
  correctedSpellingText,
  evidenceText,
  mailText,
  placeText,
  signatoryName,
  signerText,
} from './sign-on-text.ts';
import { minuteText } from './time-text.ts';

export interface DetailsContext {
  slug: string;
  timeZone: string;
  index: SignOnIndex;
  /** The decisions on each sign-on, by its id, newest first. */
  histories: ReadonlyMap<string, readonly LoggedEvent[]>;
}

/** Reads the latest decisions on sign-ons. */
export async function readHistories(
  store: Store,
  slug: string,
  ids: readonly string[],
): Promise<DetailsContext['histories']> {
  return new Map(await Promise.all(ids.map(async (id) => [id, await decisionsOn(store, slug, id)] as const)));
}

/** Everything about sign-ons, each with those that its evidence names beside it, and the commands to decide. */
export const signOnDetailsText = (entries: readonly ReviewListEntry[], context: DetailsContext): string =>
  [...entries.map((entry) => entryText(entry, context)), `Times are in ${context.timeZone}.`].join('\n\n');

function entryText({ signOn, evidence }: ReviewListEntry, context: DetailsContext): string {
  const { slug, index, histories } = context;
  const named = [...evidence.map((flag) => index.named(flag)), index.countedInsteadOf(signOn)];
  const others = [...new Map(named.flatMap((other) => (other ? [[other.id, other]] : []))).values()];
  return [
    ...factLines(signOn, context),
    ...(signOn.proposed ? [`  change        ${changeText(signOn)}`] : []),
    ...[correctedSpellingText(signOn, context.timeZone)].filter(Boolean).map((text) => `  ${text}`),
    ...evidence.map((flag) => `    ! ${evidenceText(flag, index.named(flag))}`),
    ...(histories.get(signOn.id) ?? []).map((event) => historyLine(event, context)),
    ...others.flatMap((other) => ['', 'beside', ...factLines(other, context), ...namesLine(signOn, other)]),
    '',
    ...possibleDecisions(signOn, { slug, evidence, others }).map(
      ({ command, effect }) => `\`${command}\`\n    ${effect}`,
    ),
  ].join('\n');
}

/** What is known about one sign-on, a line each. What it does not have is left out. */
function factLines(signOn: SignOn, { timeZone }: DetailsContext): string[] {
  const details = signOn.signed ?? shownDetails(signOn);
  const facts: [string, string | undefined][] = [
    ['status', reviewStateOf(signOn)],
    ['signer', signerText(signOn)],
    ['email', signOn.email],
    ['website', details?.website],
    ['place', [placeText(signOn), details?.country].filter(Boolean).join(', ')],
    ['scope', details?.scope],
    ['language', details?.language],
    ['confirmed', signOn.confirmedAt && minuteText(signOn.confirmedAt, timeZone)],
    ['last email', mailText(signOn, timeZone)],
    ['source', sourceText(signOn)],
    ...Object.entries(details?.answers ?? {}).map(([id, answer]): [string, string] => [id, String(answer)]),
  ];
  return [
    `${signOn.id.slice(0, 8)}  ${signatoryName(signOn)}`,
    ...facts.flatMap(([label, fact]) => (fact ? [`  ${label.padEnd(12)}  ${safeSubject(fact)}`] : [])),
  ];
}

/** Whether the rules see the two names as one organization, and why. */
function namesLine(one: SignOn, other: SignOn): string[] {
  const [name, otherName] = [one, other].map(
    (signOn) => (signOn.signed ?? shownDetails(signOn))?.organizationName,
  );
  if (name === undefined || otherName === undefined || name === otherName) return [];
  return [`  names         ${comparisonText('en', compareNames(name, otherName))}`];
}

function historyLine({ at, actor, event }: LoggedEvent, { timeZone }: DetailsContext): string {
  const what = consoleTexts('en').log.events[event.type];
  return `  log           ${minuteText(at, timeZone)} ${what}, by ${safeSubject(actor)}`;
}
