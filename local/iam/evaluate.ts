import type { Statement } from './role-policies.ts';

/** A request as IAM authorizes it: one action on one resource. */
export interface AccessRequest {
  /** `dynamodb:GetItem`. A transaction is one request for each of its items. */
  action: string;
  /** ARN of the resource, or `*` for an action that has none. */
  resource: string;
  /** The partition keys of the items, for DynamoDB's condition key `dynamodb:LeadingKeys`. */
  leadingKeys?: readonly string[];
}

/** A pair of an action and a resource that a statement allows. */
export interface Grant {
  action: string;
  /** ARN, possibly with wildcards. */
  resource: string;
  /** A pattern of partition keys. Absent if every item is allowed. */
  leadingKeys?: string;
}

/**
 * Whether policies allow a request: at least one statement allows it, and none denies it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function isAllowed(statements: readonly Statement[], request: AccessRequest): boolean {
  const applying = statements.filter((statement) => applies(statement, request));
  return (
    applying.some(({ Effect }) => Effect === 'Allow') && applying.every(({ Effect }) => Effect === 'Allow')
  );
}

/** Everything that the statements grant. */
export const grantsOf = (statements: readonly Statement[]): Grant[] =>
  statements
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, Resource, Condition }) =>
      Action.flatMap((action) =>
        Resource.flatMap((resource) =>
          Condition === undefined
            ? [{ action, resource }]
            : Condition['ForAllValues:StringLike']['dynamodb:LeadingKeys'].map((leadingKeys) => ({
                action,
                resource,
                leadingKeys,
              })),
        ),
      ),
    );

/** The grants that allowed a request. A grant that no request of a whole run uses is not needed. */
export const usedGrants = (statements: readonly Statement[], request: AccessRequest): Grant[] =>
  grantsOf(statements).filter(
    ({ action, resource, leadingKeys }) =>
      matches(action.toLowerCase(), request.action.toLowerCase()) &&
      matches(resource, request.resource) &&
      (leadingKeys === undefined || (request.leadingKeys ?? []).some((key) => matches(leadingKeys, key))),
  );

/** The message of AWS's `AccessDeniedException`, without the parts that no reader needs. */
export const accessDeniedMessage = (role: string, { action, resource }: AccessRequest): string =>
  `User: ${role} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;

function applies({ Action, Resource, Condition }: Statement, request: AccessRequest): boolean {
  return (
    // Actions are compared without regard to case. Resources are case-sensitive.
    Action.some((pattern) => matches(pattern.toLowerCase(), request.action.toLowerCase())) &&
    Resource.some((pattern) => matches(pattern, request.resource)) &&
    // As in IAM, a condition on all values (`ForAllValues`) is true if the request has no value.
    (request.leadingKeys ?? []).every((key) => leadingKeysFit(Condition, key))
  );
}

const leadingKeysFit = (condition: Statement['Condition'], key: string): boolean =>
  condition === undefined ||
  condition['ForAllValues:StringLike']['dynamodb:LeadingKeys'].some((pattern) => matches(pattern, key));

/** Whether a value matches a pattern with IAM's wildcards: `*` for any number of characters, `?` for one. */
export function matches(pattern: string, value: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(value);
}
