import type { VNode } from 'preact';
import type { QuestionSettings } from '../../campaign/localized-settings.ts';
import type { Settings } from '../../campaign/settings.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { longTime } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { withColon } from '../../i18n/texts.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { type SignOnFact, signOnFacts } from '../../rendering/pages/sign-on-facts.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import type { SignOnDetails } from '../sign-on-details.ts';

interface ChangeProps {
  language: Language;
  details: SignOnDetails;
  settings: QuestionSettings & Pick<Settings, 'timeZone'>;
}

/** The change that waits for an organizer: each field with its current and its new value. */
export function ProposedChange({
  language,
  details: { kind, signed, proposed },
  settings,
}: ChangeProps): VNode | null {
  if (!signed || !proposed) return null;
  const t = consoleTexts(language).signOn;
  return (
    <>
      <h2>{t.change}</h2>
      <p>{t.changeWaits}</p>
      <ChangedFields language={language} kind={kind} before={signed} after={proposed} settings={settings} />
    </>
  );
}

/** What a correction of spelling has changed since the words were approved or counted at first. It counts already. */
export function MendedSpelling({
  language,
  details: { kind, signed, mended },
  settings,
}: ChangeProps): VNode | null {
  if (!signed || !mended) return null;
  const t = consoleTexts(language).signOn;
  return (
    <>
      <h2>{t.mended}</h2>
      <p>{t.mendedCounts(longTime(language, settings.timeZone, mended.at))}</p>
      <ChangedFields
        language={language}
        kind={kind}
        before={mended.from}
        after={signed}
        settings={settings}
      />
    </>
  );
}

function ChangedFields({
  language,
  kind,
  before,
  after,
  settings,
}: {
  language: Language;
  kind: SignOn['kind'];
  before: Details;
  after: Details;
  settings: QuestionSettings;
}): VNode {
  const { nothing } = consoleTexts(language).signOn;
  const [was = [], is = []] = [before, after].map((words) =>
    signOnFacts(kind, { ...words, language }, settings),
  );
  const labels = new Map([...is, ...was].map(({ field, label }) => [field, label]));
  const valueIn = (facts: SignOnFact[], name: string) => facts.find(({ field }) => field === name)?.value;
  return (
    <ul>
      {[...labels]
        .filter(([field]) => valueIn(was, field) !== valueIn(is, field))
        .map(([field, label]) => (
          <li>
            {withColon(language, label)} <bdi>{safeLine(valueIn(was, field) ?? nothing)}</bdi> →{' '}
            <bdi>{safeLine(valueIn(is, field) ?? nothing)}</bdi>
          </li>
        ))}
    </ul>
  );
}
