import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Branding } from '../../campaign/branding.ts';
import type { Language } from '../../i18n/language.ts';
import { directionOf } from '../../rendering/pages/lang-attribute.ts';
import { mailColors, serif, stylesFor } from './mail-styles.ts';

/** Headings within a letter or release, in the type of the mail's own heading. */
const headings = `h2,h3,h4{margin:24px 0 8px;font:bold 19px/1.3 ${serif}}`;

/** A telephone number goes to the next line as a whole, if it fits on one. */
const telephone = 'a[href^="tel:"]{display:inline-block}';

/** For clients that read it. Everything needed to read the mail is in each element's own style. */
function styleSheet(branding: Branding | undefined): string {
  const { light, dark } = mailColors(branding);
  return `${headings}:root{color-scheme:light dark;supported-color-schemes:light dark}a{color:${light.accent}}${telephone}
@media (prefers-color-scheme:dark){body,.mail{background:#1e2023!important;color:#ebe8e2!important}
a{color:${dark.accent}!important}.button{background:${dark.accent}!important;color:${dark.onAccent}!important}
.box{background:#2a2d31!important}.quiet{color:#b5b0a6!important}.rule{border-color:#44474c!important}.organizer{border-color:${dark.accent}!important}}`;
}

interface MailDocumentProps {
  language: Language;
  title: string;
  branding: Branding | undefined;
  /** The organizer, who stands at the head. The release has a head of its own. */
  organizer?: string;
  children: ComponentChildren;
}

/** A mail's HTML: one column, no tables, no pictures, nothing loaded from elsewhere. */
export function renderMail(props: MailDocumentProps): string {
  return `<!DOCTYPE html>${renderToString(<MailDocument {...props} />)}`;
}

function MailDocument({ language, title, branding, organizer, children }: MailDocumentProps): VNode {
  const styles = stylesFor(branding);
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{styleSheet(branding)}</style>
      </head>
      <body style={styles.body}>
        <main class="mail" style={styles.mail}>
          {organizer && (
            <p class="organizer" style={styles.organizer}>
              <bdi>{organizer}</bdi>
            </p>
          )}
          {children}
        </main>
      </body>
    </html>
  );
}
