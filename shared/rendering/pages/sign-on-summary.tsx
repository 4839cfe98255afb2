import type { VNode } from 'preact';
import type { QuestionSettings } from '../../campaign/localized-settings.ts';
import { texts } from '../../i18n/texts.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { signatoryOf } from '../document/signatories.ts';
import { type SignOnFact, signOnFacts } from './sign-on-facts.ts';
import { SignatoryLine } from './signatories.tsx';

/** The fields in the signature's line. The list may show the scope as a heading. */
const lineFields: readonly SignOnFact['field'][] = ['organizationName', 'city', 'region', 'country'];
const alsoPublic: readonly SignOnFact['field'][] = ['website', 'scope'];

/**
 * `ahead`: not confirmed yet. `review`: it counts if an organizer approves it. `reserve`: another signature counts for
 * the organization. `confirmed`: counted. `past`: withdrawn, rejected, taken down or too late, so nothing is public.
 */
export type Appearance = 'ahead' | 'review' | 'reserve' | 'confirmed' | 'past';

interface SummaryProps {
  kind: SignOn['kind'];
  details: Details;
  appearance: Appearance;
  settings: QuestionSettings;
}

/** A sign-on for its owner: how the public sees it, and what only the organizers see. */
export function SignOnSummary({ kind, details, appearance, settings }: SummaryProps): VNode {
  const t = texts(details.language).signOn;
  const facts = signOnFacts(kind, details, settings);
  if (appearance === 'past')
    return (
      <>
        <h2>{t.shown.past}</h2>
        <p>{t.pastHint}</p>
        <Facts facts={facts} />
      </>
    );
  const { name, ...signatory } = signatoryOf({ id: '', kind, signed: details }, null);
  return (
    <>
      <h2>{t.shown[appearance]}</h2>
      <p class="sheet printed">
        {name === undefined ? (
          appearance === 'confirmed' ? (
            t.printedWithheld
          ) : (
            t.willWithhold
          )
        ) : (
          <SignatoryLine signatory={{ name, ...signatory }} language={details.language} withCountry />
        )}
      </p>
      {details.showSignatories && (appearance === 'ahead' || appearance === 'review') && (
        <p>{texts(details.language).soFar.signOn}</p>
      )}
      <Facts facts={facts.filter(({ field }) => alsoPublic.includes(field))} />
      <h2>{t.private}</h2>
      <Facts
        facts={facts.filter(({ field }) => !lineFields.includes(field) && !alsoPublic.includes(field))}
      />
    </>
  );
}

function Facts({ facts }: { facts: readonly SignOnFact[] }): VNode | null {
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
