import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import * as z from 'zod';

/** An email as it is stored and as `GET /store` returns it: bare addresses, header names in lower case. */
export const emailSchema = z.object({
  id: z.string(),
  at: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  replyTo: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()),
  attachments: z.array(z.object({ filename: z.string(), contentType: z.string(), size: z.number() })),
});

export type Email = z.infer<typeof emailSchema>;

/** The message id and time that SES gives to an email when it accepts it. */
export interface AcceptedMail {
  id: string;
  at: string;
}

const bareAddress = (address: string): string => /<([^<>]*)>\s*$/.exec(address)?.[1] ?? address.trim();

/** Parses a raw message. A destination that is neither in To nor in Cc is a blind copy. */
export async function parseRaw(raw: Buffer, destinations: string[], accepted: AcceptedMail): Promise<Email> {
  const mail = await parse(raw);
  const to = addressesOf(mail.to);
  const cc = addressesOf(mail.cc);
  const blind = [...addressesOf(mail.bcc), ...destinations.map(bareAddress)];
  return {
    ...accepted,
    from: addressesOf(mail.from)[0] ?? '',
    to,
    cc,
    bcc: [...new Set(blind)].filter((address) => !to.includes(address) && !cc.includes(address)),
    replyTo: addressesOf(mail.replyTo),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers: headersOf(mail),
    attachments: mail.attachments.map(({ filename, contentType, size }) => ({
      filename: filename ?? 'unnamed',
      contentType,
      size,
    })),
  };
}

/** An attachment with its bytes. */
export async function attachmentOf(
  raw: Buffer,
  index: number,
): Promise<{ filename: string; contentType: string; content: Buffer } | undefined> {
  const found = (await parse(raw)).attachments[index];
  return (
    found && { filename: found.filename ?? 'unnamed', contentType: found.contentType, content: found.content }
  );
}

const parse = (raw: Buffer): Promise<ParsedMail> =>
  simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true });

function addressesOf(field: AddressObject | AddressObject[] | undefined): string[] {
  const objects = field === undefined ? [] : Array.isArray(field) ? field : [field];
  return objects
    .flatMap(({ value }) =>
      value.flatMap(({ address, group }) => [address, ...(group ?? []).map((one) => one.address)]),
    )
    .filter((address) => address !== undefined && address !== '')
    .map(String);
}

/** Header values on one line, decoded where the parser does so. Values of a repeated header are joined. */
function headersOf(mail: ParsedMail): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, line } of mail.headerLines) {
    const decoded = mail.headers.get(key);
    const raw = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n\s*/g, ' ')
      .trim();
    const content = typeof decoded === 'string' ? decoded : isAddresses(decoded) ? decoded.text : raw;
    const before = headers[key];
    headers[key] = before === undefined ? content : `${before}, ${content}`;
  }
  return headers;
}

const isAddresses = (value: unknown): value is { text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';

/** The email of a `SendEmail` request, which has its parts in separate parameters. */
export function composeSimple(parameters: URLSearchParams, accepted: AcceptedMail): Email {
  const from = parameters.get('Source') ?? '';
  const subject = parameters.get('Message.Subject.Data') ?? '';
  return {
    ...accepted,
    from: bareAddress(from),
    to: listParameter(parameters, 'Destination.ToAddresses').map(bareAddress),
    cc: listParameter(parameters, 'Destination.CcAddresses').map(bareAddress),
    bcc: listParameter(parameters, 'Destination.BccAddresses').map(bareAddress),
    replyTo: listParameter(parameters, 'ReplyToAddresses').map(bareAddress),
    subject,
    text: parameters.get('Message.Body.Text.Data') ?? '',
    html: parameters.get('Message.Body.Html.Data') ?? '',
    headers: { from, subject },
    attachments: [],
  };
}

/** A list as the query protocol sends it: `Name.member.1`, `Name.member.2`, … */
export function listParameter(parameters: URLSearchParams, name: string): string[] {
  const found: string[] = [];
  for (let index = 1; ; index += 1) {
    const member = parameters.get(`${name}.member.${index}`);
    if (member === null) return found;
    found.push(member);
  }
}
