import * as z from 'zod';
import { once, readSecret } from '../shared/aws/secrets.ts';
import {
  campaignPath,
  inLanguage,
  type LocalizedSettings,
  shownQuestions,
} from '../shared/campaign/localized-settings.ts';
import { type Settings, slugSchema } from '../shared/campaign/settings.ts';
import { openness } from '../shared/campaign/status.ts';
import { type Context, systemContext } from '../shared/context.ts';
import { apiStack, type NegotiatedRequest, type StackDependencies } from '../shared/http/api-middleware.ts';
import { parseBody } from '../shared/http/body.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { type Fields, isForm, typedTexts } from '../shared/http/form.ts';
import { networkOf, siteOfNetwork } from '../shared/http/network.ts';
import { isPreflight, openToAllSites, preflightResponse } from '../shared/http/open-to-all-sites.ts';
import { Problem } from '../shared/http/problem.ts';
import { jsonResponse, seeOther } from '../shared/http/response.ts';
import { takenDownProblem } from '../shared/http/taken-down-problem.ts';
import { languageSchema } from '../shared/i18n/language.ts';
import { errorFields } from '../shared/log.ts';
import { dailySalt } from '../shared/operations/signing/network-salt.ts';
import { type Submission, submitSignOn } from '../shared/operations/signing/submit.ts';
import { organizationKey } from '../shared/organization/key.ts';
import { agreedDetails } from '../shared/sign-on/agreed-details.ts';
import { checkedField } from '../shared/sign-on/checked-field.ts';
import { dailyNetworkHash, mailNetworkMark, signOnId } from '../shared/sign-on/ids.ts';
import { readNewSubmission, typoQuestion } from '../shared/sign-on/new-submission.ts';
import { hasReview } from '../shared/sign-on/review.ts';
import type { AcceptedSubmission } from '../shared/sign-on/submission.ts';
import { type FormSuspicion, readTrapFields } from '../shared/sign-on/trap-fields.ts';
import { type Admission, newNetworkLimiter, takeTokens } from '../shared/table/network-limit.ts';
import { type CampaignSettings, cachedSettings } from '../shared/table/settings.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  ADDRESS_KEY_SECRET: z.string(),
  EDGE_KEY: z.string(),
  NETWORK_FREE: z.coerce.number(),
  NETWORK_BURST: z.coerce.number(),
  NETWORK_PER_HOUR: z.coerce.number(),
  HURRIED_SECONDS: z.coerce.number(),
});

export interface SubmitDependencies extends StackDependencies, Pick<Context, 'newUlid' | 'newNonce'> {
  readCampaign: (slug: string) => Promise<CampaignSettings | undefined>;
  /** The secret that hashes addresses. */
  addressKey: () => Promise<string>;
  /** The salt for today's marks of networks. */
  networkSalt: () => Promise<string>;
  /** Whether one more submission may come from a network. */
  admit: (network: string) => Promise<Admission>;
  submit: (submission: Submission) => Promise<unknown>;
  edgeKey: string;
  hurriedSeconds: number;
}

/** Accepts a sign-on. The work and the answer are the same for every address, whatever its row says. */
const submit =
  (dependencies: SubmitDependencies) =>
  async (event: NegotiatedRequest & { fields: Fields }): Promise<ApiResponse> => {
    if (isPreflight(event)) return preflightResponse;
    const { now, newUlid, newNonce, addressKey } = dependencies;
    const campaign = await campaignOf(event, dependencies);
    const { slug } = campaign.settings;
    const { fields, suspicions, checked } = readFields(event, dependencies);
    const browser = isForm(event) && event.prefersHtml ? { checked } : undefined;
    const { kind, email, details: typed, letter } = accepted(fields, campaign, dependencies, browser);
    const network = networkOf(event, dependencies.edgeKey);
    await admitted(network, fields, campaign, dependencies);
    const home = campaignPath(inLanguage(campaign.settings, typed.language));
    const { organizationName } = typed;
    const { showSignatories } = campaign.settings;
    const details = {
      ...agreedDetails(typed, campaign, { now: now(), letter }),
      // What the form says now: its page and the signer's own say when a name is listed.
      ...(showSignatories && { showSignatories }),
    };
    const id = signOnId(await addressKey(), {
      kind,
      email,
      ...(organizationName !== undefined && { organizationKey: organizationKey(organizationName) }),
    });
    await dependencies.submit({
      slug,
      id,
      kind,
      email,
      details,
      suspicions,
      network: await markOf(network, campaign.settings, dependencies),
      mailNetwork: mailNetworkMark(await addressKey(), siteOfNetwork(network)),
      now: now(),
      newUlid,
      newNonce,
    });
    if (event.prefersHtml) return seeOther(`${home}check-your-inbox/`);
    return jsonResponse(202, { status: 'check-your-inbox' });
  };

/**
 * What was typed, and what only a form has beside it: traps, the page that it stands on, and the address about which
 * its sender was asked already. In JSON those are unknown fields.
 */
function readFields(
  event: NegotiatedRequest & { fields: Fields },
  { hurriedSeconds }: SubmitDependencies,
): { fields: Fields; suspicions: FormSuspicion[]; checked?: unknown } {
  if (!isForm(event)) return { fields: event.fields, suspicions: [] };
  const { answers, suspicions } = readTrapFields(event.fields, hurriedSeconds);
  const { [checkedField]: checked, ...fields } = withSourceOfPage(answers, event);
  return { fields, suspicions, checked };
}

/**
 * The form's answers with the `?source=` of the page that it stands on, unless it says a source itself. A browser names
 * that page to its own site (`Referer`), so the form, which is one file for everybody, needs no script for it.
 */
function withSourceOfPage(answers: Fields, { headers }: NegotiatedRequest): Fields {
  const { source } = answers;
  if (source !== undefined && source !== '') return answers;
  const page = URL.parse(headers.referer ?? '');
  const ofPage = page?.searchParams.get('source') ?? undefined;
  return ofPage === undefined ? answers : { ...answers, source: ofPage };
}

async function campaignOf(
  event: NegotiatedRequest,
  { readCampaign }: SubmitDependencies,
): Promise<CampaignSettings> {
  const slug = slugSchema.safeParse(event.pathParameters?.slug);
  const campaign = slug.success ? await readCampaign(slug.data) : undefined;
  if (!campaign) throw new Problem('not-found', { text: 'no-campaign' });
  return campaign;
}

/** The settings in the language of the form, or in the campaign's own. */
const asTyped = (own: Settings, { language }: Fields): LocalizedSettings =>
  inLanguage(own, languageSchema.catch(own.language).parse(language));

/** The submission, if the campaign takes it now; else a problem whose page is the form with all that was typed. */
function accepted(
  fields: Fields,
  { settings: own, paused, takenDown }: CampaignSettings,
  { now }: SubmitDependencies,
  browser?: { checked: unknown },
): AcceptedSubmission {
  if (takenDown) throw takenDownProblem(asTyped(own, fields));
  const state = openness(own, paused, now());
  const read = readNewSubmission(fields, own);
  // A program is never asked: it could not answer.
  const question = browser && read.ok ? typoQuestion(read.email, browser.checked) : undefined;
  const submission = question ? { ok: false as const, errors: [question] } : read;
  if (state === 'open' && submission.ok) return submission;
  const settings = asTyped(own, fields);
  throw new Problem(state === 'open' ? 'invalid' : state, {
    campaign: settings,
    ...(state === 'open' && !submission.ok && { errors: submission.errors }),
    questions: shownQuestions(settings),
    page: async (errors) => {
      const { formPage } = await import('../shared/rendering/pages/form-page.tsx');
      const asked = question && read.ok ? read.email : '';
      return formPage(
        { settings, openness: state },
        { values: { ...typedTexts(fields), [checkedField]: asked }, errors },
      );
    },
  });
}

/**
 * Refuses what is too much from one network, after it is known to be a submission that would be stored, so that
 * nobody's mistakes count. It does not depend on what was typed.
 */
async function admitted(
  network: string,
  fields: Fields,
  { settings: own }: CampaignSettings,
  { admit }: SubmitDependencies,
): Promise<void> {
  const admission = await admit(network);
  if (admission.ok) return;
  const settings = asTyped(own, fields);
  throw new Problem('too-many', {
    campaign: settings,
    retryAfterSeconds: admission.retryAfterSeconds,
    page: async () => {
      const { formPage } = await import('../shared/rendering/pages/form-page.tsx');
      const values = typedTexts(fields);
      return formPage({ settings, openness: 'open' }, { values, errors: [], notice: 'too-many' });
    },
  });
}

/**
 * The mark by which an organizer sees that many came from one network. Without a review nothing is stored. It is
 * evidence: if it cannot be made, the sign-on is stored without it.
 */
async function markOf(
  network: string,
  settings: Settings,
  { addressKey, networkSalt, log }: SubmitDependencies,
): Promise<string | undefined> {
  if (!hasReview(settings)) return undefined;
  const { slug } = settings;
  try {
    return dailyNetworkHash(await addressKey(), { salt: await networkSalt(), slug, network });
  } catch (error) {
    log('warn', 'network not marked', { slug, ...errorFields(error) });
    return undefined;
  }
}

export const newHandler = (dependencies: SubmitDependencies) =>
  apiStack(dependencies, { more: openToAllSites }).use(parseBody()).handler(submit(dependencies));

const { TABLE_NAME, ADDRESS_KEY_SECRET, EDGE_KEY, HURRIED_SECONDS, ...limit } = environment.parse(
  process.env,
);

const { now } = systemContext;
const store = openStore(TABLE_NAME);
const addressKey = once(() => readSecret(ADDRESS_KEY_SECRET));
const limits = { free: limit.NETWORK_FREE, burst: limit.NETWORK_BURST, perHour: limit.NETWORK_PER_HOUR };

export const handler = newHandler({
  readCampaign: cachedSettings(store, now),
  addressKey,
  networkSalt: dailySalt(store, now),
  admit: newNetworkLimiter(limits, {
    take: async (network, tokens, at) =>
      takeTokens(store, await addressKey(), { network, tokens, limits, now: at }),
    now,
  }),
  edgeKey: EDGE_KEY,
  hurriedSeconds: HURRIED_SECONDS,
  submit: (submission) => submitSignOn(store, submission),
  ...systemContext,
});
