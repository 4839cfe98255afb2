import type { VNode } from 'preact';
import { campaignPath } from '../../campaign/localized-settings.ts';
import { texts } from '../../i18n/texts.ts';
import { safeLine } from '../document/safe-text.ts';
import { languageVersions } from './campaign-links.tsx';
import type { CampaignView } from './campaign-view.ts';
import { renderDocument } from './document.tsx';
import { type FieldError, type FormValues, fieldId } from './field.tsx';
import { deletionTimeText } from './form-sentences.ts';
import { OpennessNotice } from './openness-notice.tsx';
import { inPageOrder, shownFields } from './sign-on-fields.tsx';
import { SignOnForm } from './sign-on-form.tsx';

export type { FieldError, FormValues };

interface RefusedForm {
  values: FormValues;
  errors: readonly FieldError[];
  /** Why the form was not accepted, if not because of an answer. */
  notice?: 'too-many';
  /** The organization whose personal link leads here. Nothing was refused then. */
  invited?: string;
}

/**
 * The form again after a refusal, with everything that was typed, a summary that links to each field, and the
 * messages next to the fields. Or the form for an invited organization, with its name. If signing is not open, the
 * page says so and keeps what was typed for another try. After the close, the page only says so.
 */
export function formPage(
  { settings, openness }: Pick<CampaignView, 'settings' | 'openness'>,
  { values, errors: unordered, notice, invited }: RefusedForm,
): string {
  const { title, language } = settings;
  const errors = inPageOrder(unordered, settings);
  const t = texts(language);
  const reason = notice && t.problems[notice];
  const heading = openness === 'open' ? (reason?.title ?? t.form.heading) : t.openness[openness].title;
  return renderDocument({
    language,
    title: `${errors.length > 0 ? `${t.form.error} ` : ''}${heading} – ${title}`,
    isIndexed: false,
    hasFormScript: openness !== 'closed',
    versions: languageVersions(settings, ''),
    campaign: settings,
    children: (
      <>
        {errors.length > 0 && (
          <ErrorSummary errors={errors} language={language} fieldNames={shownFields(settings)} />
        )}
        {reason && <Notice {...reason} kept={t.form.nothingStored} />}
        <h1>{t.form.heading}</h1>
        {invited !== undefined && openness !== 'closed' && (
          <>
            <p>{t.form.invited(safeLine(settings.sender.name), safeLine(invited))}</p>
            <p>
              <a href={`${campaignPath(settings)}#letter`}>{t.form.readFirst}</a>
            </p>
          </>
        )}
        {openness !== 'open' && <OpennessNotice settings={settings} openness={openness} />}
        {openness !== 'closed' && (
          <>
            <SignOnForm
              settings={settings}
              values={values}
              errors={errors}
              deletion={deletionTimeText(settings)}
            />
            <p>
              <a href={`${campaignPath(settings)}#letter`}>{t.form.back}</a>
            </p>
          </>
        )}
      </>
    ),
  });
}

/** Why the form was not accepted although every answer is correct. It has the focus when the page opens. */
function Notice({ title, detail, kept }: { title: string; detail: string; kept: string }): VNode {
  return (
    <div class="summary" role="alert" aria-labelledby="summary-title">
      <h2 id="summary-title" tabIndex={-1} autofocus>
        {title}
      </h2>
      <p>{detail}</p>
      <p>{kept}</p>
    </div>
  );
}

/** What to correct, each with a link to its field if the form shows it. It has the focus when the page opens. */
export function ErrorSummary({
  errors,
  language,
  fieldNames,
}: {
  errors: readonly FieldError[];
  language: CampaignView['settings']['language'];
  fieldNames: readonly string[];
}): VNode {
  const { form } = texts(language);
  return (
    <div class="summary" role="alert" aria-labelledby="summary-title">
      <h2 id="summary-title" tabIndex={-1} autofocus>
        {form.problems(errors.length)}
      </h2>
      <p>{form.nothingStored}</p>
      <ul>
        {errors.map(({ field, message }) => (
          <li>
            {fieldNames.includes(field) ? (
              <a href={`#${fieldId(field)}`}>{safeLine(message)}</a>
            ) : (
              <bdi>{safeLine(message)}</bdi>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
