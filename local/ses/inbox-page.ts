import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeXml } from '../xml.ts';
import type { Email } from './email.ts';
import type { MailSummary } from './mail-store.ts';

export const mailsPerPage = 100;

/** The style of every page on the inbox's port. */
export const inboxStyle = readFileSync(join(import.meta.dirname, 'inbox.css'), 'utf8');

/**
 * Makes the frame as high as its email, shows the position of the open email in the list, and says when there are new
 * emails without loading them.
 */
const script = (known: number): string => `
const frame = document.querySelector('iframe');
const fit = () => {
  const { body } = frame.contentDocument;
  frame.parentElement.style.height = Math.max(224, body.offsetHeight + 34) + 'px';
};
frame?.addEventListener('load', fit);
if (frame) addEventListener('resize', fit);
document.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
setInterval(async () => {
  const count = Number(await fetch('/count').then((answer) => answer.text(), () => ${known}));
  const link = document.getElementById('new');
  link.hidden = count <= ${known};
  link.textContent = (count - ${known}) + ' new – show';
}, 2000);`;

interface Inbox {
  /** Those that match the search, newest first. */
  mails: MailSummary[];
  /** How many match. */
  total: number;
  /** The text of the search. */
  query: string;
  /** From 1. */
  page: number;
  /** The open email. */
  mail?: Email;
}

/** The list is on the left and the open email on the right. A phone shows one of them. */
export function inboxPage({ mails, total, page, query, mail }: Inbox): string {
  const shown = mails.slice((page - 1) * mailsPerPage, page * mailsPerPage);
  const title = mail ? mail.subject : `Inbox (${mails.length})`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${inboxStyle}</style>
<body class="${mail ? 'reading' : 'listing'}">
<nav>
  <header><h1><a href="/">Inbox</a></h1><span>${query ? `${mails.length} of ${total}` : total} ${total === 1 ? 'mail' : 'mails'}</span><a href="/events">Events</a><a id="new" href="/" hidden></a></header>
  <form role="search" action="/"><input type="search" name="q" value="${escapeXml(query)}" aria-label="Search addresses and subjects" placeholder="Search addresses and subjects"></form>
  ${shown.length > 0 ? `<ol>${shown.map((summary) => row(summary, query, summary.id === mail?.id)).join('\n')}</ol>` : `<p class="empty">${total > 0 ? 'No mail has these words.' : 'No mail has been sent yet.'}</p>`}
  ${pager(page, Math.ceil(mails.length / mailsPerPage), query)}
</nav>
<main>${mail ? reader(mail) : '<p class="empty">Choose a mail to read it.</p>'}</main>
<script>${script(total)}</script>
</html>
`;
}

const row = (
  { id, at, from, recipients, subject, attachments }: MailSummary,
  query: string,
  isOpen: boolean,
): string => `<li>
  <a href="/mails/${id}${query && `?q=${encodeURIComponent(query)}`}"${isOpen ? ' aria-current="true"' : ''}>
    <span class="to">${escapeXml(recipients.join(', '))}</span><time datetime="${at}">${at.slice(11, 19)}</time>
    <span class="subject">${escapeXml(subject || '(no subject)')}${attachments > 0 ? ` · ${attachments} attached` : ''}</span>
    <span class="from">from ${escapeXml(from)}</span>
  </a></li>`;

function pager(page: number, pages: number, query: string): string {
  if (pages <= 1) return '';
  const link = (to: number, text: string): string =>
    to < 1 || to > pages
      ? ''
      : `<a href="/?page=${to}${query && `&amp;q=${encodeURIComponent(query)}`}">${text}</a>`;
  return `<footer>${link(page - 1, 'Newer')} <span>page ${page} of ${pages}</span> ${link(page + 1, 'Older')}</footer>`;
}

function reader(mail: Email): string {
  const fields: [string, string][] = [
    ['From', mail.headers.from ?? mail.from],
    ['To', mail.to.join(', ')],
    ['Cc', mail.cc.join(', ')],
    ['Bcc', mail.bcc.join(', ')],
    ['Reply to', mail.replyTo.join(', ')],
    ['Sent', mail.at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')],
  ];
  const attachments = mail.attachments.map(
    ({ filename, contentType, size }, index) =>
      `<li><a href="/mails/${mail.id}/attachments/${index}">${escapeXml(filename)}</a> ${escapeXml(contentType)}, ${size} bytes</li>`,
  );
  const headers = Object.entries(mail.headers).map(
    ([name, value]) => `<tr><th>${escapeXml(name)}</th><td>${escapeXml(value)}</td></tr>`,
  );
  return `<article>
  <p class="back"><a href="/">All mails</a></p>
  <h2>${escapeXml(mail.subject || '(no subject)')}</h2>
  <dl>${fields.flatMap(([name, value]) => (value ? `<div><dt>${name}</dt><dd>${escapeXml(value)}</dd></div>` : [])).join('')}</dl>
  ${attachments.length > 0 ? `<ul class="attachments">${attachments.join('')}</ul>` : ''}
  ${mail.html ? `<div class="frame"><iframe title="The mail as HTML" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox" src="/mails/${mail.id}/html"></iframe></div>` : ''}
  <details${mail.html ? '' : ' open'}><summary>Text</summary><pre>${linked(mail.text)}</pre></details>
  <details><summary>Headers</summary><table>${headers.join('')}</table></details>
</article>`;
}

/** Addresses in plain text become links, as in mail programs. */
const linked = (text: string): string =>
  escapeXml(text).replace(
    /https?:\/\/[^\s<>]+[^\s<>.,;:!?)]/g,
    (address) => `<a href="${address}" target="_blank">${address}</a>`,
  );
