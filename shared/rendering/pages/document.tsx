import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { LocalizedSettings } from '../../campaign/localized-settings.ts';
import { texts } from '../../i18n/texts.ts';
import { CampaignFooter } from './campaign-links.tsx';
import { formScript } from './form-script.ts';
import { Head, type HeadProps } from './head.tsx';
import { directionOf, langAttribute } from './lang-attribute.ts';
import { CampaignLink, Masthead } from './masthead.tsx';

export interface DocumentProps extends Omit<HeadProps, 'color' | 'hasItalics'> {
  /**
   * The campaign that the page belongs to, with its name, logo, color and footer. Without one, the page belongs to
   * the site.
   */
  campaign?: LocalizedSettings;
  /** `campaign` is the campaign's own page, `letter-page` one with a sheet of paper, and `text` any other. */
  layout?: 'text' | 'letter-page' | 'campaign';
  /** Buttons for the text of the page. They are above the text and not part of it. */
  tools?: ComponentChildren;
  children: ComponentChildren;
}

/** A page as a complete HTML document. */
export function renderDocument({
  children,
  campaign,
  layout = 'text',
  tools,
  ...head
}: DocumentProps): string {
  const { language } = head;
  const color = campaign?.branding?.color;
  const hasTrail = campaign && layout !== 'campaign';
  const body = renderToString(
    <body class={layout}>
      <a class="skip" href="#main">
        {texts(language).site.skip}
      </a>
      <header>
        <Masthead language={language} campaign={campaign}>
          <LanguageLinks {...head} />
        </Masthead>
        {(hasTrail || tools) && (
          <div class="above">
            {hasTrail && <CampaignLink settings={campaign} />}
            {tools}
          </div>
        )}
      </header>
      <main id="main">{children}</main>
      {campaign && (
        <footer class="site">
          <CampaignFooter settings={campaign} />
        </footer>
      )}
      {head.hasFormScript && <script dangerouslySetInnerHTML={{ __html: formScript }} />}
    </body>,
  );
  const hasItalics = /<em>|class="subheadline"/.test(body);
  const page = renderToString(<Head {...head} {...(color && { color })} hasItalics={hasItalics} />);
  return `<!DOCTYPE html><html lang="${language}" dir="${directionOf(language)}">${page}${body}</html>`;
}

/** Links to the page in the other languages, each with the language's own name. */
function LanguageLinks({ language, versions = [] }: HeadProps): VNode | null {
  const others = versions.filter((version) => version.language !== language);
  if (others.length === 0) return null;
  return (
    <nav aria-label={texts(language).site.languages}>
      <ul class="links">
        {others.map((version) => (
          <li>
            <a href={version.path} hreflang={version.language} {...langAttribute(version.language, language)}>
              {texts(version.language).site.languageName}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
