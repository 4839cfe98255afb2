import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { renderConsole } from './console-document.tsx';

interface ProblemPageProps {
  language: Language;
  problem: { title: string; detail: string; errors?: readonly { field: string; message: string }[] };
  back?: { href: string; label: string };
}

/** An error in the console, with a link to continue. */
export const problemPage = ({ language, problem, back }: ProblemPageProps): string =>
  renderConsole({
    language,
    title: problem.title,
    children: (
      <>
        <h1>{safeLine(problem.title)}</h1>
        <p class="lead">{safeLine(problem.detail)}</p>
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
          <a href="/console/">{consoleTexts(language).site.campaigns}</a>
        </p>
      </>
    ),
  });
