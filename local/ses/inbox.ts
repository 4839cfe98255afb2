import type { IncomingMessage, ServerResponse } from 'node:http';
import { attachmentOf, emailSchema } from './email.ts';
import { inboxPage, mailsPerPage } from './inbox-page.ts';
import type { MailStore, MailSummary } from './mail-store.ts';

/** Only the inbox's own script runs on its pages. The HTML of an email runs no script. */
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'";
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data: https: http:; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/**
 * Answers the inbox's pages. `/` and `/mails/<id>` show emails as people see them; `?q=` filters them by words.
 * `/mails/<id>/html` is the HTML part for the frame, `/mails/<id>/attachments/<n>` an attachment, `/count` the number
 * of emails.
 */
export async function answerInbox(
  request: IncomingMessage,
  response: ServerResponse,
  store: MailStore,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://inbox');
  const send = (type: string, content: string | Buffer, policy = pagePolicy): void => {
    response.writeHead(200, {
      'content-type': type,
      'content-security-policy': policy,
      'cache-control': 'no-store',
    });
    response.end(content);
  };
  const notFound = (): void => {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('There is no such mail or page. The inbox is at /.\n');
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return notFound();
  if (url.pathname === '/count') return send('text/plain', String(store.summaries().length));

  const [, kind, id = '', part, index] = url.pathname.split('/');
  const json = kind === 'mails' ? store.json(id) : undefined;
  if (url.pathname !== '/' && !json) return notFound();
  const parsed: unknown = json && JSON.parse(json.toString());
  const mail = json ? emailSchema.parse(parsed) : undefined;

  if (part === 'html' && mail) {
    // Links open outside of the frame, because a page to confirm on needs its own tab.
    return send('text/html; charset=utf-8', `<base target="_blank">${mail.html}`, mailPolicy);
  }
  if (part === 'attachments' && mail) {
    const attachment = await attachmentOf(store.raw(id) ?? Buffer.alloc(0), Number(index));
    if (!attachment) return notFound();
    response.setHeader(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`,
    );
    return send(attachment.contentType, attachment.content, mailPolicy);
  }
  if (part !== undefined) return notFound();
  const all = store.summaries();
  const query = url.searchParams.get('q')?.trim() ?? '';
  const newestFirst = all.filter(found(query)).reverse();
  const position = mail
    ? Math.max(
        0,
        newestFirst.findIndex((summary) => summary.id === mail.id),
      )
    : 0;
  const asked = Number(url.searchParams.get('page') ?? 0) || Math.floor(position / mailsPerPage) + 1;
  const inbox = { mails: newestFirst, total: all.length, page: asked, query, ...(mail && { mail }) };
  send('text/html; charset=utf-8', inboxPage(inbox));
}

/** Whether the addresses or the subject of an email contain every word of a search. */
const found = (query: string): ((summary: MailSummary) => boolean) => {
  const words = query.toLowerCase().split(/\s+/);
  return ({ from, recipients, subject }) => {
    const text = [from, ...recipients, subject].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
};
