import * as z from 'zod';
import { once, readSecret } from '../shared/aws/secrets.ts';
import { inLanguage, shownQuestions } from '../shared/campaign/localized-settings.ts';
import { systemContext } from '../shared/context.ts';
import { apiStack, type NegotiatedRequest, type StackDependencies } from '../shared/http/api-middleware.ts';
import { parseBody } from '../shared/http/body.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { type Fields, typedTexts } from '../shared/http/form.ts';
import { Problem } from '../shared/http/problem.ts';
import { jsonResponse, seeOther } from '../shared/http/response.ts';
import { correctedSignOnResponse } from '../shared/http/shown-sign-on.ts';
import { resolveSignOnLink, type SignOnLinkDependencies } from '../shared/http/signed-link.ts';
import { takenDownProblem } from '../shared/http/taken-down-problem.ts';
import {
  type CorrectSignOnInput,
  type CorrectSignOnOutcome,
  correctSignOn,
} from '../shared/operations/signing/correct.ts';
import { correctableDetails, readCorrection } from '../shared/sign-on/correction.ts';
import { signedLinkDependencies } from '../shared/table/signed-link-dependencies.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  LINK_KEYS_SECRET: z.string(),
  ADDRESS_KEY_SECRET: z.string(),
});

export interface CorrectDependencies extends StackDependencies, SignOnLinkDependencies {
  correct: (correcting: CorrectSignOnInput) => Promise<CorrectSignOnOutcome>;
  newUlid: () => string;
  /** The secret that hashes addresses. Read only if there is a review. */
  addressKey: () => Promise<string>;
}

/**
 * The owner's correction of what is signed, or waits for the button. A browser goes back to the page, which says what
 * changed.
 */
const pressCorrect =
  (dependencies: CorrectDependencies) =>
  async (event: NegotiatedRequest & { fields: Fields }): Promise<ApiResponse> => {
    const { campaign, signOn, token, now } = await resolveSignOnLink(event, dependencies);
    const { settings } = campaign;
    if (campaign.isTakenDown) throw takenDownProblem(settings);
    const details = correctableDetails(signOn);
    const gone = signOn.status === 'rejected' ? 'rejected' : 'withdrawn';
    if (!details) throw new Problem('changed', { text: gone, campaign: settings });
    const typed = event.fields;
    const read = readCorrection(typed, signOn, details, { ...settings, now });
    if (!read.ok) {
      throw new Problem('invalid', {
        campaign: inLanguage(settings, details.language),
        questions: shownQuestions(inLanguage(settings, details.language)),
        errors: read.errors,
        page: async (errors) => {
          const { correctionPage } = await import('../shared/rendering/pages/correction-form.tsx');
          return correctionPage({
            settings: inLanguage(settings, details.language),
            kind: signOn.kind,
            token,
            values: typedTexts(typed),
            errors,
          });
        },
      });
    }
    const { correct, newUlid, addressKey } = dependencies;
    const outcome = await correct({ settings, signOn, typed, now, newUlid, addressKey });
    if (outcome === 'changed' || outcome === 'nothing-to-correct')
      throw new Problem('changed', { campaign: settings });
    if (event.prefersHtml) {
      const { savedQuery } = await import('../shared/rendering/pages/saved-correction.tsx');
      return seeOther(`/api/sign-ons/${token}${savedQuery(signOn.kind, details, read.details, settings)}`);
    }
    const { slug, id } = signOn;
    const standsNow = (await dependencies.readSignOn({ slug, id, now })) ?? signOn;
    return jsonResponse(200, correctedSignOnResponse(standsNow, campaign, now));
  };

export const newHandler = (dependencies: CorrectDependencies) =>
  apiStack(dependencies).use(parseBody()).handler(pressCorrect(dependencies));

const { TABLE_NAME, LINK_KEYS_SECRET, ADDRESS_KEY_SECRET } = environment.parse(process.env);

const store = openStore(TABLE_NAME);

export const handler = newHandler({
  ...signedLinkDependencies(store, LINK_KEYS_SECRET, () => new Date()),
  correct: (correcting) => correctSignOn(store, correcting),
  ...systemContext,
  addressKey: once(() => readSecret(ADDRESS_KEY_SECRET)),
});
