import * as z from 'zod';
import { sumOf, times, type Usage } from './prices.ts';

const unitsSchema = z.strictObject({ writes: z.number(), reads: z.number(), mails: z.number() });

const readsSchema = z.strictObject({ queries: z.number(), units: z.number() });

/** What `npm run costs` has counted; test/costs/counts.json. */
export const countsSchema = z.strictObject({
  countedOn: z.string(),
  person: unitsSchema,
  organization: unitsSchema,
  /** An organization with `review: flagged`, which reads and writes the index of similar names. */
  reviewedOrganization: unitsSchema,
  /** Of a sweep that finds nothing to do: in a campaign of 170 sign-ons, and in one of a million. */
  letterMinute: readsSchema,
  idleMinute: readsSchema,
  /** The same in a campaign of a million in which people sign. */
  activeMinute: readsSchema,
  stack: z.strictObject({ alarmMetrics: z.number(), ownMetrics: z.number(), secrets: z.number() }),
});
export type Counts = z.infer<typeof countsSchema>;

/** What is not counted and has to be assumed. Each is on the high side. */
export const assumed = {
  /** Of one signer: submit, page and button; three mails; the records of the stream. */
  apiRequests: 3,
  invocations: 12,
  /** At 512 MB; most end in 20 ms. */
  secondsOfInvocation: 0.06,
  /** Send, receive and delete for each mail. */
  queueRequestsOfMail: 3,
  siteRequests: 10,
  /** The part of them that CloudFront has to read from S3. */
  readFromStorage: 0.5,
  /** CloudFront runs a function before and after most answers of the site, and one before each request to the API. */
  edgeRunsOfPage: 2,
  megabytesOfSite: 0.5,
  /** Lambda's and API Gateway's own lines; ours are one for each error. */
  kilobytesOfLogs: 10,
  kilobytesOfRow: 1,
  /** Of a sweep at 512 MB. */
  secondsOfSweep: 0.3,
  kilobytesOfSweepLogs: 1,
  /** The sweep asks the site for a page and the API's description each five minutes. */
  siteChecks: 12 * 24 * 30,
  kilobytesOfSiteCheck: 50,
  /** Lambda asks each of four queues with five pollers, every 20 seconds. */
  pollsOfMinute: 60,
  /** While people sign: the numbers and pages of the site are written at most twice a minute. */
  siteJobsOfMinute: 2,
  filesOfSiteJob: 8,
  /** At 2048 MB. */
  secondsOfSiteJob: 1,
} as const;

export const minutesOfMonth = 30 * 24 * 60;
const busyMinutes = 10 * 24 * 60;
const million = 1_000_000;

const signer = ({ writes, reads, mails }: Counts['person']): Usage => ({
  mails,
  writes,
  reads,
  apiRequests: assumed.apiRequests,
  invocations: assumed.invocations,
  gigabyteSeconds: assumed.invocations * 0.5 * assumed.secondsOfInvocation,
  queueRequests: mails * assumed.queueRequestsOfMail,
  siteRequests: assumed.siteRequests,
  edgeRuns: assumed.siteRequests * assumed.edgeRunsOfPage + assumed.apiRequests,
  siteGigabytes: assumed.megabytesOfSite / 1024,
  logGigabytes: assumed.kilobytesOfLogs / million,
  tableGigabytes: assumed.kilobytesOfRow / million,
  recoveryGigabytes: assumed.kilobytesOfRow / million,
});

/** What a stage costs each month in which nothing happens in it. */
export const stageMonth = ({ stack }: Counts): Usage => ({
  ...stack,
  invocations: minutesOfMonth + assumed.siteChecks,
  gigabyteSeconds:
    minutesOfMonth * 0.5 * assumed.secondsOfSweep + assumed.siteChecks * 0.5 * assumed.secondsOfInvocation,
  queueRequests: minutesOfMonth * assumed.pollsOfMinute,
  apiRequests: assumed.siteChecks,
  siteRequests: 2 * assumed.siteChecks,
  edgeRuns: assumed.siteChecks * (assumed.edgeRunsOfPage + 1),
  siteGigabytes: (assumed.siteChecks * assumed.kilobytesOfSiteCheck) / million,
  logGigabytes: (minutesOfMonth * assumed.kilobytesOfSweepLogs) / million,
});

const sweeps = ({ units }: Counts['idleMinute'], minutes = minutesOfMonth): Usage => ({
  reads: units * minutes,
});

/** Site jobs of as many minutes in which somebody signs. */
const siteJobs = (minutes: number): Usage => {
  const jobs = minutes * assumed.siteJobsOfMinute;
  return {
    invocations: jobs,
    gigabyteSeconds: jobs * 2 * assumed.secondsOfSiteJob,
    filesWritten: jobs * assumed.filesOfSiteJob,
    queueRequests: jobs * 3,
    logGigabytes: jobs / million,
  };
};

/** The same with what follows from it: files that are read for requests to the site, and logs that are kept. */
export const complete = (usage: Usage): Usage => ({
  ...usage,
  filesRead: (usage.siteRequests ?? 0) * assumed.readFromStorage,
  storedLogGigabytes: usage.logGigabytes ?? 0,
});

/** What a thousand people cost who read a page and do not sign: as many requests to the site as a signer makes. */
export const thousandReaders: Usage = complete({
  siteRequests: 1000 * assumed.siteRequests,
  edgeRuns: 1000 * assumed.siteRequests * assumed.edgeRunsOfPage,
  siteGigabytes: (1000 * assumed.megabytesOfSite) / 1024,
});

const firewall = (usage: Usage): Usage => ({
  firewalls: 1,
  firewallRequests: (usage.siteRequests ?? 0) + (usage.apiRequests ?? 0),
});

export interface Scenario {
  name: string;
  says: string;
  usage: Usage;
  /** What a firewall would add. */
  firewall: Usage;
}

export function scenarios(counts: Counts): Scenario[] {
  const letter = sumOf(
    stageMonth(counts),
    { hostedZones: 1 },
    sweeps(counts.letterMinute),
    times(170, signer(counts.reviewedOrganization)),
    siteJobs(340),
  );
  const crowd = sumOf(
    stageMonth(counts),
    { hostedZones: 1 },
    sweeps(counts.activeMinute, busyMinutes),
    sweeps(counts.idleMinute, minutesOfMonth - busyMinutes),
    times(million, signer(counts.person)),
    siteJobs(busyMinutes),
  );
  const quiet = sumOf(stageMonth(counts), sweeps(counts.idleMinute), {
    hostedZones: 1,
    tableGigabytes: (million * assumed.kilobytesOfRow) / million,
    recoveryGigabytes: (million * assumed.kilobytesOfRow) / million,
  });
  return [
    {
      name: 'A letter of 170 organizations',
      says: 'One month in which 170 organizations sign, with `review: flagged`, and the letter is published.',
      usage: complete(letter),
      firewall: firewall(letter),
    },
    {
      name: 'A busy million',
      says: 'One month in which a million people sign within ten days.',
      usage: complete(crowd),
      firewall: firewall(crowd),
    },
    {
      name: 'An idle month',
      says: 'One month in which nobody signs a campaign that has a million sign-ons.',
      usage: complete(quiet),
      firewall: firewall(quiet),
    },
  ];
}
