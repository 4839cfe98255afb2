import type { VNode } from 'preact';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { inlineOf } from '../../rendering/markdown/markdown.ts';
import { Inlines } from '../../rendering/pages/content.tsx';
import { quotesIn } from '../folder/quotes.ts';
import { mayDo } from '../permissions.ts';
import type { TextsProps } from './texts-page.tsx';

/** The quotes of the stored press release, each with its approval. Owners also see the button that changes it. */
export function QuoteList({ frame, storedFiles, version, status }: TextsProps): VNode | null {
  const t = consoleTexts(frame.language).texts.quotes;
  const quotes = quotesIn(storedFiles);
  if (quotes.length === 0) return null;
  const mayApprove = mayDo(frame.role, 'edit-settings') && status === 'collecting';
  return (
    <section id="quotes">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <ul class="plain">
        {quotes.map(({ file, quote, text, by, isApproved }) => (
          <li>
            <p class="note">{t.nth(file, quote)}</p>
            <blockquote>
              <bdi>
                <Inlines of={inlineOf(safeLine(text), { restore: (value) => value })} />
              </bdi>{' '}
              <bdi>
                <Inlines of={inlineOf(safeLine(by), { restore: (value) => value })} />
              </bdi>
            </blockquote>
            <p>
              <span class="badge">{isApproved ? t.approved : t.notApproved}</span>
            </p>
            {mayApprove && (
              <form method="post" action={`/console/${frame.slug}/folder/quotes`}>
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="file" value={file} />
                <input type="hidden" name="quote" value={quote} />
                <input type="hidden" name="approved" value={isApproved ? 'no' : 'yes'} />
                <button class={isApproved ? 'plain-button' : 'button second'} type="submit">
                  {isApproved ? t.takeBack : t.approve}
                  <span class="hidden"> {t.nth(file, quote)}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
