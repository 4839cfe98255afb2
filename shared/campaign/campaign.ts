import type { Language } from '../i18n/language.ts';
import type { GateSettings } from './gate.ts';
import type { Logo } from './logo.ts';
import type { Settings } from './settings.ts';

/** A letter and its release in one language, as their files say them. */
export interface CampaignTexts {
  language: Language;
  letter: string;
  release: string;
}

/** What there is of them in another language than the campaign's own. */
export interface TranslatedTexts {
  language: Language;
  letter?: string | undefined;
  release?: string | undefined;
}

/** A journalist on a campaign's private press list. */
export interface PressEntry {
  email: string;
  name?: string | undefined;
  outlet?: string | undefined;
  /** Gets the release beforehand, with `campaign embargo`. */
  embargoed?: boolean | undefined;
}

/** A campaign as its folder says it. */
export interface Campaign {
  settings: Settings;
  gate: GateSettings;
  /** In the campaign's own language, then in others. */
  texts: [CampaignTexts, ...TranslatedTexts[]];
  press: PressEntry[];
  /** `campaign.yaml` as it was written, with its comments: `pull` and the console give it back. */
  source?: string;
  /** The pictures that the release names, in its order; absent where there are none. */
  logos?: Logo[];
}
