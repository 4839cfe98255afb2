import { eventSchema } from '../campaign/events.ts';
import { log } from '../log.ts';
import { readGate } from '../table/gate.ts';
import { eventKey } from '../table/keys.ts';
import { isNotice, noticeMail } from './messages/notice.tsx';
import type { MailDependencies, TaskOutcome } from './task-outcome.ts';

/**
 * Tells every organizer of an event, and takes its `owes` mark away. Each is told once; one whose mail was being sent when
 * the function died is told again. Once a campaign is taken down, they are told of that and of nothing else.
 */
export async function sendNotice(
  { store, readCampaign, send, siteUrl, now }: MailDependencies,
  { slug, id }: { slug: string; id: string },
): Promise<TaskOutcome> {
  const key = eventKey(slug, id);
  const event = await store.get(eventSchema, key);
  const campaign = await readCampaign(slug);
  if (!event?.owes || !campaign || !isNotice(event.happening)) return 'done';
  const gate = await readGate(store, slug);
  const isSilenced = event.happening.type !== 'taken-down' && gate?.status === 'taken-down';
  const { settings } = campaign;
  const message = noticeMail({
    settings,
    happening: event.happening,
    siteUrl,
    ...(gate && { standing: { gate, now: now() } }),
  });
  for (const [index, { email }] of settings.organizers.entries()) {
    if (isSilenced) break;
    if (index < (event.told ?? 0)) continue;
    const outcome = await send({ message, sender: settings.sender, to: email });
    log(outcome === 'accepted' ? 'info' : 'warn', 'mail', { slug, task: event.happening.type, outcome });
    if (outcome === 'too-fast' || outcome === 'not-now') return 'later';
    await store.update({ key, update: 'SET told = :told', values: { ':told': index + 1 } });
  }
  await store.update({ key, update: 'REMOVE owes', condition: 'attribute_exists(owes)' });
  return 'done';
}
