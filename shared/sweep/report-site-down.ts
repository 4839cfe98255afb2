import type { log } from '../log.ts';
import { campaignSlugs } from '../table/campaign-slugs.ts';
import type { Store } from '../table/table.ts';

/** The home page, which is a file of the bucket, and the API's description, which a function answers. */
const paths = ['/', '/api/openapi.json'] as const;

const minutesBetween = 5;

/** How long the site may take. The sweep beside it does not wait for longer. */
const timeout = 5000;

export interface SiteReportDependencies {
  store: Store;
  siteUrl: string;
  now: () => Date;
  log: typeof log;
  request: typeof fetch;
}

/**
 * Every five minutes, asks the site itself for two addresses, as a reader would, through DNS and CloudFront. For each
 * that is not answered with 200 it writes a line, which triggers an alarm. Never throws.
 */
export async function reportSiteDown(dependencies: SiteReportDependencies): Promise<void> {
  if (dependencies.now().getUTCMinutes() % minutesBetween !== 0) return;
  await Promise.all(paths.map((path) => reportPath(dependencies, path)));
}

async function reportPath(
  { store, siteUrl, log, request }: SiteReportDependencies,
  path: (typeof paths)[number],
): Promise<void> {
  const { status, errorCode } = await statusOf(request, `${siteUrl}${path}`);
  if (status === 200) return;
  // The home page is written with the first campaign.
  if (status === 404 && path === '/' && !(await hasCampaigns(store))) return;
  log('warn', 'site does not answer', {
    routeKey: `GET ${path}`,
    ...(status !== undefined && { status }),
    ...(errorCode !== undefined && { errorCode }),
  });
}

async function statusOf(
  request: typeof fetch,
  url: string,
): Promise<{ status?: number; errorCode?: string }> {
  try {
    const { status, body } = await request(url, {
      redirect: 'manual',
      // A connection that is kept would be closed by the other side while the function is frozen.
      headers: { connection: 'close', 'user-agent': 'undersigned-sweep' },
      signal: AbortSignal.timeout(timeout),
    });
    await body?.cancel();
    return { status };
  } catch (error) {
    return { errorCode: codeOf(error) };
  }
}

/** What `fetch` says of a network error is in its cause: `ENOTFOUND`, `CERT_HAS_EXPIRED`. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}

const hasCampaigns = async (store: Store): Promise<boolean> => {
  const slugs = await campaignSlugs(store).catch(() => []);
  return slugs.length > 0;
};
