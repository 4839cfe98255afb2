import type { VNode } from 'preact';
import type { QuestionSettings } from '../../campaign/localized-settings.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { withColon } from '../../i18n/texts.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { type SignOnFact, signOnFacts } from '../../rendering/pages/sign-on-facts.ts';
import type { SignOnDetails } from '../sign-on-details.ts';

/** The change that waits for an organizer: each field with its current and its new value. */
export function ProposedChange({
  language,
  details: { kind, signed, proposed },
  settings,
}: {
  language: Language;
  details: SignOnDetails;
  settings: QuestionSettings;
}): VNode | null {
  if (!signed || !proposed) return null;
  const t = consoleTexts(language).signOn;
  const [was = [], is = []] = [signed, proposed].map((words) =>
    signOnFacts(kind, { ...words, language }, settings),
  );
  const labels = new Map([...is, ...was].map(({ field, label }) => [field, label]));
  const valueIn = (facts: SignOnFact[], name: string) => facts.find(({ field }) => field === name)?.value;
  return (
    <>
      <h2>{t.change}</h2>
      <p>{t.changeWaits}</p>
      <ul>
        {[...labels]
          .filter(([field]) => valueIn(was, field) !== valueIn(is, field))
          .map(([field, label]) => (
            <li>
              {withColon(language, label)} <bdi>{safeLine(valueIn(was, field) ?? t.nothing)}</bdi> →{' '}
              <bdi>{safeLine(valueIn(is, field) ?? t.nothing)}</bdi>
            </li>
          ))}
      </ul>
    </>
  );
}
