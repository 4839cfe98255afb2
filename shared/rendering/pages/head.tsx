import type { VNode } from 'preact';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { preloadedFonts, webFontPath } from '../fonts/web-fonts.ts';
import { policyFor } from './content-security-policy.ts';
import { formScript } from './form-script.ts';
import { stylesheetFor } from './stylesheet.ts';

/** The address of the same page in one language. */
export interface LanguageVersion {
  language: Language;
  /** Path on the site. */
  path: string;
}

export interface HeadProps {
  language: Language;
  /** The title in the browser's tab. */
  title: string;
  /** One or two sentences for search engines and link previews. */
  description?: string;
  /** The page's own address on the site. Answers to one person have none. */
  canonical?: string;
  /** Whether search engines may list it. */
  isIndexed: boolean;
  type?: 'website' | 'article';
  /** One for each language, the campaign's own first. */
  versions?: readonly LanguageVersion[];
  /** Path of the picture for link previews, 1200 × 630, and a description of it. */
  preview?: { path: string; alt: string };
  /** Whether the page says how long its form was open. Only pages of the site may do so, not answers of the API. */
  hasFormScript?: boolean;
  /** The campaign's color, `#rrggbb`. */
  color?: string;
  /** Whether the page has text in italics. */
  hasItalics?: boolean;
  /** Description of the page for programs (schema.org, JSON-LD). */
  structuredData?: object;
}

/** A pen nib. With an icon in the page, no browser requests one that does not exist. */
export const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%2314477a'/%3E%3Cpath d='M7 24c5-1 9-12 12-15 2-2 4 0 2 3-3 5-6 8-6 10 0 3 5-1 7-3' fill='none' stroke='%23fff' stroke-width='2.5' stroke-linecap='round'/%3E%3C/svg%3E";

/** What a page tells browsers, search engines and link previews. */
export function Head(props: HeadProps): VNode {
  const { title, description, canonical, isIndexed, hasFormScript, structuredData } = props;
  const style = stylesheetFor(props.color);
  return (
    <head>
      <meta charset="utf-8" />
      <meta
        http-equiv="Content-Security-Policy"
        content={policyFor({ style, ...(hasFormScript && { script: formScript }) })}
      />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="same-origin" />
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {!isIndexed && <meta name="robots" content="noindex" />}
      {canonical && <PageAddresses {...props} canonical={canonical} />}
      <link rel="icon" href={icon} />
      {preloadedFonts(props.hasItalics ?? false).map((font) => (
        <link rel="preload" href={webFontPath(font)} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <style>{style}</style>
      {structuredData && <Data of={structuredData} />}
    </head>
  );
}

/** The address of the page, its languages, and its link preview. */
function PageAddresses(props: HeadProps & { canonical: string }): VNode {
  const { language, title, description, canonical, type = 'website', versions = [], preview } = props;
  const [own] = versions;
  const at = (path: string): string => new URL(path, canonical).href;
  return (
    <>
      <link rel="canonical" href={canonical} />
      {versions.map((version) => (
        <link rel="alternate" hreflang={version.language} href={at(version.path)} />
      ))}
      {own && <link rel="alternate" hreflang="x-default" href={at(own.path)} />}
      <meta property="og:type" content={type} />
      <meta property="og:site_name" content={texts(language).site.name} />
      <meta property="og:locale" content={texts(language).site.openGraphLocale} />
      {versions
        .filter((version) => version.language !== language)
        .map((version) => (
          <meta property="og:locale:alternate" content={texts(version.language).site.openGraphLocale} />
        ))}
      <meta property="og:url" content={canonical} />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      {preview && (
        <>
          <meta property="og:image" content={at(preview.path)} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={preview.alt} />
        </>
      )}
      <meta name="twitter:card" content={preview ? 'summary_large_image' : 'summary'} />
      <meta name="twitter:title" content={title} />
      {description && <meta name="twitter:description" content={description} />}
      {preview && <meta name="twitter:image" content={at(preview.path)} />}
      {preview && <meta name="twitter:image:alt" content={preview.alt} />}
    </>
  );
}

/**
 * Data for programs. Browsers do not run a script element of this type, so the policy need not allow it. No text can
 * end the element.
 */
function Data({ of }: { of: object }): VNode {
  const html = JSON.stringify(of).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: html }} />;
}
