import { isSenderAddress } from '../../shared/campaign/sender-domain.ts';
import { type Finding, ok, stops, warning } from './finding.ts';

/**
 * A thousand people a second send three requests each, and each takes less than a tenth of a second. New accounts have
 * ten.
 */
const wantedConcurrency = 300;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html, `AccountLimit.ConcurrentExecutions` */
export const checkConcurrency = (concurrency: number): Finding =>
  concurrency >= wantedConcurrency
    ? ok('concurrency', `The account may run ${concurrency} functions at once.`)
    : warning(
        'concurrency',
        `The account may run only ${concurrency} functions at once. A large launch needs ${wantedConcurrency}; in a crowd, people who sign get an error page.`,
        'Ask for 1,000: `aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000`',
      );

/** What the site answered over HTTPS. */
export interface SiteAnswer {
  url: string;
  /** Status of `/api/openapi.json`. Absent if there was no answer. */
  status?: number;
  /** Why there was no answer: `ENOTFOUND`, `CERT_HAS_EXPIRED`. */
  error?: string;
  /** When its certificate expires. */
  validUntil?: Date;
}

const daysBeforeExpiry = 21;

export function checkSite({ url, status, error, validUntil }: SiteAnswer, now: Date): Finding[] {
  if (status === undefined)
    return [stops('site', `${url} does not answer (${error ?? 'no answer'}).`, cureOf(error))];
  const days = validUntil && Math.floor((validUntil.getTime() - now.getTime()) / 86_400_000);
  return [
    status === 200
      ? ok('site', `${url} answers over HTTPS.`)
      : stops(
          'site',
          `${url}/api/openapi.json answers ${status} instead of 200.`,
          status === 403
            ? 'The name leads to a distribution that does not know it, or a firewall refuses the request. Compare its CNAME with the output DistributionDomainName.'
            : 'See “api-failing” in docs/runbook.md.',
        ),
    ...(days === undefined
      ? []
      : [
          days < daysBeforeExpiry
            ? warning(
                'certificate',
                `The certificate of ${url} ends in ${days} days and was not renewed.`,
                'ACM renews it while its DNS validation record exists. Make that record again: `aws acm describe-certificate --region us-east-1 --certificate-arn <ARN>` shows it.',
              )
            : ok('certificate', `The certificate of ${url} is valid for ${days} more days.`),
        ]),
  ];
}

function cureOf(error = ''): string {
  if (/^(ENOTFOUND|ENODATA|EAI_)/.test(error))
    return 'Make its CNAME record, or an alias, to the output DistributionDomainName (step 5 of docs/deploy.md).';
  if (/CERT|TLS|SSL|UNABLE_TO_VERIFY/.test(error))
    return 'The name leads somewhere else than to this stage, or its certificate is wrong. Compare its CNAME record with the output DistributionDomainName, and domain.certificateArn with the domain.';
  return 'Check the network of this machine, then whether the distribution is enabled: CloudFront console.';
}

/** Whether each campaign can send from its sender's address. */
export function checkSenders(
  senders: { slug: string; address: string }[],
  domains: readonly string[],
): Finding[] {
  const wrong = senders.filter(({ address }) => !isSenderAddress(address, domains));
  if (wrong.length === 0) return [ok('senders', `Every campaign sends from ${domains.join(' or ')}.`)];
  return wrong.map(({ slug, address }) =>
    stops(
      'senders',
      `${slug} sends from ${address}, which is in no mail domain of this stage. SES refuses its emails.`,
      `Write a sender.address at ${domains.join(' or ')} and apply the folder again, or add its domain to mail.domains and deploy.`,
    ),
  );
}
