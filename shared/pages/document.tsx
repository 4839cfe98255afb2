import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../campaign/settings.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { texts } from './locales/texts.ts';
import { stylesheet } from './stylesheet.ts';

export interface DocumentProps {
  language: Language;
  /** As the browser's tab shows it. */
  title: string;
  /** One or two sentences for search engines and link previews. */
  description?: string;
  /** The page's own address on the site; pages that are answers to one person have none. */
  canonical?: string;
  /** Whether search engines may list it. */
  isIndexed: boolean;
  type?: 'website' | 'article';
  /** What stands above the page's own content. */
  header?: ComponentChildren;
  footer?: ComponentChildren;
  children: ComponentChildren;
}

/** A pen nib, so that no browser asks for an icon that is not there. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%2314477a'/%3E%3Cpath d='M7 24c5-1 9-12 12-15 2-2 4 0 2 3-3 5-6 8-6 10 0 3 5-1 7-3' fill='none' stroke='%23fff' stroke-width='2.5' stroke-linecap='round'/%3E%3C/svg%3E";

/** A page as a whole HTML document. */
export function renderDocument(props: DocumentProps): string {
  return `<!DOCTYPE html>${renderToString(<Page {...props} />)}`;
}

function Page({ language, children, header, footer, ...head }: DocumentProps): VNode {
  const t = texts(language);
  return (
    <html lang={language} dir="ltr">
      <Head language={language} {...head} />
      <body>
        <a class="skip" href="#main">
          {t.site.skip}
        </a>
        {header && <header class="site">{header}</header>}
        <main id="main">{children}</main>
        {footer && <footer class="site">{footer}</footer>}
      </body>
    </html>
  );
}

function Head({
  language,
  title,
  description,
  canonical,
  isIndexed,
  type = 'website',
}: Omit<DocumentProps, 'children' | 'header' | 'footer'>): VNode {
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="same-origin" />
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {!isIndexed && <meta name="robots" content="noindex" />}
      {canonical && (
        <>
          <link rel="canonical" href={canonical} />
          <meta property="og:type" content={type} />
          <meta property="og:site_name" content={texts(language).site.name} />
          <meta property="og:locale" content={texts(language).site.openGraphLocale} />
          <meta property="og:url" content={canonical} />
          <meta property="og:title" content={title} />
          {description && <meta property="og:description" content={description} />}
          <meta name="twitter:card" content="summary" />
        </>
      )}
      <link rel="icon" href={icon} />
      <style>{stylesheet}</style>
    </head>
  );
}
