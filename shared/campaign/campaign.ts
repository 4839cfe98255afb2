import type { GateSettings } from './gate.ts';
import type { PressEntry } from './press-list.ts';
import type { Language, Settings } from './settings.ts';

/** A letter and its release in one language, as their files say them. */
export interface CampaignTexts {
  language: Language;
  letter: string;
  release: string;
}

/** A campaign as its folder says it. */
export interface Campaign {
  settings: Settings;
  gate: GateSettings;
  texts: CampaignTexts[];
  press: PressEntry[];
}
