import { describe, expect, test } from '@jest/globals';
import { brandingLogo } from '../../shared/campaign-folder/branding.ts';
import { keepLogos } from '../../shared/campaign-folder/keep-logos.ts';
import { readCampaign } from '../../shared/campaign-folder/read-campaign.ts';
import { readLogos } from '../../shared/campaign-folder/read-logos.ts';
import { folderFiles } from '../../shared/campaign-folder/write-folder.ts';
import { circle, svg } from '../rendering/logo/pictures.ts';
import { aCampaignYaml, aFolder, inEnglish } from './a-folder.ts';

const withBranding = (branding: string) =>
  aFolder({ 'campaign.yaml': `${aCampaignYaml}branding: ${branding}\n` });

const withLogo = (release: string) =>
  release.replace('quotes:', 'logos: [{ file: logo.svg, alt: Shoreline }]\nquotes:');

async function read(branding: string, picture = svg(circle)) {
  const files = new Map([...withBranding(branding), ['logo.svg', '']]);
  const logos = await readLogos(files, async (file) => (file === 'logo.svg' ? picture : undefined));
  return inEnglish(readCampaign(files, 'harbor-trees', logos));
}

describe('branding of campaign.yaml', () => {
  test('is the logo as it is drawn, and the color', async () => {
    const { campaign, mistakes, warnings } = await read('{ logo: logo.svg, color: "#1A4F7A" }');
    expect(mistakes).toEqual([]);
    expect(warnings.filter((warning) => warning.includes('logo.svg'))).toEqual([]);
    expect(campaign?.settings.branding).toEqual({
      color: '#1a4f7a',
      logo: {
        file: 'logo.svg',
        name: expect.stringMatching(/^[0-9a-f]{20}\.png$/),
        width: expect.any(Number),
        height: expect.any(Number),
        tone: 'too-dark',
      },
    });
    expect(campaign?.logos).toMatchObject([{ file: 'logo.svg', isHeadOnly: true }]);
  });

  test('marks a picture as the head’s alone unless the release shows it, too', async () => {
    const own = withBranding('{ logo: logo.svg }');
    const release = own.get('release.md') ?? '';
    const shared = new Map(own).set('release.md', withLogo(release));
    const drawn = await readLogos(own, async () => svg(circle));
    const marks = [own, shared].map((files) =>
      keepLogos(files, drawn.logos).logos.map(({ isHeadOnly = false }) => isHeadOnly),
    );
    expect(marks).toEqual([[true], [false]]);
  });

  test('comes back as it was written when a folder is pulled', async () => {
    const { campaign } = await read('{ logo: logo.svg, color: "#1a4f7a" }');
    if (!campaign) throw new Error('not read');
    const [own] = campaign.texts;
    const yaml = folderFiles({ ...campaign, ...own, source: undefined, translations: [] }).get(
      'campaign.yaml',
    );
    expect(yaml).toMatch(/branding:\n {2}logo: logo\.svg\n {2}color: "#1a4f7a"/);
  });

  test.each([
    [
      '{ color: "#ffcc00" }',
      'branding.color',
      /^branding\.color is too light to be read: #ffcc00 has a contrast of 1\.5 to 1/,
      /^Write color: "#[0-9a-f]{6}", the nearest color/,
    ],
    ['{ color: "#abc" }', 'branding.color', /#aabbcc has a contrast of 2\.0/, /nearest/],
    [
      '{ color: blue }',
      'branding.color',
      /is not a color of six hexadecimal digits: “blue”/,
      /color: "#1a4f7a"/,
    ],
    ['\n  color: #1a4f7a', 'branding.color', /branding\.color/, /with quotation marks/],
    [
      '{ logo: ../logo.svg }',
      'branding.logo',
      /is not the name of a file/,
      /write only its name: logo: logo\.svg/,
    ],
    ['{ logo: other.svg }', 'branding.logo', /^other\.svg is not in the folder/, /Put the picture/],
    ['{ }', 'branding', /neither a logo nor a color/, /branding: \{ logo: logo\.svg/],
    ['{ colour: "#1a4f7a" }', 'branding.colour', /Unknown key/, /Did you mean color/],
  ])('%s is a mistake with its key and its cure', async (branding, key, message, cure) => {
    const { mistakes } = await read(branding);
    expect(mistakes[0]).toMatchObject({ file: 'campaign.yaml', key, line: expect.any(Number) });
    expect(mistakes[0]?.message).toMatch(message);
    expect(mistakes[0]?.cure).toMatch(cure);
  });

  test('names a color that is no mistake itself', async () => {
    const { mistakes } = await read('{ color: "#ffcc00" }');
    const [, nearest] = /color: ("#[0-9a-f]{6}")/.exec(mistakes[0]?.cure ?? '') ?? [];
    expect((await read(`{ color: ${nearest} }`)).mistakes).toEqual([]);
  });

  test('cannot be a white logo without a background of its own', async () => {
    const { mistakes } = await read('{ logo: logo.svg }', svg(circle.replace('#14477a', '#ffffff')));
    expect(mistakes[0]?.message).toMatch(/^logo\.svg is white and has no background of its own/);
  });

  test('is found on its line, however wrong the rest of the file is', () => {
    expect(brandingLogo('slug: 1\nbranding:\n  logo: mark.png\n  color: 7\n')).toEqual({
      file: 'mark.png',
      line: 3,
    });
    expect(brandingLogo('branding: 7')).toBeUndefined();
    expect(brandingLogo(undefined)).toBeUndefined();
  });
});
