import { describe, expect, test } from '@jest/globals';
import { letterPage } from '../../../shared/rendering/pages/letter-page.tsx';
import { releasePage } from '../../../shared/rendering/pages/release-page.tsx';
import { resultPage } from '../../../shared/rendering/pages/result-page.tsx';
import { aView, siteUrl } from '../../support/builders.ts';
import { aSignatoryList } from '../../support/sample-lists.ts';
import { aLetter, aRelease } from '../../support/sample-texts.ts';

const view = aView({ status: 'published' });
const subject = 'Trees & “shade”? 50% = #1\u2026';
const address = `${siteUrl}/harbor-trees/letter/`;
const page = letterPage(view, aLetter({ subject }), aSignatoryList());
const hrefs = [...page.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
const linkTo = (start: string): URL => new URL(hrefs.find((href) => href.startsWith(start)) ?? '');

describe('whoever reads letter or release', () => {
  test('can pass it on by mail, with its title and address', () => {
    const { searchParams } = linkTo('mailto:');
    expect(searchParams.get('subject')).toBe(subject);
    expect(searchParams.get('body')).toBe(`${subject}\r\n\r\n${address}\r\n`);
    expect(hrefs.find((href) => href.startsWith('mailto:?'))).not.toContain('+');
  });

  test('can pass it on where they are, by a plain link that tells nobody anything before it is pressed', () => {
    expect(linkTo('https://wa.me/').searchParams.get('text')).toBe(`${subject} ${address}`);
    expect(linkTo('https://bsky.app/').searchParams.get('text')).toBe(`${subject} ${address}`);
    expect(linkTo('https://www.facebook.com/').searchParams.get('u')).toBe(address);
    for (const [link] of page.matchAll(/<a href="https:\/\/(?:wa|bsky|www\.f)[^>]*>/g))
      expect(link).toContain('rel="noopener nofollow"');
    expect(page).not.toMatch(/<script|<img|<iframe/);
  });

  test('can copy it as text', () => {
    expect(hrefs).toContain('/harbor-trees/letter.txt');
    const release = releasePage(view, aRelease());
    expect(release).toContain('href="/harbor-trees/release.txt"');
    expect(release).toContain(encodeURIComponent(`${siteUrl}/harbor-trees/release/`));
  });

  test('who has just signed can pass on the letter’s own page', () => {
    expect(resultPage(view, 'signed')).toContain(encodeURIComponent(`${siteUrl}/harbor-trees/`));
    expect(resultPage(view, 'withdrawn')).not.toContain('wa.me');
  });
});
