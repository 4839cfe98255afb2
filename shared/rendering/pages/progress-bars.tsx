import type { VNode } from 'preact';
import { type CampaignView, localeOf, type Progress } from './campaign-view.ts';

/** How many have signed, of how many, and the time of the counts. Nothing if the campaign does not show counts. */
export function ProgressBars({ view: { settings, progress, status } }: { view: CampaignView }): VNode | null {
  if (!settings.showProgress || !progress || status === 'scheduled') return null;
  const { t, time, number } = localeOf(settings);
  const { organizations, individuals } = progress;
  // A published letter has no goal any more, even if it was published with fewer signatures.
  const isGoing = status === 'collecting' || status === 'closed';
  const ofOrganizations = isGoing ? progress.thresholdOrganizations : 0;
  const ofPeople = isGoing ? progress.thresholdIndividuals : 0;
  const hasFurtherToGo = status === 'collecting' && !isReached(progress);
  const { signatories } = settings;
  const shows = (may: boolean, count: number): boolean => count > 0 || (may && isGoing);
  return (
    <div class="progress screen">
      {shows(signatories.organizations, organizations) && (
        <Bar
          id="organizations-signed"
          value={organizations}
          figure={number(organizations)}
          needed={ofOrganizations}
          words={
            organizations < ofOrganizations
              ? t.progress.organizationsOf(organizations, ofOrganizations)
              : t.progress.organizations(organizations)
          }
        />
      )}
      {shows(signatories.individuals, individuals) && (
        <Bar
          id="people-signed"
          value={individuals}
          figure={number(individuals)}
          needed={ofPeople}
          words={
            individuals < ofPeople
              ? t.progress.peopleOf(individuals, ofPeople)
              : t.progress.people(individuals)
          }
        />
      )}
      <p class="note">
        {t.progress.asOf(time(progress.asOf))}
        {hasFurtherToGo && ` ${t.progress.goal(ofOrganizations, ofPeople)}`}
      </p>
    </div>
  );
}

const isReached = (progress: Progress): boolean =>
  progress.organizations >= progress.thresholdOrganizations &&
  progress.individuals >= progress.thresholdIndividuals;

/** When the number is reached, the bar is left out and the words stay. */
function Bar({ id, value, needed, words, figure }: BarProps): VNode {
  return (
    <>
      <p class="count">
        <strong id={id}>
          <Words of={words} figure={figure} />
        </strong>
      </p>
      {value < needed && <progress value={value} max={needed} aria-labelledby={id} />}
    </>
  );
}

/** The sentence, with its number in large type. */
function Words({ of, figure }: { of: string; figure: string }): VNode {
  const at = of.indexOf(figure);
  if (at < 0) return <>{of}</>;
  return (
    <>
      {of.slice(0, at)}
      <span class="figure">{figure}</span>
      {of.slice(at + figure.length)}
    </>
  );
}

interface BarProps {
  id: string;
  value: number;
  needed: number;
  words: string;
  /** The number as it appears in `words`. */
  figure: string;
}
