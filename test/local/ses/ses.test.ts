import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSendQuotaCommand, SESClient, SendEmailCommand, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { clientFor } from '../../../local/aws.ts';
import type { RunningServer } from '../../../local/http.ts';
import { type SesOptions, startSes } from '../../../local/ses/server.ts';

let directory: string;
let ses: RunningServer;
let client: SESClient;
const start = async (quota?: SesOptions['quota']) => {
  ses = await startSes({ port: 0, file: join(directory, 'mails'), ...(quota && { quota }) });
  client = new SESClient({ ...clientFor(ses.url), maxAttempts: 1 });
};
const stop = async () => {
  client.destroy();
  await ses.close();
};
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'undersigned-'));
  await start();
});
afterEach(async () => {
  await stop();
  rmSync(directory, { recursive: true });
});

const raw = (mail: object = {}): Promise<Buffer> =>
  new MailComposer({
    from: 'Shoreline Coalition <letters@example.org>',
    to: 'Ana Ruiz <ana@example.net>',
    subject: 'Confirm your signature, Señora',
    text: 'Hello',
    ...mail,
  })
    .compile()
    .build();
const send = async (mail: object = {}, Destinations?: string[]) =>
  client.send(
    new SendRawEmailCommand({ RawMessage: { Data: await raw(mail) }, ...(Destinations && { Destinations }) }),
  );
const emails = async (query = '') => {
  const answer = await fetch(`${ses.url}/store${query}`);
  const { emails: found } = (await answer.json()) as { emails: Record<string, unknown>[] };
  return found;
};
const fault = (body: object) => fetch(`${ses.url}/faults`, { method: 'POST', body: JSON.stringify(body) });

describe('A mail in the store', () => {
  test('has bare addresses, both texts, its headers and attachments', async () => {
    const { MessageId } = await send(
      {
        cc: 'cc@example.net',
        replyTo: 'Press <press@example.org>',
        html: '<p>Hello</p>',
        from: 'Señores <letters@example.org>',
        headers: { 'List-Unsubscribe': '<https://example.org/u>' },
        attachments: [{ filename: 'list.csv', content: 'a,b', contentType: 'text/csv' }],
      },
      ['ana@example.net', 'cc@example.net', 'secret@example.net'],
    );
    const [mail] = await emails();
    expect(mail).toMatchObject({
      id: MessageId,
      from: 'letters@example.org',
      to: ['ana@example.net'],
      cc: ['cc@example.net'],
      bcc: ['secret@example.net'],
      replyTo: ['press@example.org'],
      subject: 'Confirm your signature, Señora',
      text: 'Hello',
      html: '<p>Hello</p>',
      headers: {
        from: '"Señores" <letters@example.org>',
        subject: 'Confirm your signature, Señora',
        'list-unsubscribe': '<https://example.org/u>',
      },
      attachments: [{ filename: 'list.csv', contentType: 'text/csv', size: 3 }],
    });
    expect(Date.parse(String(mail?.at))).not.toBeNaN();
  });

  test('may come in parts', async () => {
    await client.send(
      new SendEmailCommand({
        Source: 'Letters <letters@example.org>',
        Destination: { ToAddresses: ['a@example.net', 'b@example.net'] },
        ReplyToAddresses: ['press@example.org'],
        Message: { Subject: { Data: 'Hello + goodbye' }, Body: { Text: { Data: 'Señor & co.' } } },
      }),
    );
    expect(await emails()).toMatchObject([
      {
        from: 'letters@example.org',
        to: ['a@example.net', 'b@example.net'],
        replyTo: ['press@example.org'],
        subject: 'Hello + goodbye',
        text: 'Señor & co.',
      },
    ]);
  });

  test('stays there over a restart, oldest first, until the store is emptied', async () => {
    for (const subject of ['one', 'two']) await send({ subject });
    await stop();
    await start();
    await send({ subject: 'three', to: 'ben@example.net' });
    expect((await emails()).map(({ subject }) => subject)).toEqual(['one', 'two', 'three']);
    expect((await emails('?to=BEN@example.net')).map(({ subject }) => subject)).toEqual(['three']);
    expect((await fetch(`${ses.url}/store`, { method: 'DELETE' })).status).toBe(204);
    expect(await emails()).toEqual([]);
    await send({ subject: 'four' });
    expect(await emails()).toHaveLength(1);
  });
});

describe('A send is refused in a way that the SDK reads', () => {
  test.each([
    ['Throttling', 'Maximum sending rate exceeded.', 400],
    ['MessageRejected', 'Email address is not verified.', 400],
    ['ServiceUnavailable', 'Service is currently unavailable.', 503],
  ])('when %s was asked for', async (code, message, httpStatusCode) => {
    await fault({ code, times: 1 });
    await expect(send()).rejects.toMatchObject({ name: code, message, $metadata: { httpStatusCode } });
    expect(await emails()).toEqual([]);
    await send();
    expect(await emails()).toHaveLength(1);
  });

  test('with the message that was asked for, as often as asked, until it is cleared', async () => {
    await fault({ code: 'Throttling', message: 'Daily message quota exceeded.', times: 5 });
    await expect(send()).rejects.toMatchObject({ message: 'Daily message quota exceeded.' });
    await expect(send()).rejects.toMatchObject({ name: 'Throttling' });
    await fault({ times: 0 });
    await send();
  });

  test('when it is addressed to nobody, or to what is no address', async () => {
    await expect(send({ to: undefined })).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    await expect(send({ to: undefined }, ['nobody'])).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
  });

  test('when the rate or the day’s quota is used up, and the quota counts what a restart left', async () => {
    await stop();
    await start({ maxSendRate: 2, max24HourSend: 3 });
    expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({
      MaxSendRate: 2,
      Max24HourSend: 3,
      SentLast24Hours: 0,
    });
    await send();
    await send();
    await expect(send()).rejects.toMatchObject({ message: 'Maximum sending rate exceeded.' });
    await stop();
    await start({ max24HourSend: 2 });
    await expect(send()).rejects.toMatchObject({ message: 'Daily message quota exceeded.' });
  });

  test('when the fault that was asked for is none', async () => {
    expect((await fault({ cod: 'Throttling' })).status).toBe(400);
    expect((await fetch(`${ses.url}/faults`, { method: 'POST', body: 'x' })).status).toBe(400);
    await send();
  });
});

test('A connection that is dropped after acceptance leaves its mail in the store', async () => {
  await fault({ code: 'ConnectionReset', times: 1 });
  await expect(send()).rejects.toThrow('socket hang up');
  expect(await emails()).toHaveLength(1);
});

describe('The inbox', () => {
  test('shows a mail as a person would see it, and lets nothing in it run', async () => {
    await send({
      html: '<p>Hi</p><script>alert(1)</script>',
      subject: 'A <b>bold</b> one',
      text: 'See https://example.org/x.',
    });
    const [mail] = await emails();
    const list = await (await fetch(ses.url)).text();
    expect(list).toContain('A &lt;b&gt;bold&lt;/b&gt; one');
    const page = await (await fetch(`${ses.url}/mails/${mail?.id}`)).text();
    expect(page).toContain('sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"');
    expect(page).toContain('<a href="https://example.org/x" target="_blank">');
    const html = await fetch(`${ses.url}/mails/${mail?.id}/html`);
    const policy = html.headers.get('content-security-policy');
    expect(policy).toMatch(/default-src 'none'.*sandbox/);
    expect(policy).not.toMatch(/script/);
    expect(await html.text()).toContain('<p>Hi</p>');
  });

  test('finds mails by words of their addresses and subjects, in any order', async () => {
    await send({ to: 'Ana@Example.org', subject: 'One' });
    await send({ to: 'bo@example.org', subject: 'Two <b>' });
    const shown = async (words: string) => (await fetch(`${ses.url}/?q=${encodeURIComponent(words)}`)).text();
    expect(await shown('two EXAMPLE.ORG')).toContain('1 of 2 mails');
    expect(await shown('ana')).not.toContain('Two');
    expect(await shown('"><b>')).toContain('value="&quot;&gt;&lt;b&gt;"');
    expect(await shown('nobody')).toContain('No mail has these words.');
  });

  test('gives attachments', async () => {
    await send({ attachments: [{ filename: 'list é.csv', content: 'a,b', contentType: 'text/csv' }] });
    const [mail] = await emails();
    const file = await fetch(`${ses.url}/mails/${mail?.id}/attachments/0`);
    expect(await file.text()).toBe('a,b');
    expect(file.headers.get('content-disposition')).toContain('list%20%C3%A9.csv');
  });

  test('has no page for what is not there', async () => {
    for (const path of ['/mails/x', '/mails/', '/nothing'])
      expect((await fetch(`${ses.url}${path}`)).status).toBe(404);
  });
});
