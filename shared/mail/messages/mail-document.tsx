import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../i18n/language.ts';
import { styles } from './mail-styles.ts';

/** For clients with a dark mode. Everything needed to read the mail is in each element's own style. */
const darkMode = `:root{color-scheme:light dark;supported-color-schemes:light dark}a{color:#14477a}
@media (prefers-color-scheme:dark){body,.mail{background:#1e2023!important;color:#ebe8e2!important}
a{color:#93c3f4!important}.button{background:#93c3f4!important;color:#0d1b29!important}
.box{background:#2a2d31!important}.quiet{color:#b5b0a6!important}.rule{border-color:#44474c!important}}`;

interface MailDocumentProps {
  language: Language;
  title: string;
  children: ComponentChildren;
}

/** A mail's HTML: one column, no tables, no pictures, nothing loaded from elsewhere. */
export function renderMail(props: MailDocumentProps): string {
  return `<!DOCTYPE html>${renderToString(<MailDocument {...props} />)}`;
}

function MailDocument({ language, title, children }: MailDocumentProps): VNode {
  return (
    <html lang={language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{darkMode}</style>
      </head>
      <body style={styles.body}>
        <main class="mail" style={styles.mail}>
          {children}
        </main>
      </body>
    </html>
  );
}
