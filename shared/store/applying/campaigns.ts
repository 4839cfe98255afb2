import type { Campaign } from '../../campaign/campaign.ts';
import { type Change, changesBetween } from '../../campaign/changes.ts';
import { type Gate, waitingFor, withSettings } from '../../campaign/gate.ts';
import { isLetterChanged, type Letters, lettersAskedAgain, lettersEdited } from '../../campaign/letters.ts';
import { milestoneOf } from '../../campaign/milestones.ts';
import { type Language, languages, type Settings } from '../../campaign/settings.ts';
import { isPastGrace } from '../../sign-on/confirmation.ts';
import { eventCreation } from '../events.ts';
import { openGate } from '../gate.ts';
import { campaignListKey, gateKey, settingsKey } from '../keys.ts';
import type { Store, Update, Write } from '../table.ts';
import { currentLetters, standingLetters } from './letters.ts';
import { type LogoChange, logoChanges } from './logo-changes.ts';
import { type PressChanges, pressChanges, pressWrites } from './press-changes.ts';
import { anySignOn, readStandingCampaign, type StandingCampaign } from './standing-campaign.ts';
import { type TranslationChange, textWrite, translationChanges, translationWrites } from './translations.ts';

/** What `apply` would do, and what stands in its way. */
export interface CampaignPlan {
  campaign: Campaign;
  standing: StandingCampaign | undefined;
  changes: Change[];
  /** The hashes of the letter as it is to be, in each of its languages. */
  letters: Letters['current'];
  letter: TextChange | undefined;
  release: TextChange | undefined;
  /** Files of logos that are new, look different or are gone. */
  logos: LogoChange[];
  translations: TranslationChange[];
  press: PressChanges;
  /** Whether nothing but this change keeps the gate shut, so that everything is published at once. */
  opensGate: boolean;
  /**
   * `texts-are-frozen`: publishing has begun, and its texts are the snapshot's. `letter-is-signed`: people agreed to
   * the letter as it stands, so a change needs a reason that is kept, or asks them again.
   */
  refusal: 'texts-are-frozen' | 'letter-is-signed' | undefined;
}

export interface TextChange {
  was: string | undefined;
  is: string;
}

/** Reads what stands and holds a campaign's folder against it. Writes nothing. */
export async function planCampaign(
  store: Store,
  { campaign, addressKey, now }: { campaign: Campaign; addressKey: string; now: Date },
): Promise<CampaignPlan> {
  const { slug } = campaign.settings;
  const standing = await readStandingCampaign(store, slug);
  const [texts] = campaign.texts;
  const textChange = (was: string | undefined, is: string): TextChange | undefined =>
    was === is ? undefined : { was, is };
  const letter = textChange(standing?.letter, texts.letter);
  const release = textChange(standing?.release, texts.release);
  const logos = logoChanges(standing?.logos, campaign.logos);
  const translations = translationChanges(standing, campaign);
  return {
    campaign,
    standing,
    changes: changesBetween(standing, campaign),
    letters: currentLetters(campaign),
    letter,
    release,
    logos,
    translations,
    press: pressChanges(slug, campaign.press, standing?.press ?? [], addressKey),
    opensGate: standing !== undefined && opens(standing.gate, campaign, now),
    refusal: standing && refusalOf(standing, { letter, release, logos, translations }, campaign),
  };
}

function opens(gate: Gate, campaign: Campaign, now: Date): boolean {
  return gate.status === 'collecting' && waitingFor(withSettings(gate, campaign.gate), now).length === 0;
}

function refusalOf(
  standing: StandingCampaign,
  {
    letter,
    release,
    logos,
    translations,
  }: Pick<CampaignPlan, 'letter' | 'release' | 'logos' | 'translations'>,
  campaign: Campaign,
): CampaignPlan['refusal'] {
  const { gate, settings, hasSignOns } = standing;
  const saysSame =
    !letter &&
    !release &&
    logos.length === 0 &&
    translations.length === 0 &&
    !saysOther({ gate, settings }, campaign);
  if (!saysSame && gate.status !== 'collecting') return 'texts-are-frozen';
  const isChanged = isLetterChanged(standingLetters(standing), currentLetters(campaign));
  return isChanged && hasSignOns ? 'letter-is-signed' : undefined;
}

/** Whether the texts would say something else without a change of their sources: they can name all of these. */
function saysOther(
  standing: Pick<StandingCampaign, 'gate' | 'settings'>,
  { settings, gate }: Campaign,
): boolean {
  return (
    standing.settings.language !== settings.language ||
    standing.settings.title !== settings.title ||
    languages.some((language) => titleIn(standing.settings, language) !== titleIn(settings, language)) ||
    standing.settings.letterUrl !== settings.letterUrl ||
    standing.settings.timeZone !== settings.timeZone ||
    standing.gate.thresholdOrganizations !== gate.thresholdOrganizations ||
    standing.gate.thresholdIndividuals !== gate.thresholdIndividuals
  );
}

const titleIn = ({ translations }: Settings, language: Language): string | undefined =>
  translations?.[language]?.title;

/** Names of everything that a plan changes, for the event and for people. */
export function changedKeys({
  changes,
  letter,
  release,
  logos,
  translations,
  press,
}: CampaignPlan): string[] {
  const isPressChanged = press.added.length + press.changed.length + press.removed.length > 0;
  return [
    ...changes.map(({ key }) => key),
    ...(letter ? ['letter'] : []),
    ...(release ? ['release'] : []),
    ...logos.map(({ file }) => file),
    ...translations.map(({ document, language }) => `${document} (${language})`),
    ...(isPressChanged ? ['press list'] : []),
  ];
}

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

/**
 * Whether the letter's mail, which was refused, is to be tried again: its recipients or its sender have changed. By hand it
 * is handed over, and `campaign delivered` says so.
 */
export const mailsLetterAgain = ({ campaign, standing, changes }: CampaignPlan): boolean =>
  standing?.gate.letterMail?.state === 'refused' &&
  standing.gate.letterDue !== undefined &&
  campaign.settings.delivery?.by !== 'hand' &&
  changes.some(({ key }) => key.startsWith('delivery.') || key === 'sender.address');

function gateWrite(
  plan: CampaignPlan,
  mark: string,
  { now, asksAgain }: { now: Date; asksAgain: boolean },
): Update {
  const { campaign, standing, letter, release, logos, translations } = plan;
  const asking = asksAgain ? now : undefined;
  const mailsAgain = mailsLetterAgain(plan);
  const { thresholdOrganizations, thresholdIndividuals, notBefore, quotesApproved } = campaign.gate;
  const { atNotBeforeOrganizations, atNotBeforeIndividuals, window, delivery } = campaign.gate;
  const optional = {
    ...{ atNotBeforeOrganizations, atNotBeforeIndividuals, window, delivery },
    ...toldOf(standing, campaign),
    ...(mailsAgain && { letterDue: now.toISOString(), letterMail: undefined }),
  };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  const notGiven = Object.entries(optional).flatMap(([name, value]) => (value === undefined ? [name] : []));
  const isTextChanged =
    letter !== undefined ||
    release !== undefined ||
    logos.length > 0 ||
    translations.length > 0 ||
    (standing && saysOther(standing, campaign));
  // The pages with other texts are not to wait until the last ones are half a minute old.
  // What the recipient holds is not the letter that people are asked to agree to.
  const missing = [...(isTextChanged ? ['pagesAt'] : []), ...(asking ? ['deliveredAt'] : []), ...notGiven];
  const conditions = [
    ...(isTextChanged ? ['(attribute_not_exists(#status) OR #status = :collecting)'] : []),
    ...(isTextChanged && asking ? ['attribute_not_exists(importing)'] : []),
    ...(mailsAgain ? ['#letterMail.#state = :refused'] : []),
  ];
  return {
    key: gateKey(campaign.settings.slug),
    update: `SET thresholdOrganizations = :organizations, thresholdIndividuals = :individuals,
      notBefore = :notBefore, quotesApproved = :approved, dirty = :mark, slug = :slug,
      #status = if_not_exists(#status, :collecting), organizations = if_not_exists(organizations, :none),
      individuals = if_not_exists(individuals, :none), held = if_not_exists(held, :no),
      forced = ${asking ? ':no, asking = :asking' : 'if_not_exists(forced, :no)'}${given.map(([name]) => `, #${name} = :${name}`).join('')}
      ${missing.length > 0 ? `REMOVE ${missing.map((name) => `#${name}`).join(', ')}` : ''}`,
    ...(conditions.length > 0 && { condition: conditions.join(' AND ') }),
    names: {
      '#status': 'status',
      ...(mailsAgain && { '#state': 'state' }),
      ...Object.fromEntries([...given.map(([name]) => name), ...missing].map((name) => [`#${name}`, name])),
    },
    values: {
      ':organizations': thresholdOrganizations,
      ':individuals': thresholdIndividuals,
      ':notBefore': notBefore,
      ':approved': quotesApproved,
      ':mark': mark,
      ':slug': campaign.settings.slug,
      ':collecting': 'collecting',
      ':none': 0,
      ':no': 'no',
      ...(asking && { ':asking': asking.toISOString() }),
      ...(mailsAgain && { ':refused': 'refused' }),
      ...Object.fromEntries(given.map(([name, value]) => [`:${name}`, value])),
    },
  };
}

/** Shares of another threshold that are reached when it is set are no news: whoever sets it sees the count. */
function toldOf(
  standing: StandingCampaign | undefined,
  { gate }: Campaign,
): Partial<Pick<Gate, 'toldOrganizations' | 'toldIndividuals'>> {
  if (!standing) return {};
  const { organizations, individuals, thresholdOrganizations, thresholdIndividuals } = standing.gate;
  return {
    ...(thresholdOrganizations !== gate.thresholdOrganizations && {
      toldOrganizations: milestoneOf(organizations, gate.thresholdOrganizations),
    }),
    ...(thresholdIndividuals !== gate.thresholdIndividuals && {
      toldIndividuals: milestoneOf(individuals, gate.thresholdIndividuals),
    }),
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
