import type { Files } from '../aws/files/files.ts';
import type { Context } from '../context.ts';
import type { Store } from '../table/table.ts';
import type { ArtifactRenderer } from './artifacts.ts';

/** What the site job needs from outside. */
export interface SiteDependencies extends Pick<Context, 'now' | 'newUlid'> {
  store: Store;
  siteFiles: Files;
  privateFiles: Files;
  renderer: ArtifactRenderer;
  /** Invalidates these paths at the edge (`/slug/*`). */
  invalidate: (paths: string[]) => Promise<void>;
  /** Queues the site job for this campaign again, after a delay. */
  requeue: (slug: string, delaySeconds: number) => Promise<void>;
  siteUrl: string;
  /** Names on one page of a list. Absent: as interfaces promise. */
  namesPerPage?: number;
}
