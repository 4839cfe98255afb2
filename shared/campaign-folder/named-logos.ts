import type { Logo } from '../campaign/logo.ts';
import { brandingLogo } from './branding.ts';
import { formatKeyPath, type Place } from './mistakes.ts';
import { readRelease } from './release.ts';

/** A picture that a folder names, and where. */
interface NamedLogo {
  picture: string;
  at: Place;
}

/** A drawing, marked if the folder names its picture for the head of pages alone. */
export const withPlace = ({ isHeadOnly: _, ...logo }: Logo, { at }: NamedLogo): Logo => ({
  ...logo,
  ...(at.file === 'campaign.yaml' && { isHeadOnly: true }),
});

/** The pictures that a folder names: in `release.md`, and in `campaign.yaml` as the coalition's own. */
export function namedLogos(files: ReadonlyMap<string, string>): NamedLogo[] {
  const text = files.get('release.md');
  const release = text === undefined ? undefined : readRelease(text);
  const inRelease = (release?.keys?.logos ?? []).map(({ file }, index): NamedLogo => {
    const path = ['logos', index, 'file'];
    const line = release?.front.lineOf(path) ?? 1;
    return { picture: file, at: { file: 'release.md', line, key: formatKeyPath(path) } };
  });
  const own = brandingLogo(files.get('campaign.yaml'));
  if (!own) return inRelease;
  const at = { file: 'campaign.yaml', line: own.line, key: 'branding.logo' };
  return [...inRelease, { picture: own.file, at }];
}
