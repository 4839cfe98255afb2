import type { VNode } from 'preact';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { languageName } from '../../i18n/formats.ts';
import { withColon } from '../../i18n/texts.ts';
import type { TextsProps } from './texts-page.tsx';

const signersMails = ['confirm', 'reminder', 'signed', 'published', 'release', 'notice-published'] as const;
const recipientsMails = ['letter', 'supplement'] as const;

/** Links to a preview of every page, text, PDF and email, made from the stored files. */
export function PreviewLinks({ frame, languages, hasRecipient, status }: TextsProps): VNode | null {
  if (status === 'taken-down') return null;
  const t = consoleTexts(frame.language).texts.preview;
  const base = `/console/${frame.slug}/preview`;
  const mails = [...signersMails, ...(hasRecipient ? recipientsMails : [])];
  return (
    <section id="previews">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      {languages.map((language, index) => {
        const tree = index === 0 ? base : `${base}/${language}`;
        const links: [href: string, label: string][] = [
          [tree, t.page],
          ...(['letter', 'release'] as const).flatMap((document): [string, string][] => [
            [`${tree}/${document}`, t[document]],
            [`${tree}/${document}.txt`, `${withColon(frame.language, t[document])} ${t.text}`],
            [`${tree}/${document}.pdf`, `${withColon(frame.language, t[document])} ${t.pdf}`],
          ]),
        ];
        return (
          <>
            <h3>{languageName(frame.language, language)}</h3>
            <ul class="links">
              {links.map(([href, label]) => (
                <li>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </>
        );
      })}
      <h3>{t.mails}</h3>
      <ul class="links">
        {mails.map((name) => (
          <li>
            <a href={`${base}/mails/${name}.html`}>{t.mail[name]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
