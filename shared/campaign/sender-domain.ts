/**
 * Whether SES lets a stage send from an address: its domain, or a parent domain, is one of the stage's.
 * https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html
 */
export function isSenderAddress(address: string, domains: readonly string[]): boolean {
  const domain = address.split('@').at(-1)?.toLowerCase() ?? '';
  return domains
    .map((known) => known.trim().toLowerCase())
    .some((known) => domain === known || domain.endsWith(`.${known}`));
}
