import type { Gate } from '../../campaign/gate.ts';
import { campaignPath, type LocalizedSettings } from '../../campaign/localized-settings.ts';
import type { TextFacts } from './content.ts';
import { textFacts } from './text-facts.ts';

/**
 * What a message of the organizers can name. As long as the letter is not published, letter and release have no pages
 * of their own, so both links lead to the page with the form.
 */
export function messageFacts(
  settings: LocalizedSettings,
  gate: Gate,
  siteUrl: string,
  { organizations, individuals, at }: { organizations: number; individuals: number; at: string },
): TextFacts {
  const facts = textFacts(settings, gate, siteUrl, {
    organizations,
    individuals,
    publishedAt: gate.publishedAt ?? at,
  });
  if (gate.status === 'published') return facts;
  const home = `${siteUrl}${campaignPath(settings)}`;
  return { ...facts, letterUrl: settings.letterUrl ?? home, releaseUrl: home };
}
