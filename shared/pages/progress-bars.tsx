import type { VNode } from 'preact';
import { type CampaignView, localeOf, type Progress } from './view.ts';

/** How many have signed, of how many, and when that was true; nothing where the campaign does not show it. */
export function ProgressBars({ view: { settings, progress, status } }: { view: CampaignView }): VNode | null {
  if (!settings.showProgress || !progress || status === 'scheduled') return null;
  const { t, time } = localeOf(settings);
  const { organizations, individuals, thresholdOrganizations, thresholdIndividuals } = progress;
  const isOpenEnded = status === 'collecting' && !isReached(progress);
  const needs = thresholdOrganizations + thresholdIndividuals > 0;
  return (
    <div class="progress screen">
      {(settings.signatories.organizations || organizations > 0) && (
        <Bar
          id="organizations-signed"
          value={organizations}
          needed={thresholdOrganizations}
          words={
            organizations < thresholdOrganizations
              ? t.progress.organizationsOf(organizations, thresholdOrganizations)
              : t.progress.organizations(organizations)
          }
        />
      )}
      {(settings.signatories.individuals || individuals > 0) && (
        <Bar
          id="people-signed"
          value={individuals}
          needed={thresholdIndividuals}
          words={
            individuals < thresholdIndividuals
              ? t.progress.peopleOf(individuals, thresholdIndividuals)
              : t.progress.people(individuals)
          }
        />
      )}
      <p class="note">
        {t.progress.asOf(time(progress.asOf))}
        {isOpenEnded && needs && ` ${t.progress.goal(thresholdOrganizations, thresholdIndividuals)}`}
      </p>
    </div>
  );
}

const isReached = (progress: Progress): boolean =>
  progress.organizations >= progress.thresholdOrganizations &&
  progress.individuals >= progress.thresholdIndividuals;

/** Once the number is reached there is nothing left to measure, so the bar goes and the words stay. */
function Bar({
  id,
  value,
  needed,
  words,
}: {
  id: string;
  value: number;
  needed: number;
  words: string;
}): VNode {
  return (
    <>
      <p>
        <strong id={id}>{words}</strong>
      </p>
      {value < needed && <progress value={value} max={needed} aria-labelledby={id} />}
    </>
  );
}
