import { matchesWords } from '../../shared/operations/searching/find-sign-ons.ts';
import { readAllSignOns, reviewEntries } from '../../shared/operations/searching/review-list.ts';
import {
  isReviewReason,
  type ReviewReason,
  reviewReasons,
  reviewReasonsOf,
} from '../../shared/sign-on/review-reasons.ts';
import { type ReviewState, reviewStates } from '../../shared/sign-on/review-state.ts';
import { readGate } from '../../shared/table/gate.ts';
import { readSettings } from '../../shared/table/settings.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { type CampaignTarget, campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { findSignOnById, parseIds } from '../find-sign-on-by-id.ts';
import { readFirst } from '../first-option.ts';
import { Refusal, UsageError } from '../refusal.ts';
import { readHistories, signOnDetailsText } from '../sign-on-details-text.ts';
import { newSignOnIndex } from '../sign-on-index.ts';
import { signOnJson } from '../sign-on-json.ts';
import { listText } from '../sign-on-list-text.ts';
import { newUnreadableRecords } from '../unreadable-records.ts';

export const signOns: Command = {
  name: 'sign-ons',
  positionals: [{ name: 'slug' }, { name: 'id', isOptional: true, isRepeated: true }],
  optionsUsage: `[--status ${reviewStates.join('|')}] [--because <code>] [--find <words>] [--first N]`,
  summary:
    'list the sign-ons with evidence and emails; those waiting for review come first. With ids: everything about these, beside what they resemble. --because: a code of the evidence, or change; --find: words of a name, address or website. Only signers correct their details, with the link in their emails; `resend` sends it again',
  options: {
    status: { type: 'string' },
    because: { type: 'string' },
    find: { type: 'string' },
    first: { type: 'string' },
  },
  run: runSignOns,
};

/** How many a screen shows unless `--first` says otherwise. Files and programs get all of them. */
const firstOnScreen = 20;

async function runSignOns(invocation: Invocation): Promise<CommandResult> {
  const { options, environment, positionals } = invocation;
  const state = readState(options.status);
  const because = readReason(options.because);
  const first = readFirst(options.first) ?? (environment.isScreen ? firstOnScreen : undefined);
  const words = typeof options.find === 'string' ? options.find.trim() : '';
  const ids = parseIds(positionals);
  const target = await connectToCampaign(invocation);
  const { slug, store, now } = target;
  if (!(await readGate(store, slug))) throw await campaignNotFound({ slug, store });
  const wanted = await Promise.all(ids.map((id) => idOf(target, id)));
  const unreadable = newUnreadableRecords(environment);
  const rows = await readAllSignOns(store, slug, unreadable.add);
  unreadable.tell();
  const listed = reviewEntries(rows, { now, state }).filter(
    (entry) =>
      (wanted.length === 0 || wanted.includes(entry.signOn.id)) &&
      (because === undefined || reviewReasonsOf(entry).includes(because)) &&
      (words === '' || matchesWords(entry.signOn, words)),
  );
  const timeZone = (await readSettings(store, slug))?.settings.timeZone ?? 'UTC';
  const index = newSignOnIndex(rows);
  const shown = listed.slice(0, first);
  const json = (first === undefined || options.first === undefined ? listed : shown).map((entry) =>
    signOnJson(entry, index),
  );
  if (wanted.length > 0) {
    const histories = await readHistories(store, slug, wanted);
    return { text: signOnDetailsText(listed, { slug, timeZone, index, histories }), json };
  }
  return { text: listText(shown, { slug, state, because, words, timeZone, index, all: listed }), json };
}

async function idOf(target: CampaignTarget, typed: string): Promise<string> {
  const signOn = await findSignOnById(target, typed);
  if (signOn instanceof Refusal) throw signOn;
  return signOn.id;
}

type Typed = string | boolean | undefined;

function readState(typed: Typed): ReviewState | undefined {
  if (typed === undefined) return undefined;
  const state = reviewStates.find((one) => one === typed);
  if (!state) throw new UsageError(`--status must be one of ${reviewStates.join(', ')}.`);
  return state;
}

function readReason(typed: Typed): ReviewReason | undefined {
  if (typed === undefined) return undefined;
  if (!isReviewReason(typed)) throw new UsageError(`--because must be one of ${reviewReasons.join(', ')}.`);
  return typed;
}
