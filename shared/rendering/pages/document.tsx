import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { texts } from '../../i18n/texts.ts';
import { formScript } from './form-script.ts';
import { Head, type HeadProps } from './head.tsx';

export interface DocumentProps extends HeadProps {
  /** What stands above the page's own content. */
  header?: ComponentChildren;
  footer?: ComponentChildren;
  children: ComponentChildren;
}

/** A page as a whole HTML document. */
export function renderDocument(props: DocumentProps): string {
  return `<!DOCTYPE html>${renderToString(<Page {...props} />)}`;
}

function Page({ children, header, footer, ...head }: DocumentProps): VNode {
  const { language } = head;
  const t = texts(language);
  const languages = <LanguageLinks {...head} />;
  return (
    <html lang={language} dir="ltr">
      <Head {...head} />
      <body>
        <a class="skip" href="#main">
          {t.site.skip}
        </a>
        {(header || head.versions) && (
          <header class="site">
            {header}
            {languages}
          </header>
        )}
        <main id="main">{children}</main>
        {footer && <footer class="site">{footer}</footer>}
        {head.hasFormScript && <script dangerouslySetInnerHTML={{ __html: formScript }} />}
      </body>
    </html>
  );
}

/** The page in the other languages, each called by its own name. */
function LanguageLinks({ language, versions = [] }: HeadProps): VNode | null {
  const others = versions.filter((version) => version.language !== language);
  if (others.length === 0) return null;
  return (
    <nav aria-label={texts(language).site.languages}>
      <ul class="links">
        {others.map((version) => (
          <li>
            <a href={version.path} hreflang={version.language} lang={version.language}>
              {texts(version.language).site.languageName}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
