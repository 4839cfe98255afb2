import { eventSchema } from '../campaign/events.ts';
import { log } from '../log.ts';
import { eventKey } from '../store/keys.ts';
import { isNotice, noticeMail } from './messages/notice.tsx';
import type { MailDependencies, TaskOutcome } from './task-outcome.ts';

/** Tells every organizer of an event, and takes its `owes` mark away; a lapsed attempt tells all of them again. */
export async function sendNotice(
  { store, readCampaign, send, siteUrl }: MailDependencies,
  { slug, id }: { slug: string; id: string },
): Promise<TaskOutcome> {
  const key = eventKey(slug, id);
  const event = await store.get(eventSchema, key);
  const campaign = await readCampaign(slug);
  if (!event?.owes || !campaign || !isNotice(event.happening)) return 'done';
  const { settings } = campaign;
  const message = noticeMail({ settings, happening: event.happening, siteUrl });
  for (const { email } of settings.organizers) {
    const outcome = await send({ message, sender: settings.sender, to: email });
    log(outcome === 'accepted' ? 'info' : 'warn', 'mail', { slug, task: event.happening.type, outcome });
    if (outcome !== 'accepted' && outcome !== 'refused') return 'later';
  }
  await store.update({ key, update: 'REMOVE owes', condition: 'attribute_exists(owes)' });
  return 'done';
}
