import * as z from 'zod';
import { inLanguage } from '../shared/campaign/in-language.ts';
import { json, seeOther } from '../shared/http/answer.ts';
import { bodyFields } from '../shared/http/body.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { type Fields, typedTexts } from '../shared/http/form.ts';
import { Problem } from '../shared/http/problem.ts';
import { correctedSignOn } from '../shared/http/shown-sign-on.ts';
import { followSignOnLink, type SignOnLinkDependencies } from '../shared/http/signed-link.ts';
import { type Asked, apiStack, type StackDependencies } from '../shared/http/stack.ts';
import { log } from '../shared/log.ts';
import { newUlid } from '../shared/new-ulid.ts';
import { correctable, readCorrection } from '../shared/sign-on/correction.ts';
import { once, readSecret } from '../shared/store/secrets.ts';
import { openLinks } from '../shared/store/signed-links.ts';
import { type Correcting, type CorrectOutcome, correctSignOn } from '../shared/store/signing/correct.ts';
import { openStore } from '../shared/store/table.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  LINK_KEYS_SECRET: z.string(),
  ADDRESS_KEY_SECRET: z.string(),
});

export interface CorrectDependencies extends StackDependencies, SignOnLinkDependencies {
  correct: (correcting: Correcting) => Promise<CorrectOutcome>;
  newUlid: () => string;
  /** The secret that hashes addresses; asked for only where there is a review. */
  addressKey: () => Promise<string>;
}

/** The owner's correction of what is signed, or waits for the button. A browser goes back to the page, which says what changed. */
const pressCorrect =
  (dependencies: CorrectDependencies) =>
  async (event: Asked & { fields: Fields }): Promise<ApiResponse> => {
    const { standing, signOn, token, now } = await followSignOnLink(event, dependencies);
    const { settings } = standing;
    if (standing.isTakenDown) throw new Problem('closed', { campaign: settings });
    const details = correctable(signOn);
    const gone = signOn.status === 'rejected' ? 'rejected' : 'withdrawn';
    if (!details) throw new Problem('changed', { text: gone, campaign: settings });
    const typed = event.fields;
    const read = readCorrection(typed, signOn, details, settings);
    if (!read.ok) {
      throw new Problem('invalid', {
        campaign: inLanguage(settings, details.language),
        errors: read.errors,
        page: async (errors) => {
          const { correctionPage } = await import('../shared/pages/correction-form.tsx');
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
    if (event.wantsPage) {
      const { savedQuery } = await import('../shared/pages/saved-correction.tsx');
      return seeOther(`/api/sign-ons/${token}${savedQuery(signOn.kind, details, read.details)}`);
    }
    const { slug, id } = signOn;
    const standsNow = (await dependencies.readSignOn({ slug, id, now })) ?? signOn;
    return json(200, correctedSignOn(standsNow, standing, now));
  };

export const newHandler = (dependencies: CorrectDependencies) =>
  apiStack(dependencies).use(bodyFields()).handler(pressCorrect(dependencies));

const { TABLE_NAME, LINK_KEYS_SECRET, ADDRESS_KEY_SECRET } = environment.parse(process.env);

const store = openStore(TABLE_NAME);

export const handler = newHandler({
  ...openLinks(store, LINK_KEYS_SECRET, () => new Date()),
  correct: (correcting) => correctSignOn(store, correcting),
  newUlid,
  addressKey: once(() => readSecret(ADDRESS_KEY_SECRET)),
  log,
});
