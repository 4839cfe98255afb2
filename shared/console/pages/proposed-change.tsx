import type { VNode } from 'preact';
import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { factFields, signOnFacts } from '../../rendering/pages/sign-on-facts.ts';
import type { SignOnDetails } from '../sign-on-details.ts';

/** The change that waits for an organizer: each field as it is in print, and as it would be. */
export function ProposedChange({
  language,
  details: { kind, signed, proposed },
}: {
  language: Language;
  details: SignOnDetails;
}): VNode | null {
  if (!signed || !proposed) return null;
  const t = consoleTexts(language).signOn;
  const [was, is] = [signed, proposed].map((words) => {
    const facts = signOnFacts(kind, { ...words, language });
    return new Map(facts.map(({ field, value }) => [field, value]));
  });
  return (
    <>
      <h2>{t.change}</h2>
      <p>{t.changeWaits}</p>
      <ul>
        {factFields
          .filter((field) => was?.get(field) !== is?.get(field))
          .map((field) => (
            <li>
              {texts(language).fields[field].label}: <bdi>{safeLine(was?.get(field) ?? t.nothing)}</bdi> →{' '}
              <bdi>{safeLine(is?.get(field) ?? t.nothing)}</bdi>
            </li>
          ))}
      </ul>
    </>
  );
}
