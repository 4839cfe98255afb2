import {
  afterAskingAgain,
  afterEditorialChange,
  isLetterChanged,
  type Letters,
} from '../../campaign/letter-hashes.ts';
import { isPastGracePeriod } from '../../sign-on/confirmation.ts';
import { eventCreation } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import { campaignListKey, settingsKey, sourceKey } from '../../table/keys.ts';
import { maxConflicts } from '../../table/retry-on-conflict.ts';
import type { Store, Update, Write } from '../../table/table.ts';
import { unchangedGate, withCondition } from '../../table/unchanged-gate.ts';
import { openGate } from '../counting/open-gate.ts';
import { gateUpdate } from './gate-update.ts';
import { invitedWrites } from './invited-changes.ts';
import { type CampaignPlan, changedKeys, wouldOpen } from './plan.ts';
import { pressWrites } from './press-changes.ts';
import { appliedAsRead, hasAnySignOn } from './stored-campaign.ts';
import { storedLetters } from './stored-letters.ts';
import { logosUpdate, textUpdate, translationWrites } from './translations.ts';

export interface ApplyInput {
  plan: CampaignPlan;
  /** Why a letter that people have signed is changed; logged. */
  reason?: string | undefined;
  /**
   * Whether everybody who signed the old letter is asked to agree to the new one. `askRemaining` asks them at
   * once, and the sweep goes on (`continueAsking`).
   */
  asksAgain?: boolean;
  /** Whether a new campaign begins on hold and with signing paused. */
  isDraft?: boolean;
  now: Date;
  newUlid: () => string;
  newNonce: () => string;
  /** Address of the organizer who applies it. Absent: the command line. */
  actor?: string;
  /**
   * Whether somebody has agreed to publish. Without, an apply that would publish by now answers `changed-meanwhile`,
   * and changes nothing. Absent: what the plan says, which is what people were shown.
   */
  mayPublish?: boolean;
}

export interface ApplyOutcome {
  outcome:
    | 'created'
    | 'updated'
    | 'unchanged'
    | 'changed-meanwhile'
    | 'texts-are-frozen'
    | 'letter-is-signed'
    /** An import has not finished. Its remaining rows could not be asked. */
    | 'importing'
    /** Signing has closed, so nobody could agree to the new letter. */
    | 'closed';
  /** Whether this opened the gate, so that letter and release are being published. */
  gateOpened: boolean;
}

/** DynamoDB's limit for one transaction. */
const maxWrites = 100;

/**
 * Carries out a plan in one transaction with its event, on condition that the campaign has not changed since the plan
 * was made. It does not touch counts, hold, pause or state of an existing campaign. More than about ninety changes of
 * the lists are written in parts before the rest; after a crash, only the missing ones are written again. If
 * people are to be asked again, the same transaction shuts the gate (`askingStartedAt`) until all of them have been,
 * and resets `forced` and `deliveredAt`, which were about the old letter.
 */
export async function applyCampaign(store: Store, input: ApplyInput): Promise<ApplyOutcome> {
  const { plan, reason, now, newUlid, newNonce, actor = 'organizer', mayPublish = plan.opensGate } = input;
  const { campaign, stored } = plan;
  const { slug } = campaign.settings;
  const refusal = await refusalNow(store, input);
  if (refusal) return { outcome: refusal, gateOpened: false };
  const asksAgain = mustAskAgain(input);
  const changed = changedKeys(plan);
  if (stored && changed.length === 0)
    return { outcome: 'unchanged', gateOpened: await openGate(store, slug, now) };

  const lists = [...pressWrites(plan.press, newNonce), ...invitedWrites(plan.invited, newNonce)];
  const campaignEvent = {
    type: 'applied' as const,
    changed,
    ...(reason !== undefined && { why: reason }),
    ...(asksAgain && { asksAgain }),
  };
  const others: Write[] = [
    settingsWrite(input, newUlid()),
    { key: campaignListKey(slug), update: 'SET slug = :slug', values: { ':slug': slug } },
    ...textWrites(plan),
    eventCreation({ slug, now, newUlid, actor, event: campaignEvent }),
  ];
  const notDone = { outcome: 'changed-meanwhile' as const, gateOpened: false };
  while (lists.length > maxWrites - others.length - 1) {
    const part = [unchangedSettings(plan), ...lists.splice(0, maxWrites - 1)];
    if ((await store.transact(part)).length > 0) return notDone;
  }
  const write = async (gate: Update) => await store.transact([gate, ...others, ...lists]);
  const gate = gateUpdate(plan, newUlid(), { now, asksAgain, isHeld: input.isDraft === true });
  if (mayPublish || asksAgain || !stored) {
    if ((await write(gate)).length > 0) return notDone;
  } else if (!(await writeWhileShut(store, { plan, now, gate, write }))) return notDone;
  const gateOpened = mayPublish && (await openGate(store, slug, now));
  return { outcome: stored ? 'updated' : 'created', gateOpened };
}

interface ShutWrite extends Pick<ApplyInput, 'plan' | 'now'> {
  gate: Update;
  /** Writes everything with this update of the gate, which is the first. Returns which conditions failed. */
  write: (gate: Update) => Promise<number[]>;
}

/**
 * Writes on condition that the gate stays shut. Each sign-on that is counted changes the gate, so the gate is read
 * again if only its condition failed. False: the change would publish by now, or something else has changed.
 */
async function writeWhileShut(store: Store, { plan, now, gate, write }: ShutWrite): Promise<boolean> {
  const { campaign } = plan;
  for (let tries = 0; tries < maxConflicts; tries++) {
    const current = await readGate(store, campaign.settings.slug);
    if (!current || wouldOpen(current, campaign, now)) return false;
    const failed = await write(withCondition(gate, unchangedGate(current)));
    if (failed.length === 0) return true;
    if (failed.some((index) => index !== 0)) return false;
  }
  return false;
}

/** Whether an `apply` asks people again: it is requested, the letter changes, and somebody has signed. */
export const mustAskAgain = ({ plan, asksAgain = false }: Pick<ApplyInput, 'plan' | 'asksAgain'>): boolean =>
  asksAgain && plan.refusal === 'letter-is-signed';

/** The letter as it will be once everybody has been asked. */
export const lettersToAgreeTo = ({ stored, letters }: CampaignPlan, now: Date): Letters =>
  afterAskingAgain(stored?.letters, letters, now.toISOString());

/** What prevents the plan now. Somebody may have signed since it was made. */
async function refusalNow(
  store: Store,
  { plan, reason, asksAgain = false, now }: ApplyInput,
): Promise<Exclude<ApplyOutcome['outcome'], 'created' | 'updated' | 'unchanged'> | undefined> {
  const { stored, refusal, letters, campaign } = plan;
  if (stored?.gate.deletion) return 'changed-meanwhile';
  if (refusal === 'texts-are-frozen') return refusal;
  if (mustAskAgain({ plan, asksAgain })) {
    if (isPastGracePeriod(campaign.settings, now)) return 'closed';
    return stored?.gate.importId ? 'importing' : undefined;
  }
  if (reason || !stored || !isLetterChanged(storedLetters(stored), letters)) return undefined;
  const isSigned = refusal === 'letter-is-signed' || (await hasAnySignOn(store, campaign.settings.slug));
  if (!isSigned) return undefined;
  return refusal === 'letter-is-signed' ? refusal : 'changed-meanwhile';
}

function lettersAfter({ plan, reason, now, ...applying }: ApplyInput): Letters {
  const { stored, letters } = plan;
  if (mustAskAgain({ plan, ...applying })) return lettersToAgreeTo(plan, now);
  const isChanged = stored !== undefined && isLetterChanged(storedLetters(stored), letters);
  // Nobody has signed yet. Whoever is filling in the form below the old text sees the new one before the button.
  return isChanged && !reason
    ? afterAskingAgain(stored?.letters, letters)
    : afterEditorialChange(stored?.letters, letters);
}

function settingsWrite(input: ApplyInput, mark: string): Update {
  const { campaign } = input.plan;
  const { condition, values } = sinceThePlan(input.plan);
  return {
    key: settingsKey(campaign.settings.slug),
    update: `SET settings = :settings, paused = if_not_exists(paused, :paused), applied = :mark,
      letters = :letters`,
    condition,
    values: {
      ...values,
      ':settings': campaign.settings,
      ':paused': input.isDraft === true,
      ':mark': mark,
      ':letters': lettersAfter(input),
    },
  };
}

/** The condition on the settings that nobody has applied or deleted anything since the plan was made. */
function sinceThePlan({ stored }: CampaignPlan): { condition: string; values?: Record<string, string> } {
  return stored ? appliedAsRead(stored) : { condition: 'attribute_not_exists(PK)' };
}

/**
 * Changes nothing, and fails if anything was applied or deleted since the plan was made. It is part of each transaction
 * with rows of a long list.
 */
function unchangedSettings(plan: CampaignPlan): Write {
  const key = settingsKey(plan.campaign.settings.slug);
  const { condition, values } = sinceThePlan(plan);
  if (!plan.stored) return { remove: key, condition };
  return {
    key,
    update: values ? 'SET applied = :was' : 'REMOVE applied',
    condition,
    ...(values && { values }),
  };
}

function textWrites({
  campaign,
  stored,
  source,
  letter,
  release,
  logos,
  translations,
}: CampaignPlan): Write[] {
  const { slug, language } = campaign.settings;
  const isOther = stored !== undefined && stored.settings.language !== language;
  const [texts] = campaign.texts;
  const write = (document: 'letter' | 'release', source: string): Write =>
    textUpdate({
      slug,
      language,
      document,
      source,
      ...(document === 'release' && { logos: campaign.logos }),
    });
  const isReleaseChanged = release || isOther || logos.some(({ isInRelease }) => isInRelease);
  // If only the coalition's own logo changes, the source is left alone: a correction may be writing it.
  const ownLogo = logos.length > 0 ? [logosUpdate({ slug, language, logos: campaign.logos })] : [];
  const releaseWrites = isReleaseChanged ? [write('release', texts.release)] : ownLogo;
  return [
    ...(source
      ? [
          {
            key: sourceKey(slug),
            update: 'SET #source = :source',
            names: { '#source': 'source' },
            values: { ':source': source.after },
          },
        ]
      : []),
    ...(letter || isOther ? [write('letter', texts.letter)] : []),
    ...releaseWrites,
    ...translationWrites(slug, translations),
  ];
}
