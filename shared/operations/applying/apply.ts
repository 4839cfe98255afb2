import { isLetterChanged, type Letters, lettersAskedAgain, lettersEdited } from '../../campaign/letters.ts';
import { isPastGrace } from '../../sign-on/confirmation.ts';
import { eventCreation } from '../../table/events.ts';
import { campaignListKey, settingsKey } from '../../table/keys.ts';
import type { Store, Update, Write } from '../../table/table.ts';
import { openGate } from '../counting/open-gate.ts';
import { gateWrite } from './gate-write.ts';
import { standingLetters } from './letters.ts';
import { type CampaignPlan, changedKeys } from './plan.ts';
import { pressWrites } from './press-changes.ts';
import { anySignOn } from './stored-campaign.ts';
import { textWrite, translationWrites } from './translations.ts';

export interface Applying {
  plan: CampaignPlan;
  /** Why a letter that people have signed is changed; logged. */
  why?: string | undefined;
  /** Whether everybody who signed the letter as it was is asked to agree to it as it is; `finishAsking` does it. */
  asksAgain?: boolean;
  now: Date;
  newUlid: () => string;
  newNonce: () => string;
}

export interface ApplyOutcome {
  outcome:
    | 'created'
    | 'updated'
    | 'unchanged'
    | 'changed-meanwhile'
    | 'texts-are-frozen'
    | 'letter-is-signed'
    /** A file of signatures is not imported to its end: nobody can be asked for whom a row is yet to come. */
    | 'importing'
    /** Nobody who is asked again could agree any more. */
    | 'closed';
  /** Whether the gate opened with it: letter and release are being published. */
  opened: boolean;
}

/** DynamoDB's limit for one transaction. */
const mostWrites = 100;

/**
 * Carries a plan out, in one transaction with its event, on condition that the campaign still stands as it was when
 * the plan was made. Counts, hold, pause and state of a campaign that is there are never touched. A press list of more
 * than about ninety changes is written in parts before the rest; repeated after a crash, only what is missing is written.
 * Where people are to be asked again, the same transaction shuts the gate (`asking`) until all of them are, and takes back
 * what was said of the letter before: that it is to be published whatever its numbers, that it is handed over.
 */
export async function applyCampaign(store: Store, applying: Applying): Promise<ApplyOutcome> {
  const { plan, why, now, newUlid, newNonce } = applying;
  const { campaign, standing } = plan;
  const { slug } = campaign.settings;
  const refusal = await refusalNow(store, applying);
  if (refusal) return { outcome: refusal, opened: false };
  const asksAgain = asksAnybody(applying);
  const changed = changedKeys(plan);
  if (standing && changed.length === 0)
    return { outcome: 'unchanged', opened: await openGate(store, slug, now) };

  const press = pressWrites(plan.press, newNonce);
  const happening = {
    type: 'applied' as const,
    changed,
    ...(why !== undefined && { why }),
    ...(asksAgain && { asksAgain }),
  };
  const writes: Write[] = [
    settingsWrite(applying, newUlid()),
    { key: campaignListKey(slug), update: 'SET slug = :slug', values: { ':slug': slug } },
    gateWrite(plan, newUlid(), { now, asksAgain }),
    ...textWrites(plan),
    eventCreation({ slug, now, newUlid, actor: 'organizer', happening, isNotice: false }),
  ];
  while (press.length > mostWrites - writes.length) {
    if ((await store.transact(press.splice(0, mostWrites))).length > 0)
      return { outcome: 'changed-meanwhile', opened: false };
  }
  if ((await store.transact([...writes, ...press])).length > 0)
    return { outcome: 'changed-meanwhile', opened: false };
  return { outcome: standing ? 'updated' : 'created', opened: await openGate(store, slug, now) };
}

/** Whether an `apply` asks people again: the letter changes, somebody has signed, and it is to. */
export const asksAnybody = ({ plan, asksAgain = false }: Pick<Applying, 'plan' | 'asksAgain'>): boolean =>
  asksAgain && plan.refusal === 'letter-is-signed';

/** The letter as it will stand once everybody has been asked. */
export const lettersToAgreeTo = ({ standing, letters }: CampaignPlan, now: Date): Letters =>
  lettersAskedAgain(standing?.letters, letters, now.toISOString());

/** What stands in the way by now: somebody may have signed since the plan was made, while a person read it. */
async function refusalNow(
  store: Store,
  { plan, why, asksAgain = false, now }: Applying,
): Promise<Exclude<ApplyOutcome['outcome'], 'created' | 'updated' | 'unchanged'> | undefined> {
  const { standing, refusal, letters, campaign } = plan;
  if (refusal === 'texts-are-frozen') return refusal;
  if (asksAnybody({ plan, asksAgain })) {
    if (isPastGrace(campaign.settings, now)) return 'closed';
    return standing?.gate.importing ? 'importing' : undefined;
  }
  if (why || !standing || !isLetterChanged(standingLetters(standing), letters)) return undefined;
  const isSigned = refusal === 'letter-is-signed' || (await anySignOn(store, campaign.settings.slug));
  if (!isSigned) return undefined;
  return refusal === 'letter-is-signed' ? refusal : 'changed-meanwhile';
}

function lettersAfter({ plan, why, now, ...applying }: Applying): Letters {
  const { standing, letters } = plan;
  if (asksAnybody({ plan, ...applying })) return lettersToAgreeTo(plan, now);
  const isChanged = standing !== undefined && isLetterChanged(standingLetters(standing), letters);
  // Nobody has signed: whoever just fills in the form below the old text is shown the new one before the button.
  return isChanged && !why
    ? lettersAskedAgain(standing?.letters, letters)
    : lettersEdited(standing?.letters, letters);
}

function settingsWrite(applying: Applying, mark: string): Update {
  const { campaign, standing } = applying.plan;
  const was = standing?.applied;
  const unchanged = was === undefined ? 'attribute_not_exists(applied)' : 'applied = :was';
  return {
    key: settingsKey(campaign.settings.slug),
    update: `SET settings = :settings, paused = if_not_exists(paused, :no), applied = :mark,
      letters = :letters`,
    condition: standing ? `attribute_exists(PK) AND ${unchanged}` : 'attribute_not_exists(PK)',
    values: {
      ':settings': campaign.settings,
      ':no': false,
      ':mark': mark,
      ':letters': lettersAfter(applying),
      ...(was !== undefined && { ':was': was }),
    },
  };
}

function textWrites({ campaign, standing, letter, release, logos, translations }: CampaignPlan): Write[] {
  const { slug, language } = campaign.settings;
  const isOther = standing !== undefined && standing.settings.language !== language;
  const [texts] = campaign.texts;
  const write = (document: 'letter' | 'release', source: string): Write =>
    textWrite({ slug, language, document, source, ...(document === 'release' && { logos: campaign.logos }) });
  return [
    ...(letter || isOther ? [write('letter', texts.letter)] : []),
    ...(release || logos.length > 0 || isOther ? [write('release', texts.release)] : []),
    ...translationWrites(slug, translations),
  ];
}
