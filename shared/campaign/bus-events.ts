import * as z from 'zod';

/** Campaign and id. The id is the same each time the event is delivered. */
const common = { id: z.string(), slug: z.string() };
const counts = z.object({ organizations: z.int(), individuals: z.int() });
const threshold = z.object({ organizations: z.int().nullable(), individuals: z.int().nullable() });
const whichLetter = z.enum(['first', 'supplement']);

/**
 * What programs of others may hear of a campaign through the stage's event bus, by EventBridge's `detail-type`. A
 * detail has ids and numbers, and never a name, an address or a text.
 */
export const busEventDetails = {
  /** Sign-ons were counted or uncounted. A threshold that is not set is null. */
  Counted: z.object({ ...common, counts, threshold }),
  /** What organizers have to decide; of a large campaign at least so many. */
  'Review waiting': z.object({
    ...common,
    waiting: z.object({
      organizations: z.int(),
      individuals: z.int(),
      changes: z.int(),
      duplicates: z.int(),
      vacated: z.int(),
    }),
  }),
  Held: z.object(common),
  Resumed: z.object(common),
  /** With the numbers that the release says. */
  Published: z.object({ ...common, counts }),
  Corrected: z.object({ ...common, documents: z.array(z.enum(['letter', 'release'])) }),
  'Taken down': z.object(common),
  /** The mail system of its recipient took the letter, or somebody handed it over. */
  'Letter delivered': z.object({ ...common, state: z.enum(['delivered', 'handed-over']) }),
  /** SES refused to send the letter, or it came back. */
  'Letter refused': z.object({ ...common, letter: whichLetter, state: z.enum(['refused', 'bounced']) }),
} as const;

const of = <Type extends keyof typeof busEventDetails>(type: Type) =>
  z.object({ type: z.literal(type), at: z.iso.datetime(), detail: busEventDetails[type] });

/** An event for the bus, and a message in the events queue. `at`: when its change was stored. */
export const busEventSchema = z.discriminatedUnion('type', [
  of('Counted'),
  of('Review waiting'),
  of('Held'),
  of('Resumed'),
  of('Published'),
  of('Corrected'),
  of('Taken down'),
  of('Letter delivered'),
  of('Letter refused'),
]);
export type BusEvent = z.infer<typeof busEventSchema>;

/** `source` of each event on the bus. */
export const busEventSource = 'undersigned';
