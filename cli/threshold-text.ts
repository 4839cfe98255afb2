import { type Gate, opensWith, requiredCounts } from '../shared/campaign/gate.ts';
import { countText } from './reach-text.ts';

type Counts = Pick<Gate, 'organizations' | 'individuals'>;

/** How many more must sign: `12 more organizations and 1 more person`. */
export function missingText({ organizations, individuals }: Counts): string {
  const parts = [
    ...(organizations > 0 ? [countText(organizations, 'more organization', 'more organizations')] : []),
    ...(individuals > 0 ? [countText(individuals, 'more person', 'more people')] : []),
  ];
  // Between two readings of the counts, the last one that was missing may have signed.
  return parts.length > 0 ? parts.join(' and ') : 'more signatures';
}

/** What is said of signatures that publish the letter, since `gate` waits for them alone. Empty for any others. */
export function reachedText(gate: Gate, more: Counts, now: Date): string[] {
  if (!opensWith(gate, more, now)) return [];
  const needed = requiredCounts(gate, now);
  const of = (count: number, text: string) => `${count.toLocaleString('en')} of ${text}`;
  const parts = [
    ...(needed.organizations > 0
      ? [
          of(
            gate.organizations + more.organizations,
            countText(needed.organizations, 'organization', 'organizations'),
          ),
        ]
      : []),
    ...(needed.individuals > 0
      ? [of(gate.individuals + more.individuals, countText(needed.individuals, 'person', 'people'))]
      : []),
  ];
  const withThem = more.organizations + more.individuals === 1 ? 'this' : 'these';
  return [
    `With ${withThem}, ${parts.join(' and ')} have signed: the letter is published within a minute. To stop that, run \`campaign hold ${gate.slug}\` now.`,
  ];
}
