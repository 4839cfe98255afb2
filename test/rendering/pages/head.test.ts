import { describe, expect, test } from '@jest/globals';
import { inLanguage } from '../../../shared/campaign/localized-settings.ts';
import { homePage } from '../../../shared/rendering/pages/home-page.tsx';
import { letterPage } from '../../../shared/rendering/pages/letter-page.tsx';
import { privacyPage } from '../../../shared/rendering/pages/privacy-page.tsx';
import { releasePage } from '../../../shared/rendering/pages/release-page.tsx';
import { resultPage } from '../../../shared/rendering/pages/result-page.tsx';
import { aCampaign, aView, siteUrl } from '../../support/builders.ts';
import { aSignatoryList } from '../../support/sample-lists.ts';
import { aLetter, aRelease } from '../../support/sample-texts.ts';

const publishedAt = '2026-12-02T15:00:00.000Z';
const translations = { es: { title: 'Carta a la Comisión del Puerto', summary: 'Le pedimos los árboles.' } };
const settings = aCampaign({ translations });
const published = aView({ settings, status: 'published', publishedAt });
const inSpanish = { ...published, settings: inLanguage(settings, 'es') };
const lists = aSignatoryList();

const metaOf = (page: string, name: string): string[] =>
  [...page.matchAll(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`, 'g'))].map(
    ([, content = '']) => content,
  );
const alternatesOf = (page: string): string[][] =>
  [...page.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(
    ([, language = '', href = '']) => [language, href],
  );
const dataOf = (page: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? 'null');

describe('the head of a page', () => {
  test('names the page in every language, and the campaign’s own for everybody else', () => {
    const paths = [
      ['en', `${siteUrl}/harbor-trees/letter/`],
      ['es', `${siteUrl}/harbor-trees/es/letter/`],
      ['fr', `${siteUrl}/harbor-trees/fr/letter/`],
      ['x-default', `${siteUrl}/harbor-trees/letter/`],
    ];
    expect(alternatesOf(letterPage(published, aLetter(), lists))).toEqual(paths);
    const page = letterPage(inSpanish, aLetter({}, 'es'), lists);
    expect(alternatesOf(page)).toEqual(paths);
    expect(page).toContain(`<link rel="canonical" href="${siteUrl}/harbor-trees/es/letter/"/>`);
    expect(metaOf(page, 'og:locale')).toEqual(['es_LA']);
    expect(metaOf(page, 'og:locale:alternate')).toEqual(['en_US', 'fr_CA']);
  });

  test('has title, description and picture for whoever shares it, in the page’s language', () => {
    const page = privacyPage(inSpanish);
    const [title, description] = [
      'Privacidad – Carta a la Comisión del Puerto',
      metaOf(page, 'description')[0],
    ];
    for (const kind of ['og', 'twitter']) {
      expect(metaOf(page, `${kind}:title`)).toEqual([title]);
      expect(metaOf(page, `${kind}:description`)).toEqual([description]);
      expect(metaOf(page, `${kind}:image`)).toEqual([`${siteUrl}/harbor-trees/es/preview.png`]);
      expect(metaOf(page, `${kind}:image:alt`)).toEqual([translations.es.title]);
    }
    expect(metaOf(page, 'og:image:width')).toEqual(['1200']);
    expect(metaOf(page, 'og:image:height')).toEqual(['630']);
    expect(metaOf(page, 'twitter:card')).toEqual(['summary_large_image']);
  });

  test('lets nothing be indexed before publication, nothing ever of a campaign that only a link leads to', () => {
    const hidden = { ...published, settings: aCampaign({ visibility: 'link' }) };
    const robots = (page: string) => metaOf(page, 'robots');
    expect(robots(privacyPage(aView()))).toEqual(['noindex']);
    expect(robots(privacyPage(published))).toEqual([]);
    expect(robots(letterPage(published, aLetter(), lists))).toEqual([]);
    expect(robots(letterPage(hidden, aLetter(), lists))).toEqual(['noindex']);
    expect(robots(releasePage(hidden, aRelease()))).toEqual(['noindex']);
    expect(robots(resultPage(published, 'signed'))).toEqual(['noindex']);
  });

  test('leads to the other language, called by its own name', () => {
    const link = '<a href="/harbor-trees/es/privacy/" hreflang="es" lang="es">Español</a>';
    expect(privacyPage(published)).toContain(link);
    expect(privacyPage(inSpanish)).toContain(
      '<a href="/harbor-trees/privacy/" hreflang="en" lang="en">English</a>',
    );
    expect(homePage({ siteUrl, campaigns: [] })).not.toContain('hreflang');
  });

  test('describes the published release to search engines', () => {
    const release = aRelease({ headline: 'No </script><script>alert(1)</script> & “quotes”' });
    const page = releasePage(published, release);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(dataOf(page)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: release.headline,
      datePublished: publishedAt,
      publisher: { '@type': 'Organization', name: 'Shoreline Coalition' },
      mainEntityOfPage: `${siteUrl}/harbor-trees/release/`,
    });
    expect(dataOf(releasePage(aView(), release))).toBeNull();
  });
});

describe('a page of a campaign in another language', () => {
  test('marks what is not translated as the language that it is in', () => {
    const untranslated = { ...published, settings: inLanguage(aCampaign(), 'es') };
    const page = letterPage(untranslated, aLetter(), lists);
    expect(page).toContain('<html lang="es"');
    expect(page).toContain('<p class="box">La carta no está traducida. Se muestra en inglés.</p>');
    expect(page).toContain('<article class="sheet letter" id="letter" lang="en">');
    expect(page).toContain('<div lang="es"><section class="signatories"');
    expect(page).toContain('<a href="/harbor-trees/es/" lang="en">Letter to the Harbor Commission');
    expect(letterPage(inSpanish, aLetter({}, 'es'), lists)).not.toContain('no está traducida');
  });

  test('has a release in its own language, its contacts too', () => {
    const page = releasePage(inSpanish, aRelease());
    expect(page).toContain('El comunicado de prensa no está traducido. Se muestra en inglés.');
    expect(page).toContain('<article class="sheet release" lang="en">');
    expect(page).toContain('<strong>Contact:</strong>');
  });

  test('links only to pages in its language', () => {
    for (const page of [
      letterPage(inSpanish, aLetter({}, 'es'), lists, { page: 2, pages: 3 }),
      releasePage(inSpanish, aRelease({}, 'es')),
      resultPage(inSpanish, 'signed'),
    ]) {
      const body = page.slice(page.indexOf('<body'));
      const others = [...body.matchAll(/<a href="(\/[^"]*)"(?! hreflang)/g)].map(([, path]) => path);
      expect(others.length).toBeGreaterThan(1);
      for (const path of others) expect(path).toMatch(/^\/harbor-trees\/es\//);
    }
  });
});
