import { isSameImage, type Logo } from '../../campaign/logo.ts';

/** A logo's file and its change. Its words and its link are in the release. */
export interface LogoChange {
  file: string;
  change: 'new' | 'changed' | 'gone';
  /** Whether the release shows it. The coalition's own at the head of pages can change after publication, too. */
  isInRelease: boolean;
}

/** What a folder changes about its logos. */
export function logoChanges(was: readonly Logo[] = [], is: readonly Logo[] = []): LogoChange[] {
  const named = (logos: readonly Logo[], { file }: Logo) => logos.find((logo) => logo.file === file);
  return [
    ...was
      .filter((logo) => !named(is, logo))
      .map(({ file, isHeadOnly }): LogoChange => ({ file, change: 'gone', isInRelease: !isHeadOnly })),
    ...is.flatMap((logo): LogoChange[] => {
      const before = named(was, logo);
      if (before && isSameImage(before, logo)) return [];
      const isInRelease = !logo.isHeadOnly || (before !== undefined && !before.isHeadOnly);
      return [{ file: logo.file, change: before ? 'changed' : 'new', isInRelease }];
    }),
  ];
}
