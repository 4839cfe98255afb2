import * as z from 'zod';
import { systemContext } from '../shared/context.ts';
import type { NegotiatedRequest } from '../shared/http/api-middleware.ts';
import { maxFolderBytes, readFields } from '../shared/http/body.ts';
import { type ConsoleContext, sessionOf } from '../shared/http/console/console-request.ts';
import { consoleStack } from '../shared/http/console/console-stack.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { consoleTexts } from '../shared/i18n/console/texts.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({ TABLE_NAME: z.string(), SITE_URL: z.string() });

/** Answers a preview for whoever is signed in. What renders is loaded only then. */
const answer =
  (context: ConsoleContext) =>
  async (event: NegotiatedRequest): Promise<ApiResponse> => {
    const session = await sessionOf(event, context);
    const tooLarge = { words: consoleTexts(event.language).texts.tooLarge };
    const fields = readFields(event, maxFolderBytes, tooLarge);
    const { answerPreview } = await import('../shared/http/console/preview-route.ts');
    return await answerPreview({ ...event, fields, session }, context);
  };

/** The function can write nothing, so a look at a preview does not keep a session alive. */
export const newHandler = (context: ConsoleContext) =>
  consoleStack(context, {
    pagePolicy: async (html) =>
      (await import('../shared/http/console/preview-policy.ts')).previewPolicy(html),
  }).handler(answer({ ...context, isReadOnly: true }));

const { TABLE_NAME, SITE_URL } = environment.parse(process.env);

export const handler = newHandler({ store: openStore(TABLE_NAME), siteUrl: SITE_URL, ...systemContext });
