import type { Language } from '../i18n/language.ts';
import type { GateSettings } from './gate.ts';
import type { Logo } from './logo.ts';
import type { Settings } from './settings.ts';

/** A letter and its release in one language, as in their files. */
export interface CampaignTexts {
  language: Language;
  letter: string;
  release: string;
}

/** The translated texts of a language. Either may be missing. */
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
  /** Gets an embargoed copy, with `campaign embargo`. */
  embargoed?: boolean | undefined;
}

/** An organization that is expected to sign, from the private list. */
export interface InvitedEntry {
  organization: string;
  /** Where its invitation goes. */
  email?: string | undefined;
  /** As it was written, maybe without its scheme. */
  website?: string | undefined;
}

/** A campaign as its folder describes it. */
export interface Campaign {
  settings: Settings;
  gate: GateSettings;
  /** In the campaign's own language, then in others. */
  texts: [CampaignTexts, ...TranslatedTexts[]];
  press: PressEntry[];
  /** Who is expected to sign. Absent if there is no list. */
  invited?: InvitedEntry[];
  /** The pictures that the release names, in its order. Absent if there are none. */
  source?: string;
  /** The pictures that the release names, in its order; absent where there are none. */
  logos?: Logo[];
}
