import type { VNode } from 'preact';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { withBold } from '../document/attribution.ts';
import type { Contact, LogoContent, Quote, ReleaseContent } from '../document/content.ts';
import { safeLine } from '../document/safe-text.ts';
import { telephoneUrl } from '../document/telephone-url.ts';
import { Blocks, Inlines } from './content.tsx';
import { CorrectionLines } from './corrections.tsx';
import { langAttribute } from './lang-attribute.ts';
import { logoClass } from './masthead.tsx';

export type ReleasePart =
  | 'correction'
  | 'banner'
  | 'contact'
  | 'date'
  | 'headline'
  | 'subheadline'
  | 'quote'
  | 'end';

interface ReleaseArticleProps {
  release: ReleaseContent;
  /** The language of the page that contains the release. */
  page: Language;
  /** Level of the headline. */
  level: 1 | 2 | 3;
  /** The folder of its logos. Absent in emails, which do not show them. */
  logosAt?: string;
  /** Inline styles for emails, which have no stylesheet. */
  styles?: Partial<Record<ReleasePart, string>>;
}

/** The release in the usual order of press releases, from its banner to `###`. */
export function ReleaseArticle({ release, page, level, logosAt, styles }: ReleaseArticleProps): VNode {
  const Headline = ({ 1: 'h1', 2: 'h2', 3: 'h3' } as const)[level];
  const style = (part: ReleasePart) => (styles?.[part] ? { style: styles[part] } : {});
  return (
    <article class="sheet release" {...langAttribute(release.language, page)}>
      <CorrectionLines of={release} {...style('correction')} />
      {logosAt !== undefined && release.logos && (
        <p class="logos">
          {release.logos.map((logo) => (
            <Logo logo={logo} folder={logosAt} page={page} />
          ))}
        </p>
      )}
      {release.banner && (
        <p class="banner" {...style('banner')}>
          {release.banner}
        </p>
      )}
      {release.contacts.length > 0 && (
        <p class="contact" {...style('contact')}>
          <strong>{texts(release.language).release.contact}</strong>
          {release.contacts.map((contact) => (
            <>
              <br />
              <ContactLine contact={contact} />
            </>
          ))}
        </p>
      )}
      <p class="date" {...style('date')}>
        {release.date}
      </p>
      <Headline class="headline" {...style('headline')}>
        {release.headline}
      </Headline>
      {release.subheadline && (
        <p class="subheadline" {...style('subheadline')}>
          {release.subheadline}
        </p>
      )}
      <Blocks of={release.body} below={level} />
      {release.quotes.map((quote) => (
        <blockquote class="quote" {...style('quote')}>
          <QuoteParagraphs quote={quote} />
        </blockquote>
      ))}
      {release.about.map((about) => (
        <p>
          <Inlines of={about} />
        </p>
      ))}
      <p class="end" {...style('end')}>
        ###
      </p>
    </article>
  );
}

function Logo({
  logo: { name, alt, language, url, width, height, tone },
  folder,
  page,
}: {
  logo: LogoContent;
  folder: string;
  page: Language;
}): VNode {
  const picture = (
    <img
      src={`${folder}${name}`}
      alt={alt}
      width={width}
      height={height}
      {...logoClass({ tone })}
      {...langAttribute(language, page)}
    />
  );
  return url === undefined ? picture : <a href={url}>{picture}</a>;
}

function ContactLine({ contact: { name, organization, phone, email } }: { contact: Contact }): VNode {
  const call = phone === undefined ? undefined : telephoneUrl(phone);
  return (
    <>
      {safeLine(name)}
      {organization && `, ${safeLine(organization)}`}
      {phone && ', '}
      {phone && (call ? <a href={call}>{phone}</a> : safeLine(phone))}
      {email && ', '}
      {email && <a href={`mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`}>{email}</a>}
    </>
  );
}

/** The attribution is in the last sentence of the quote, or the lead in its first. */
function QuoteParagraphs({ quote: { paragraphs, attribution, lead } }: { quote: Quote }): VNode {
  return (
    <>
      {paragraphs.map((paragraph, index) => (
        <p>
          {lead && index === 0 && <Inlines of={withBold(lead)} />}
          {lead && index === 0 && ' '}
          <Inlines of={paragraph} />
          {attribution && index === paragraphs.length - 1 && ' '}
          {attribution && index === paragraphs.length - 1 && <Inlines of={withBold(attribution)} />}
        </p>
      ))}
    </>
  );
}
