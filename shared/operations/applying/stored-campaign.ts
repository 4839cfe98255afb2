import * as z from 'zod';
import type { TranslatedTexts } from '../../campaign/campaign.ts';
import type { Gate } from '../../campaign/gate.ts';
import type { Letters } from '../../campaign/letter-hashes.ts';
import type { Logo } from '../../campaign/logo.ts';
import type { Settings } from '../../campaign/settings.ts';
import { readGate } from '../../table/gate.ts';
import { allShards, settingsKey, signOnsPartition } from '../../table/keys.ts';
import { settingsItemSchema } from '../../table/settings.ts';
import type { Store } from '../../table/table.ts';
import { readCampaignSource, readLogos, readText, readTranslations } from '../../table/texts.ts';
import { type Invited, readAllInvited } from '../inviting/invited.ts';
import { type PressContact, readEntirePressList } from '../mailing/press-contacts.ts';

/** The parts of a stored campaign that its folder determines. */
export interface StoredCampaign {
  settings: Settings;
  gate: Gate;
  /** Id of the last `apply`. The next one has it as a condition, so that two at once cannot mix. */
  appliedId: string | undefined;
  letters: Letters | undefined;
  /** `campaign.yaml` as it was last applied. */
  source: string | undefined;
  letter: string | undefined;
  release: string | undefined;
  logos: Logo[];
  /** The texts in other languages. */
  translations: TranslatedTexts[];
  press: PressContact[];
  invited: Invited[];
  /** Whether anybody has submitted the form: they have seen the current letter. */
  hasSignOns: boolean;
}

/** The settings item with the attributes that only `apply` reads. */
const appliedSettingsSchema = settingsItemSchema.extend({ applied: z.string().optional() });

/** Reads what `apply` compares a folder with; undefined for a new campaign. */
export async function readStoredCampaign(store: Store, slug: string): Promise<StoredCampaign | undefined> {
  const item = await store.get(appliedSettingsSchema, settingsKey(slug));
  const gate = await readGate(store, slug);
  if (!item || !gate) return undefined;
  const { settings, applied, letters } = item;
  const text = { slug, language: settings.language };
  const [source, letter, release, logos, translations, press, invited, hasSignOns] = await Promise.all([
    readCampaignSource(store, slug),
    readText(store, { ...text, document: 'letter' }),
    readText(store, { ...text, document: 'release' }),
    readLogos(store, settings),
    readTranslations(store, settings),
    readEntirePressList(store, slug),
    readAllInvited(store, slug),
    hasAnySignOn(store, slug),
  ]);
  return {
    settings,
    gate,
    appliedId: applied,
    letters,
    source,
    letter,
    release,
    logos,
    translations,
    press,
    invited,
    hasSignOns,
  };
}

const anyItemSchema = z.object({ PK: z.string() });

/** Whether anybody has submitted the form. Sees also a sign-on that its schema would not. */
export async function hasAnySignOn(store: Store, slug: string): Promise<boolean> {
  for (const shard of allShards) {
    const { items } = await store.query(anyItemSchema, { PK: signOnsPartition(slug, shard), limit: 1 });
    if (items.length > 0) return true;
  }
  return false;
}

/** The condition on the settings that nobody has applied, corrected or deleted anything since they were read. */
export const appliedAsRead = ({
  appliedId: was,
}: Pick<StoredCampaign, 'appliedId'>): { condition: string; values?: Record<string, string> } =>
  was === undefined
    ? { condition: 'attribute_exists(PK) AND attribute_not_exists(applied)' }
    : { condition: 'applied = :was', values: { ':was': was } };
