import * as z from 'zod';
import { once, readSecret } from '../shared/aws/secrets.ts';
import { inLanguage } from '../shared/campaign/localized-settings.ts';
import { apiStack, type NegotiatedRequest, type StackDependencies } from '../shared/http/api-middleware.ts';
import { ignoreBody } from '../shared/http/body.ts';
import type { ApiEvent, ApiResponse } from '../shared/http/event.ts';
import { htmlResponse, jsonResponse } from '../shared/http/response.ts';
import { resolveLink, type SignOnLinkDependencies } from '../shared/http/signed-link.ts';
import type { Language } from '../shared/i18n/language.ts';
import { log } from '../shared/log.ts';
import { type Invited, readInvited, unsubscribeNonce } from '../shared/operations/inviting/invited.ts';
import {
  mailboxOfContact,
  type PressContact,
  readPressContact,
} from '../shared/operations/mailing/press-contacts.ts';
import {
  type UnsubscribedFrom,
  type Unsubscription,
  unsubscribeMailbox,
} from '../shared/operations/mailing/unsubscribing.ts';
import { ownersLanguage } from '../shared/sign-on/confirmation.ts';
import { mailboxHash } from '../shared/sign-on/ids.ts';
import { signedLinkDependencies } from '../shared/table/signed-link-dependencies.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  LINK_KEYS_SECRET: z.string(),
  ADDRESS_KEY_SECRET: z.string(),
});

export interface UnsubscribeDependencies extends StackDependencies, SignOnLinkDependencies {
  readPressContact: (slug: string, addressHash: string) => Promise<PressContact | undefined>;
  readInvited: (slug: string, id: string) => Promise<Invited | undefined>;
  /** The secret that hashes addresses. */
  addressKey: () => Promise<string>;
  /** Unsubscribes a mailbox, and records it beside the sign-on whose link it was. */
  unsubscribe: (unsubscription: Unsubscription) => Promise<void>;
}

/**
 * The link below every mail to a signer, a journalist or an invited organization. GET shows a page with buttons. POST,
 * by a button or by a mail program (RFC 8058 one-click), stops the mails about this letter; with `?all=yes`, by the
 * page's other button, all mails of this site. The body is not read: a refusal would leave somebody subscribed.
 */
const unsubscribe =
  (dependencies: UnsubscribeDependencies) =>
  async (event: NegotiatedRequest): Promise<ApiResponse> => {
    const { settings, row: recipient, token } = await recipientOf(event, dependencies);
    const from: UnsubscribedFrom = event.queryStringParameters?.all === 'yes' ? 'site' : 'letter';
    const done = event.requestContext.http.method === 'POST' ? from : undefined;
    if (done) {
      const mailboxHash = await recipient.hash();
      await dependencies.unsubscribe({
        mailboxHash,
        slug: settings.slug,
        from,
        signOnId: recipient.signOnId,
      });
    }
    if (!event.prefersHtml)
      return jsonResponse(
        200,
        done ? { status: 'unsubscribed', from } : { campaign: settings.slug, actions: ['unsubscribe'] },
      );
    const { unsubscribePage } = await import('../shared/rendering/pages/unsubscribe-page.tsx');
    const localized = inLanguage(settings, recipient.language ?? settings.language);
    return htmlResponse(200, unsubscribePage({ token, settings: localized, done }));
  };

interface Recipient {
  nonce: string;
  /** A signer's; absent: the campaign's. */
  language?: Language | undefined;
  hash: () => Promise<string>;
  signOnId?: string;
}

const recipientOf = (event: ApiEvent, dependencies: UnsubscribeDependencies) =>
  resolveLink<Recipient>(
    event.pathParameters?.token,
    async ({ purpose, slug, id }) => {
      switch (purpose) {
        case 'sign-on':
        case 'invitation':
          return undefined;
        case 'invited': {
          const invited = await dependencies.readInvited(slug, id);
          const { email } = invited ?? {};
          // Erasing removes the address.
          if (!invited || email === undefined) return undefined;
          return {
            nonce: unsubscribeNonce(invited),
            hash: async () => mailboxHash(await dependencies.addressKey(), email),
          };
        }
        case 'unsubscribe': {
          const signOn = await dependencies.readSignOn({ slug, id, now: dependencies.now() });
          // An emptied row has no address left that could be unsubscribed.
          if (!signOn || signOn.email === '') return undefined;
          return {
            nonce: signOn.nonce,
            signOnId: id,
            language: ownersLanguage(signOn),
            hash: async () => mailboxHash(await dependencies.addressKey(), signOn.email),
          };
        }
        case 'press': {
          const contact = await dependencies.readPressContact(slug, id);
          if (!contact) return undefined;
          return {
            nonce: contact.nonce,
            hash: async () => mailboxOfContact(await dependencies.addressKey(), contact),
          };
        }
      }
    },
    dependencies,
  );

export const newHandler = (dependencies: UnsubscribeDependencies) =>
  apiStack(dependencies).use(ignoreBody()).handler(unsubscribe(dependencies));

const { TABLE_NAME, LINK_KEYS_SECRET, ADDRESS_KEY_SECRET } = environment.parse(process.env);

const store = openStore(TABLE_NAME);

export const handler = newHandler({
  ...signedLinkDependencies(store, LINK_KEYS_SECRET, () => new Date()),
  readPressContact: (slug, hash) => readPressContact(store, slug, hash),
  readInvited: (slug, id) => readInvited(store, slug, id),
  addressKey: once(() => readSecret(ADDRESS_KEY_SECRET)),
  unsubscribe: (unsubscription) => unsubscribeMailbox(store, unsubscription),
  log,
});
