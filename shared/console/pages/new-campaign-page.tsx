import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { renderConsole, type Viewer } from './console-document.tsx';

interface NewCampaignProps {
  language: Language;
  viewer: Viewer;
  /** Campaigns that the organizer owns. */
  own: readonly { slug: string; title: string }[];
  typed: { from: string; slug: string };
  problem?: { field: 'from' | 'slug'; message: string };
}

/** The form for a new campaign as a copy of one that the organizer owns. */
export function newCampaignPage({ language, viewer, own, typed, problem }: NewCampaignProps): string {
  const t = consoleTexts(language).newCampaign;
  const problemIn = (field: 'from' | 'slug') => (problem?.field === field ? problem.message : undefined);
  const marks = (field: 'from' | 'slug') => ({
    'aria-describedby': [`${field}-hint`, ...(problemIn(field) ? [`${field}-problem`] : [])].join(' '),
    ...(problemIn(field) && { 'aria-invalid': 'true' as const }),
  });
  const problemText = (field: 'from' | 'slug') =>
    problemIn(field) && (
      <p class="problem" id={`${field}-problem`} role="alert">
        {problemIn(field)}
      </p>
    );
  return renderConsole({
    language,
    title: t.title,
    viewer,
    children: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {own.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <form method="post" action="/console/new">
            <div class={problemIn('from') ? 'field wrong' : 'field'}>
              <label for="from">{t.from}</label>
              <p class="hint" id="from-hint">
                {t.fromHint}
              </p>
              {problemText('from')}
              <select id="from" name="from" {...marks('from')}>
                {own.map(({ slug, title }) => (
                  <option value={slug} selected={slug === typed.from}>
                    {`${safeLine(title)} (${slug})`}
                  </option>
                ))}
              </select>
            </div>
            <div class={problemIn('slug') ? 'field wrong' : 'field'}>
              <label for="slug">{t.slug}</label>
              <p class="hint" id="slug-hint">
                {t.slugHint}
              </p>
              {problemText('slug')}
              <input
                type="text"
                id="slug"
                name="slug"
                value={typed.slug}
                maxlength={60}
                autocomplete="off"
                autocapitalize="none"
                spellcheck={false}
                required
                {...marks('slug')}
              />
            </div>
            <button class="button" type="submit">
              {t.button}
            </button>
          </form>
        )}
        <p>
          <a href="/console/">{consoleTexts(language).site.campaigns}</a>
        </p>
      </>
    ),
  });
}
