import type { VNode } from 'preact';
import { texts } from '../../i18n/texts.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { signatoryOf } from '../document/signatories.ts';
import { type SignOnFact, signOnFacts } from './sign-on-facts.ts';
import { SignatoryLine } from './signatories.tsx';

/** The line that is printed shows these; the scope may be the heading that it stands under. */
const printed: readonly SignOnFact['field'][] = ['organizationName', 'city', 'region', 'country'];
const alsoPublic: readonly SignOnFact['field'][] = ['website', 'scope'];

/** A sign-on for its owner: the line that the public reads, and what only the organizers see. */
export function SignOnSummary({ kind, details }: { kind: SignOn['kind']; details: Details }): VNode {
  const t = texts(details.language).signOn;
  const { name, ...signatory } = signatoryOf({ id: '', kind, signed: details }, null);
  const facts = signOnFacts(kind, details);
  const others = facts.filter(({ field }) => !printed.includes(field) && !alsoPublic.includes(field));
  return (
    <>
      <h2>{t.printed}</h2>
      <p class="sheet printed">
        {name === undefined ? (
          t.printedWithheld
        ) : (
          <SignatoryLine signatory={{ name, ...signatory }} language={details.language} withCountry />
        )}
      </p>
      <Facts facts={facts.filter(({ field }) => alsoPublic.includes(field))} />
      <h2>{t.private}</h2>
      <Facts facts={others} />
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
