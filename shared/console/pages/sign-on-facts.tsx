import type { VNode } from 'preact';
import type { Settings } from '../../campaign/settings.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { longTime } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { texts, withColon } from '../../i18n/texts.ts';
import { safeLine, safeWebUrl } from '../../rendering/document/safe-text.ts';
import { signOnFacts } from '../../rendering/pages/sign-on-facts.ts';
import type { Details } from '../../sign-on/sign-on.ts';
import type { SignOnDetails } from '../sign-on-details.ts';
import type { CampaignFrame } from './campaign-tabs.tsx';

/** The data of a sign-on, with labels. */
export function SignOnFacts({
  language,
  details,
  settings,
}: {
  language: Language;
  details: SignOnDetails;
  settings: Settings;
}): VNode {
  const { timeZone } = settings;
  const t = consoleTexts(language);
  const words = details.signed ?? details.waiting;
  const time = (at: string | null | undefined) => at && longTime(language, timeZone, at);
  const website = words?.website && safeWebUrl(words.website);
  const rows: [string, string | null | undefined][] = [
    [t.signOns.status, t.states[details.status]],
    [t.signOn.email, details.email],
    [
      t.signOn.signer,
      details.kind === 'organization' ? [words?.name, words?.title].filter(Boolean).join(', ') : null,
    ],
    [t.signOn.place, [words?.city, words?.region, words?.country].filter(Boolean).join(', ')],
    ...(words ? answerRows(words, language, settings) : []),
    [t.signOn.newsletter, words?.newsletter ? time(words.newsletterAt) : null],
    [t.signOn.source, words?.source],
    [t.signOn.requested, time(details.requestedAt)],
    [t.signOn.confirmed, time(details.confirmedAt)],
    [t.signOn.withdrawn, time(details.withdrawnAt)],
    [
      t.signOn.imported,
      details.imported && [details.imported.signedOn, details.imported.evidence].filter(Boolean).join(', '),
    ],
    [t.signOn.id, details.id],
  ];
  return (
    <dl class="facts">
      {rows.map(([label, value]) =>
        value ? (
          <div>
            <dt>{label}</dt>
            <dd>
              <bdi>{safeLine(value)}</bdi>
            </dd>
          </div>
        ) : null,
      )}
      {website && (
        <div>
          <dt>{t.signOn.website}</dt>
          <dd>
            <a href={website} rel="noopener noreferrer nofollow">
              {safeLine(website)}
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The answers to the campaign's own questions, in the current order of the questions. */
function answerRows(words: Details, language: Language, settings: Settings): [string, string][] {
  return signOnFacts('organization', { ...words, language }, settings)
    .filter(({ field }) => field.startsWith('answers.'))
    .map(({ label, value }) => [label, value]);
}

/** The words that the signer has corrected since they were approved or counted at first. They count already. */
export function CorrectedSpelling({
  language,
  details: { correctedSpelling, spellingCorrectedAt },
  settings,
}: {
  language: Language;
  details: SignOnDetails;
  settings: Pick<Settings, 'timeZone'>;
}): VNode | null {
  if (correctedSpelling.length === 0 || spellingCorrectedAt === null) return null;
  const t = consoleTexts(language).signOn;
  const { fields } = texts(language);
  return (
    <>
      <h2>{t.correctedSpelling}</h2>
      <p>{t.correctedSpellingCounts(longTime(language, settings.timeZone, spellingCorrectedAt))}</p>
      <ul>
        {correctedSpelling.map(({ field, from, to }) => (
          <li>
            {withColon(language, fields[field].label)} <bdi>{safeLine(from)}</bdi> → <bdi>{safeLine(to)}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The evidence against the sign-on. */
export function EvidenceList({ language, details }: { language: Language; details: SignOnDetails }): VNode {
  const t = consoleTexts(language).signOn;
  return (
    <>
      <h2>{t.evidence}</h2>
      {details.evidence.length === 0 && <p>{t.noEvidence}</p>}
      {details.evidence.length > 0 && (
        <ul>
          {details.evidence.map(({ words }) => (
            <li>
              <bdi>{safeLine(words)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The other sign-ons that its evidence names, and the one that counts instead of a duplicate, each with a link. */
export function SimilarSignOns({
  frame: { language, slug },
  details: { similar, countsInstead },
}: {
  frame: CampaignFrame;
  details: SignOnDetails;
}): VNode | null {
  const t = consoleTexts(language);
  if (similar.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{t.signOn.similar}</h2>
      <ul class="plain">
        {similar.map(({ id, name, email, status, place, website }) => (
          <li>
            <a href={`/console/${slug}/sign-ons/${id}`}>
              <bdi>{safeLine(name)}</bdi>
            </a>
            <p class="note">
              <bdi>{safeLine(email)}</bdi> ·{' '}
              {id === countsInstead ? t.signOn.countsInstead : t.states[status]}
            </p>
            {[place, website].map(
              (fact) =>
                fact && (
                  <p class="note">
                    <bdi>{safeLine(fact)}</bdi>
                  </p>
                ),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
