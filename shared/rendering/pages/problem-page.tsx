import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { safeLine } from '../document/safe-text.ts';
import { renderDocument } from './document.tsx';
import type { FieldError } from './field.tsx';

interface ProblemPageProps {
  language: Language;
  /** As in problem+json (RFC 9457). Its texts are already in the right language. */
  problem: { type: string; title: string; status: number; detail: string; errors?: readonly FieldError[] };
  /** The link at the end: a path of the site, and its text. */
  back?: { href: string; label: string };
}

/** An error as a page: what went wrong, and a link to continue. */
export function problemPage({ language, problem, back }: ProblemPageProps): string {
  const t = texts(language);
  return renderDocument({
    language,
    title: problem.title,
    isIndexed: false,
    children: (
      <>
        <h1>{problem.title}</h1>
        <p class="lead">{problem.detail}</p>
        {problem.errors && (
          <ul>
            {problem.errors.map(({ message }) => (
              <li>
                <bdi>{safeLine(message)}</bdi>
              </li>
            ))}
          </ul>
        )}
        {back && (
          <p>
            <a class="button" href={back.href}>
              {back.label}
            </a>
          </p>
        )}
        <p>
          <a href="/">{t.site.home}</a>
        </p>
      </>
    ),
  });
}
