import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { inLanguage, shownQuestions } from '../../shared/campaign/localized-settings.ts';
import { readCampaign } from '../../shared/campaign-folder/read-campaign.ts';
import { renderRelease } from '../../shared/campaign-folder/release.ts';
import { releaseText } from '../../shared/rendering/document/plain-text.ts';
import { textFacts } from '../../shared/rendering/document/text-facts.ts';
import { aCampaign } from '../support/builders.ts';

const folder = 'campaigns/harbor-trees';
const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
const { campaign, mistakes } = readCampaign(files, 'harbor-trees');

describe('The sample campaign', () => {
  test('has no mistakes, no date that expires, and a threshold of 170 organizations', () => {
    expect(mistakes).toEqual([]);
    expect(campaign?.settings).not.toHaveProperty('opensAt');
    expect(campaign?.settings).not.toHaveProperty('closesAt');
    expect(campaign?.gate).toMatchObject({ thresholdOrganizations: 170, quotesApproved: 'yes' });
    expect(campaign?.press.length).toBeGreaterThan(1);
  });

  test('shows what an organizer can use, in English and in Spanish', () => {
    expect(campaign?.settings).toMatchObject({
      showSignatories: 'always',
      questions: [{ id: 'help' }],
      newsletter: expect.stringContaining('Shoreline Coalition'),
      thanks: { link: { url: expect.stringMatching(/^https:/) } },
      branding: { color: '#0f5b52' },
    });
    expect(campaign?.texts.map(({ language }) => language)).toEqual(['en', 'es']);
    const spanish = inLanguage(campaign?.settings ?? aCampaign(), 'es');
    const { title, summary, attestation, newsletter, thanks } = spanish;
    const questions = shownQuestions(spanish).map(({ label, options }) => [
      label,
      ...options.map((option) => option.label),
    ]);
    const translated = JSON.stringify({ title, summary, attestation, questions, newsletter, thanks });
    expect(translated).not.toMatch(/\b(the|your|letter)\b/i);
  });

  test('has a release with the anatomy of a real one', () => {
    if (!campaign) throw new Error('no campaign');
    const { settings, gate, texts } = campaign;
    const facts = textFacts(settings, gate, 'https://letters.example.org', {
      organizations: 171,
      individuals: 0,
      publishedAt: '2026-12-02T15:00:00.000Z',
    });
    const release = renderRelease(texts[0]?.release ?? '', facts);
    expect(release.contacts).toHaveLength(2);
    expect(release.quotes).toHaveLength(6);
    expect(release.quotes.filter(({ lead }) => lead)).toHaveLength(1);
    expect(release.about).toHaveLength(2);
    const text = releaseText(release);
    const inOrder = [
      'FOR IMMEDIATE RELEASE',
      'Contact:',
      'December 2, 2026',
      '171 Organizations Urge Harbor Commission',
      'Harbor City, N.Y. – Today, 171 organizations sent a letter (https://letters.example.org/harbor-trees/letter/)',
      'has been signed on to by over 170 organizations from across the country',
      'said Ana Ruiz, Director of Harbor Families in Harbor City.',
      'The Shoreline Coalition (SC) is',
    ];
    const places = inOrder.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places[0]).toBe(0);
    expect(text).toMatch(/\n###\n$/);
    expect(text).not.toMatch(/[{}]|undefined/);
  });
});

describe('The examples in docs/campaign.md', () => {
  test('have no mistakes', () => {
    const examples = [...readFileSync('docs/campaign.md', 'utf8').matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(
      ([, text = '']) => text,
    );
    const beginning = (words: string) => examples.find((text) => text.startsWith(words)) ?? '';
    const documented = new Map([
      ['campaign.yaml', beginning('format: 1')],
      ['letter.md', beginning('---\nrecipient')],
      ['release.md', beginning('---\nbanner')],
      ['press-list.csv', beginning('email,name')],
    ]);
    expect(readCampaign(documented, 'harbor-trees').mistakes).toEqual([]);
  });
});
