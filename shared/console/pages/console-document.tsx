import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { icon } from '../../rendering/pages/head.tsx';
import { directionOf } from '../../rendering/pages/lang-attribute.ts';
import { consolePolicy } from './console-policy.ts';
import { consoleScript } from './console-script.ts';
import { consoleStylesheet } from './console-style.ts';

/** The reader of a page of the console. */
export interface Viewer {
  email: string;
}

export interface ConsolePage {
  language: Language;
  title: string;
  /** Absent on pages before signing in. */
  viewer?: Viewer | undefined;
  /** Links between the pages of one campaign. */
  tabs?: ComponentChildren;
  children: ComponentChildren;
}

/** A page of the console as a complete HTML document. */
export function renderConsole(page: ConsolePage): string {
  return `<!DOCTYPE html>${renderToString(<Document {...page} />)}`;
}

function Document({ language, title, viewer, tabs, children }: ConsolePage): VNode {
  const t = consoleTexts(language).site;
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={consolePolicy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – ${t.name}`}</title>
        <link rel="icon" href={icon} />
        <style>{consoleStylesheet}</style>
      </head>
      <body class="console">
        <a class="skip" href="#main">
          {t.skip}
        </a>
        {viewer && (
          <header class="site">
            <div class="bar">
              <strong>
                <a href="/console/">{t.campaigns}</a>
              </strong>
              <span>
                <bdi>{t.signedInAs(viewer.email)}</bdi>
              </span>
              <form method="post" action="/console/sign-out">
                <button class="plain-button" type="submit">
                  {t.signOut}
                </button>
              </form>
            </div>
            {tabs}
          </header>
        )}
        <main id="main">{children}</main>
        <script dangerouslySetInnerHTML={{ __html: consoleScript }} />
      </body>
    </html>
  );
}
