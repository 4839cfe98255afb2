import { isSameImage, type Logo } from '../../campaign/logo.ts';

/** A logo's file and its change. Its words and its link are in the release. */
export interface LogoChange {
  file: string;
  change: 'new' | 'changed' | 'gone';
}

/** What a folder changes about the logos of its release. */
export function logoChanges(was: readonly Logo[] = [], is: readonly Logo[] = []): LogoChange[] {
  const named = (logos: readonly Logo[], { file }: Logo) => logos.find((logo) => logo.file === file);
  return [
    ...was.filter((logo) => !named(is, logo)).map(({ file }): LogoChange => ({ file, change: 'gone' })),
    ...is.flatMap((logo): LogoChange[] => {
      const before = named(was, logo);
      if (before && isSameImage(before, logo)) return [];
      return [{ file: logo.file, change: before ? 'changed' : 'new' }];
    }),
  ];
}
