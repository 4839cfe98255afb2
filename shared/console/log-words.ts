import type { CampaignEvent } from '../campaign/events.ts';
import type { ConsoleCatalog } from '../i18n/console/texts.ts';
import { safeLine } from '../rendering/document/safe-text.ts';

/** The name of an event. */
export const eventName = (type: CampaignEvent['type'], t: ConsoleCatalog): string => t.log.events[type];

/** Who decided: an organizer's address, or the source of the event. */
export const actorName = (actor: string, t: ConsoleCatalog): string =>
  actor === 'organizer' ? t.log.terminal : actor === 'system' ? t.log.system : safeLine(actor);
