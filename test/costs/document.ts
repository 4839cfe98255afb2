import { dollarsFor, priceNames, prices, pricesOf, type Usage } from './prices.ts';
import {
  assumed,
  type Counts,
  complete,
  minutesOfMonth,
  type Scenario,
  scenarios,
  stageMonth,
  thousandReaders,
} from './scenarios.ts';

const dollars = (value: number): string =>
  `$${value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

const amount = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 2 : 0 });

const total = (usage: Usage, isFree: boolean): number =>
  priceNames.reduce((sum, name) => sum + dollarsFor(name, usage[name] ?? 0, { isFree }), 0);

const table = (headings: string[], rows: string[][]): string =>
  [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

function scenarioText({ name, says, usage, firewall }: Scenario): string {
  const rows = priceNames
    .filter((each) => (usage[each] ?? 0) > 0)
    .map((each) => {
      const used = usage[each] ?? 0;
      const [list, beyond] = [false, true].map((isFree) => dollars(dollarsFor(each, used, { isFree })));
      return [prices[each].what, amount(used), list ?? '', beyond ?? ''];
    });
  const both = [false, true].map((isFree) => `**${dollars(total(usage, isFree))}**`);
  return [
    `## ${name}`,
    says,
    table(
      ['what', 'how much', 'list price', 'beyond what is free'],
      [...rows, ['**together**', '', ...both]],
    ),
    `A firewall (AWS WAF, a web ACL with one rate rule) adds ${dollars(total(firewall, false))}.`,
  ].join('\n\n');
}

const units = ({ writes, reads, mails }: Counts['person']): string[] => [writes, reads, mails].map(amount);

const reads = ({ queries, units: read }: Counts['idleMinute']): string[] => [
  amount(queries),
  amount(read),
  dollars(dollarsFor('reads', read * minutesOfMonth, { isFree: false })),
];

/** `docs/costs.md`, without what `measured.md` adds. */
export function costsDocument(counts: Counts, measured: string): string {
  const [letter, crowd, quiet] = scenarios(counts).map(({ usage }) => total(usage, false));
  const parts = [
    '# Costs',
    `This page is what \`npm run costs\` prints: counted calls (${counts.countedOn}) times list prices in us-east-1 (${pricesOf}). A letter of 170 organizations costs ${dollars(letter ?? 0)} in its month, a million people within ten days ${dollars(crowd ?? 0)}, and an idle month of a million sign-ons ${dollars(quiet ?? 0)}.`,
    'Mail is nearly everything when many sign. The rest was chosen so that it stays so: no network of its own, no provisioned capacity, no firewall unless you add one, logs for a month, and no log of each page that is read.',
    ...scenarios(counts).map(scenarioText),
    '## What is counted',
    'The code of the functions runs against a store that counts. A write unit is an item of up to 1 KB, twice in a transaction; a read unit is a consistent read of up to 4 KB.',
    table(
      ['one confirmed signer', 'write units', 'read units', 'mails'],
      [
        ['a person', ...units(counts.person)],
        ['an organization, `review: none`', ...units(counts.organization)],
        [
          'an organization, `review: flagged`: its name goes into the index of similar names',
          ...units(counts.reviewedOrganization),
        ],
      ],
    ),
    table(
      ['one sweep, each minute and for each campaign', 'queries', 'read units', 'in a month'],
      [
        ['of 170 sign-ons', ...reads(counts.letterMinute)],
        ['of a million, in which nothing happens', ...reads(counts.idleMinute)],
        ['of a million, in which people sign', ...reads(counts.activeMinute)],
      ],
    ),
    `The tables are for one campaign. Each further one costs its mails and its sweeps; everything else is shared. A deleted campaign costs nothing. The stack has ${counts.stack.alarmMetrics} metrics with alarms, ${counts.stack.ownMetrics} metrics from logs and ${counts.stack.secrets} secrets. Reminders are mails like others, and are not in the tables. New SES accounts may pay $0.16 for a thousand mails. Metrics from logs are billed only for the hours in which they have a value; the tables take the whole month.`,
    `A further stage, in which nothing happens, costs up to ${dollars(total(complete(stageMonth(counts)), false))} a month at list prices, which is what it adds when the first stage has used up what is free: metrics of alarms ${dollars(dollarsFor('alarmMetrics', counts.stack.alarmMetrics, { isFree: false }))}, metrics from logs ${dollars(dollarsFor('ownMetrics', counts.stack.ownMetrics, { isFree: false }))}, secrets ${dollars(dollarsFor('secrets', counts.stack.secrets, { isFree: false }))}, polls of its queues ${dollars(dollarsFor('queueRequests', stageMonth(counts).queueRequests ?? 0, { isFree: false }))}, and the sweep. From the fourth dashboard of an account on, each costs ${dollars(prices.dashboards.dollars)} more; the tables have none.`,
    `**What is left out.** People who read and do not sign: a thousand of them add ${dollars(total(thousandReaders, false))}, most of it transfer, and more if many download the PDF of a long list. Queries of DNS, the domain's own price, storage in S3, and taxes.`,
    '## What is assumed',
    table(
      ['what', 'assumed'],
      [
        ['requests to the API, of one signer', `${assumed.apiRequests}`],
        [
          'runs of functions, of one signer',
          `${assumed.invocations}, each ${assumed.secondsOfInvocation} s at 512 MB`,
        ],
        [
          'requests to the site, of one signer',
          `${assumed.siteRequests}, together ${assumed.megabytesOfSite} MB`,
        ],
        ['requests to the site that CloudFront reads from S3', `${assumed.readFromStorage * 100} %`],
        ['logs, of one signer', `${assumed.kilobytesOfLogs} KB`],
        [
          'a sweep, each minute',
          `${assumed.secondsOfSweep} s at 512 MB, ${assumed.kilobytesOfSweepLogs} KB of logs`,
        ],
        [
          'asking whether the site answers',
          `each five minutes, for two addresses, together ${assumed.kilobytesOfSiteCheck} KB`,
        ],
        ['runs of functions at CloudFront', `${assumed.edgeRunsOfPage} for a page, one for the API`],
        ['polls of the four queues', `${assumed.pollsOfMinute} a minute`],
        [
          'site jobs while people sign',
          `${assumed.siteJobsOfMinute} a minute, each ${assumed.filesOfSiteJob} files and ${assumed.secondsOfSiteJob} s at 2,048 MB`,
        ],
      ],
    ),
    '## Prices',
    table(
      ['what', 'price', 'free each month', 'source'],
      priceNames.map((name) => {
        const { what, dollars: price, per, free, source } = prices[name];
        const each = per === 1 ? '' : ` for ${per.toLocaleString('en-US')}`;
        return [what, `$${price}${each}`, free === 0 ? '' : free.toLocaleString('en-US'), `<${source}>`];
      }),
    ),
    measured.trim(),
  ];
  return `${parts.join('\n\n')}\n`;
}
