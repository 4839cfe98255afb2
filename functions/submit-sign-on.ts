import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { openness } from '../shared/campaign/gate.ts';
import { campaignPath, inLanguage } from '../shared/campaign/in-language.ts';
import { letterShown } from '../shared/campaign/letters.ts';
import { languageSchema, slugSchema } from '../shared/campaign/settings.ts';
import { json, seeOther } from '../shared/http/answer.ts';
import { bodyFields } from '../shared/http/body.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { type Fields, typedTexts } from '../shared/http/form.ts';
import { Problem } from '../shared/http/problem.ts';
import { type Asked, apiStack, type StackDependencies } from '../shared/http/stack.ts';
import { log } from '../shared/log.ts';
import { newUlid } from '../shared/new-ulid.ts';
import { signOnId } from '../shared/sign-on/ids.ts';
import { organizationKey } from '../shared/sign-on/organization-key.ts';
import { type AcceptedSubmission, readSubmission } from '../shared/sign-on/submission.ts';
import { once, readSecret } from '../shared/store/secrets.ts';
import { type CampaignSettings, cachedSettings } from '../shared/store/settings.ts';
import { type Submission, submitSignOn } from '../shared/store/submit.ts';
import { openStore } from '../shared/store/table.ts';

const environment = z.object({ TABLE_NAME: z.string(), ADDRESS_KEY_SECRET: z.string() });

export interface SubmitDependencies extends StackDependencies {
  readCampaign: (slug: string) => Promise<CampaignSettings | undefined>;
  /** The secret that hashes addresses. */
  addressKey: () => Promise<string>;
  submit: (submission: Submission) => Promise<unknown>;
  newUlid: () => string;
  newNonce: () => string;
}

/** Takes a sign-on. The same work and the same answer for every address, whatever stands in its row. */
const submit =
  (dependencies: SubmitDependencies) =>
  async (event: Asked & { fields: Fields }): Promise<ApiResponse> => {
    const { now, newUlid, newNonce, addressKey } = dependencies;
    const campaign = await campaignOf(event, dependencies);
    const { slug } = campaign.settings;
    const { kind, email, details: typed } = accepted(event.fields, campaign, dependencies);
    const home = campaignPath(inLanguage(campaign.settings, typed.language));
    const { organizationName } = typed;
    const agreedTo = letterShown(campaign.letters, typed.language, campaign.settings.language);
    const details = { ...typed, ...(agreedTo !== undefined && { agreedTo }) };
    const id = signOnId(await addressKey(), {
      kind,
      email,
      ...(organizationName !== undefined && { organizationKey: organizationKey(organizationName) }),
    });
    await dependencies.submit({ slug, id, kind, email, details, now: now(), newUlid, newNonce });
    if (event.wantsPage) return seeOther(`${home}check-your-inbox/`);
    return json(202, { status: 'check-your-inbox' });
  };

async function campaignOf(event: Asked, { readCampaign }: SubmitDependencies): Promise<CampaignSettings> {
  const slug = slugSchema.safeParse(event.pathParameters?.slug);
  const campaign = slug.success ? await readCampaign(slug.data) : undefined;
  if (!campaign) throw new Problem('not-found', { text: 'no-campaign' });
  return campaign;
}

/** The submission, if the campaign takes it now; else a problem whose page is the form with all that was typed. */
function accepted(
  fields: Fields,
  { settings: own, paused, takenDown }: CampaignSettings,
  { now }: SubmitDependencies,
): AcceptedSubmission {
  const state = takenDown ? 'closed' : openness(own, paused, now());
  const submission = readSubmission(fields, own);
  if (state === 'open' && submission.ok) return submission;
  const settings = inLanguage(own, languageSchema.catch(own.language).parse(fields.language));
  throw new Problem(state === 'open' ? 'invalid' : state, {
    campaign: settings,
    ...(state === 'open' && !submission.ok && { errors: submission.errors }),
    page: async (errors) => {
      const { formPage } = await import('../shared/pages/form-page.tsx');
      return formPage({ settings, openness: state }, { values: typedTexts(fields), errors });
    },
  });
}

export const newHandler = (dependencies: SubmitDependencies) =>
  apiStack(dependencies).use(bodyFields()).handler(submit(dependencies));

const { TABLE_NAME, ADDRESS_KEY_SECRET } = environment.parse(process.env);

const now = () => new Date();
const store = openStore(TABLE_NAME);

export const handler = newHandler({
  readCampaign: cachedSettings(store, now),
  addressKey: once(() => readSecret(ADDRESS_KEY_SECRET)),
  submit: (submission) => submitSignOn(store, submission),
  newUlid,
  newNonce: () => randomBytes(16).toString('base64url'),
  now,
  log,
});
