import type { Files } from '../aws/files/files.ts';
import type { Context } from '../context.ts';
import type { Store } from '../table/table.ts';
import type { ArtifactRenderer } from './artifacts.ts';

/** What the site job needs of the outside. */
export interface SiteDependencies extends Pick<Context, 'now' | 'newUlid'> {
  store: Store;
  siteFiles: Files;
  privateFiles: Files;
  renderer: ArtifactRenderer;
  /** Makes the edge forget these paths (`/slug/*`). */
  invalidate: (paths: string[]) => Promise<void>;
  /** Calls the site job again for this campaign, after a while. */
  requeue: (slug: string, delaySeconds: number) => Promise<void>;
  siteUrl: string;
}
