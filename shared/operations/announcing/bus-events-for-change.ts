import { decodeTime } from 'ulid';
import * as z from 'zod';
import type { BusEvent } from '../../campaign/bus-events.ts';
import { thresholdOf } from '../../campaign/gate.ts';
import { parseItemKey } from '../../table/keys.ts';

const itemSchema = z.object({ PK: z.string(), SK: z.string() });

/** Of the campaign's log, what the bus carries. Names and addresses that an event of the log has are not read. */
const loggedEventSchema = z.object({
  slug: z.string(),
  id: z.string(),
  at: z.string(),
  event: z.discriminatedUnion('type', [
    z.object({ type: z.enum(['held', 'resumed', 'taken-down', 'delivered']) }),
    z.object({ type: z.enum(['letter-mail-refused', 'supplement-refused']) }),
    z.object({ type: z.literal('letter-bounced'), letter: z.enum(['first', 'supplement']) }),
    z.object({ type: z.literal('published'), organizations: z.int(), individuals: z.int() }),
    z.object({ type: z.literal('corrected'), documents: z.array(z.enum(['letter', 'release'])) }),
    z.object({
      type: z.literal('review-waiting'),
      organizations: z.int(),
      individuals: z.int(),
      changes: z.int().default(0),
      duplicates: z.array(z.unknown()).default([]),
      vacated: z.array(z.unknown()).default([]),
    }),
  ]),
});

const gateSchema = z.object({
  slug: z.string(),
  /** Marks of older versions may be no ULIDs. */
  dirty: z.ulid().optional().catch(undefined),
  announcedOrganizations: z.int().optional(),
  announcedIndividuals: z.int().optional(),
  thresholdOrganizations: z.int(),
  thresholdIndividuals: z.int(),
  letterMail: z.object({ state: z.string(), at: z.string(), claim: z.string() }).optional(),
});

/**
 * The events that a stored change calls for, from the item's new and old image. Pure, so a record that is read again
 * calls for the same events with the same ids. An image that cannot be read calls for none.
 */
export function busEventsForChange(image: unknown, oldImage: unknown): BusEvent[] {
  const item = itemSchema.safeParse(image);
  const kind = item.success ? parseItemKey(item.data)?.kind : undefined;
  // An event of the log is written once; what changes afterwards is only its notice.
  if (kind === 'event' && oldImage === undefined) return eventsForLogged(image);
  return kind === 'gate' ? eventsForGate(image, oldImage) : [];
}

function eventsForLogged(image: unknown): BusEvent[] {
  const parsed = loggedEventSchema.safeParse(image);
  if (!parsed.success) return [];
  const { slug, id, at, event } = parsed.data;
  const common = { id, slug };
  switch (event.type) {
    case 'held':
      return [{ type: 'Held', at, detail: common }];
    case 'resumed':
      return [{ type: 'Resumed', at, detail: common }];
    case 'taken-down':
      return [{ type: 'Taken down', at, detail: common }];
    case 'delivered':
      return [{ type: 'Letter delivered', at, detail: { ...common, state: 'handed-over' } }];
    case 'letter-mail-refused':
      return [{ type: 'Letter refused', at, detail: { ...common, letter: 'first', state: 'refused' } }];
    case 'supplement-refused':
      return [{ type: 'Letter refused', at, detail: { ...common, letter: 'supplement', state: 'refused' } }];
    case 'letter-bounced':
      return [{ type: 'Letter refused', at, detail: { ...common, letter: event.letter, state: 'bounced' } }];
    case 'published': {
      const { organizations, individuals } = event;
      return [{ type: 'Published', at, detail: { ...common, counts: { organizations, individuals } } }];
    }
    case 'corrected':
      return [{ type: 'Corrected', at, detail: { ...common, documents: event.documents } }];
    case 'review-waiting': {
      const { organizations, individuals, changes, duplicates, vacated } = event;
      const lengths = { duplicates: duplicates.length, vacated: vacated.length };
      const waiting = { organizations, individuals, changes, ...lengths };
      return [{ type: 'Review waiting', at, detail: { ...common, waiting } }];
    }
  }
}

function eventsForGate(image: unknown, oldImage: unknown): BusEvent[] {
  const parsed = gateSchema.safeParse(image);
  if (!parsed.success) return [];
  const gate = parsed.data;
  const old = gateSchema.partial().safeParse(oldImage).data;
  const { slug, dirty, announcedOrganizations: organizations, announcedIndividuals: individuals } = gate;
  const events: BusEvent[] = [];
  // The write that announces counts also sets a new mark, which is a ULID: the event's id and time.
  const isCounted =
    organizations !== old?.announcedOrganizations || individuals !== old?.announcedIndividuals;
  if (isCounted && organizations !== undefined && individuals !== undefined && dirty !== undefined)
    events.push({
      type: 'Counted',
      at: new Date(decodeTime(dirty)).toISOString(),
      detail: { id: dirty, slug, counts: { organizations, individuals }, threshold: thresholdOf(gate) },
    });
  const { letterMail } = gate;
  if (letterMail?.state === 'delivered' && old?.letterMail?.state !== 'delivered')
    events.push({
      type: 'Letter delivered',
      at: letterMail.at,
      detail: { id: letterMail.claim, slug, state: 'delivered' },
    });
  return events;
}
