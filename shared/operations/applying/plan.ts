import type { Campaign } from '../../campaign/campaign.ts';
import { type Gate, gateObstacles, withGateSettings } from '../../campaign/gate.ts';
import { isLetterChanged, type Letters } from '../../campaign/letter-hashes.ts';
import { type Change, changesBetween } from '../../campaign/setting-changes.ts';
import type { Settings } from '../../campaign/settings.ts';
import { type Language, languages } from '../../i18n/language.ts';
import type { Store } from '../../table/table.ts';
import { hasInvitedChanges, type InvitedChanges, invitedChanges } from './invited-changes.ts';
import { type LogoChange, logoChanges } from './logo-changes.ts';
import { type PressChanges, pressChanges } from './press-changes.ts';
import { readStoredCampaign, type StoredCampaign } from './stored-campaign.ts';
import { currentLetters, storedLetters } from './stored-letters.ts';
import { type TranslationChange, translationChanges } from './translations.ts';

/** What `apply` would do, and what prevents it. */
export interface CampaignPlan {
  campaign: Campaign;
  stored: StoredCampaign | undefined;
  changes: Change[];
  /** The hashes of the new letter, one for each language. */
  letters: Letters['current'];
  /** The text of `campaign.yaml`. It can change although no key does, for example in a comment. */
  source: TextChange | undefined;
  letter: TextChange | undefined;
  release: TextChange | undefined;
  /** Files of logos that are new, changed or removed. */
  logos: LogoChange[];
  translations: TranslationChange[];
  press: PressChanges;
  invited: InvitedChanges;
  /** Whether the gate waits for nothing but this change, so that everything is published at once. */
  opensGate: boolean;
  /**
   * `texts-are-frozen`: publishing has begun, and its texts are the snapshot's. `letter-is-signed`: people have agreed
   * to the current letter, so a change needs a reason, or must ask them again.
   */
  refusal: 'texts-are-frozen' | 'letter-is-signed' | undefined;
}

export interface TextChange {
  before: string | undefined;
  after: string;
}

/** Compares a campaign's folder with the stored campaign. Writes nothing. */
export async function planCampaign(
  store: Store,
  { campaign, addressKey, now }: { campaign: Campaign; addressKey: string; now: Date },
): Promise<CampaignPlan> {
  const { slug } = campaign.settings;
  const stored = await readStoredCampaign(store, slug);
  const [texts] = campaign.texts;
  const textChange = (before: string | undefined, after: string): TextChange | undefined =>
    before === after ? undefined : { before, after };
  const letter = textChange(stored?.letter, texts.letter);
  const release = textChange(stored?.release, texts.release);
  const logos = logoChanges(stored?.logos, campaign.logos);
  const translations = translationChanges(stored, campaign);
  return {
    campaign,
    stored,
    changes: changesBetween(stored, campaign),
    letters: currentLetters(campaign),
    source: campaign.source === undefined ? undefined : textChange(stored?.source, campaign.source),
    letter,
    release,
    logos,
    translations,
    press: pressChanges(slug, campaign.press, stored?.press ?? [], addressKey),
    invited: invitedChanges(slug, campaign.invited ?? [], stored?.invited ?? [], addressKey),
    opensGate: stored !== undefined && wouldOpen(stored.gate, campaign, now),
    refusal: stored && refusalOf(stored, { letter, release, logos, translations }, campaign),
  };
}

/** Whether the gate would open at once with the campaign's settings. */
export function wouldOpen(gate: Gate, campaign: Campaign, now: Date): boolean {
  return (
    gate.status === 'collecting' && gateObstacles(withGateSettings(gate, campaign.gate), now).length === 0
  );
}

function refusalOf(
  stored: StoredCampaign,
  {
    letter,
    release,
    logos,
    translations,
  }: Pick<CampaignPlan, 'letter' | 'release' | 'logos' | 'translations'>,
  campaign: Campaign,
): CampaignPlan['refusal'] {
  const { gate, settings, hasSignOns } = stored;
  const saysSame =
    !letter &&
    !release &&
    !logos.some(({ isInRelease }) => isInRelease) &&
    translations.length === 0 &&
    !wouldRenderDifferently({ gate, settings }, campaign);
  if (!saysSame && gate.status !== 'collecting') return 'texts-are-frozen';
  const isChanged = isLetterChanged(storedLetters(stored), currentLetters(campaign));
  return isChanged && hasSignOns ? 'letter-is-signed' : undefined;
}

/**
 * Whether texts with unchanged sources would read differently, because they insert a title, a threshold or the like.
 */
export function wouldRenderDifferently(
  stored: Pick<StoredCampaign, 'gate' | 'settings'>,
  { settings, gate }: Campaign,
): boolean {
  return (
    stored.settings.language !== settings.language ||
    stored.settings.title !== settings.title ||
    languages.some((language) => titleIn(stored.settings, language) !== titleIn(settings, language)) ||
    stored.settings.letterUrl !== settings.letterUrl ||
    stored.settings.timeZone !== settings.timeZone ||
    stored.gate.thresholdOrganizations !== gate.thresholdOrganizations ||
    stored.gate.thresholdIndividuals !== gate.thresholdIndividuals
  );
}

const titleIn = ({ translations }: Settings, language: Language): string | undefined =>
  translations?.[language]?.title;

/** Whether the campaign was last applied before names in its texts were protected. From now on they are. */
export const protectsNamesAnew = ({ stored, campaign }: Pick<CampaignPlan, 'stored' | 'campaign'>): boolean =>
  stored !== undefined &&
  stored.settings.protectedNames === undefined &&
  (campaign.settings.protectedNames?.length ?? 0) > 0;

/** Names of everything that a plan changes, for the event and for people. */
export function changedKeys(plan: CampaignPlan): string[] {
  const { changes, source, letter, release, logos, translations, press, invited } = plan;
  const isPressChanged = press.added.length + press.changed.length + press.removed.length > 0;
  return [
    ...changes.map(({ key }) => key),
    ...(source && changes.length === 0 ? ['campaign.yaml'] : []),
    ...(letter ? ['letter'] : []),
    ...(release ? ['release'] : []),
    ...logos.map(({ file }) => file),
    ...translations.map(({ document, language }) => `${document} (${language})`),
    ...(isPressChanged ? ['press list'] : []),
    ...(hasInvitedChanges(invited) ? ['invited organizations'] : []),
    ...(protectsNamesAnew(plan) ? ['protected names'] : []),
  ];
}
