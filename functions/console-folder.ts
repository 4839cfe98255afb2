import * as z from 'zod';
import { once, readSecret } from '../shared/aws/secrets.ts';
import { systemContext } from '../shared/context.ts';
import type { NegotiatedRequest } from '../shared/http/api-middleware.ts';
import { maxFolderBytes, readUpload } from '../shared/http/body.ts';
import { sessionOf } from '../shared/http/console/console-request.ts';
import { consoleStack } from '../shared/http/console/console-stack.ts';
import type { FolderContext } from '../shared/http/console/folder-request.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { consoleTexts } from '../shared/i18n/console/texts.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  SITE_URL: z.string(),
  ADDRESS_KEY_SECRET: z.string(),
  SENDER_DOMAINS: z.string().transform((list) => list.split(',').filter((domain) => domain !== '')),
});

/**
 * Answers a route about a campaign's files for whoever is signed in. What reads and renders files is loaded only then:
 * it is most of the function.
 */
const answer =
  (context: FolderContext) =>
  async (event: NegotiatedRequest): Promise<ApiResponse> => {
    const session = await sessionOf(event, context);
    const tooLarge = { words: consoleTexts(event.language).texts.tooLarge };
    const fields = await readUpload(event, maxFolderBytes, tooLarge);
    const { answerFolderRoute } = await import('../shared/http/console/folder-router.ts');
    return await answerFolderRoute({ ...event, fields, session }, context);
  };

export const newHandler = (context: FolderContext) => consoleStack(context).handler(answer(context));

const { TABLE_NAME, SITE_URL, ADDRESS_KEY_SECRET, SENDER_DOMAINS } = environment.parse(process.env);

export const handler = newHandler({
  store: openStore(TABLE_NAME),
  siteUrl: SITE_URL,
  addressKey: once(() => readSecret(ADDRESS_KEY_SECRET)),
  senderDomains: SENDER_DOMAINS,
  ...systemContext,
});
