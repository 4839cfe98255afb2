import * as z from 'zod';
import type { SignOn } from './sign-on.ts';

/** How many counted sign-ons each link brought, by the name that the organizers gave it. */
export const sourcesSchema = z.record(z.string(), z.int());
export type Sources = z.infer<typeof sourcesSchema>;

/** Anybody can invent a source, so only so many are told apart. */
const maxSources = 50;

/** Where sources beyond the limit are counted; no link can have this name. */
export const otherSources = '*';

/** The source of whoever came by an invited organization's personal link, by its id (`invitedId`). */
export const invitationSource = (id: string): string => `invited.${id}`;

/** The invited organization whose personal link a source names. */
export const invitedBySource = (source: string | undefined): string | undefined =>
  /^invited\.([0-9a-f]{32})$/.exec(source ?? '')?.[1];

/** All personal links together; the links of organizers cannot be told apart from it by name. */
const invitedSources = 'invited';

/** With one more sign-on; one that does not count, or came by no named link, changes nothing. */
export function addSource(
  sources: Sources = {},
  { counted, signed }: Pick<SignOn, 'counted' | 'signed'>,
): Sources {
  const source = signed?.source;
  if (counted !== 'yes' || source === undefined) return sources;
  return addTo(sources, invitedBySource(source) === undefined ? source : invitedSources, 1);
}

/** The sources of several counts together. */
export const sumSources = (all: readonly (Sources | undefined)[]): Sources =>
  all.reduce<Sources>(
    (sum, sources) =>
      Object.entries(sources ?? {}).reduce((so, [source, count]) => addTo(so, source, count), sum),
    {},
  );

function addTo(sources: Sources, source: string, count: number): Sources {
  const isKnown = Object.hasOwn(sources, source);
  const name = isKnown || Object.keys(sources).length < maxSources ? source : otherSources;
  return { ...sources, [name]: (Object.hasOwn(sources, name) ? (sources[name] ?? 0) : 0) + count };
}

/** Those that brought most first, in a list for people and programs. */
export const rankedSources = (sources: Sources): { source: string; counted: number }[] =>
  Object.entries(sources)
    .map(([source, counted]) => ({ source, counted }))
    .toSorted((one, other) => other.counted - one.counted || (one.source < other.source ? -1 : 1));
