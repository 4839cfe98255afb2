import * as z from 'zod';
import { busEventDetails, busEventSource } from '../campaign/bus-events.ts';
import { slugSchema } from '../campaign/settings.ts';
import { correctionSchema } from '../sign-on/correction.ts';
import { individualSubmissionSchema, organizationSubmissionSchema } from '../sign-on/submission.ts';
import { type ApiOperation, apiOperations } from './api-description.ts';
import { confirmBodySchema } from './confirm-body.ts';
import { fieldDescriptions } from './field-descriptions.ts';
import { problemTypes } from './problem.ts';
import {
  confirmResponseSchema,
  invitationResponseSchema,
  problemSchema,
  signOnResponseSchema,
  submitResponseSchema,
  unsubscribePageResponseSchema,
  unsubscribeResponseSchema,
  withdrawResponseSchema,
} from './response-schemas.ts';

type Json = Record<string, unknown>;

/**
 * The API in OpenAPI 3.1, with schemas in JSON Schema 2020-12. They are made from the zod schemas that the code uses.
 */
export function openApi(): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Undersigned',
      version: '1',
      license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
      description:
        'Sign-on letters. Answers are JSON unless `Accept` ranks text/html at least level with it. ' +
        `Refusals are application/problem+json; \`type\` is /problems/ and one of ${problemTypes.join(', ')}.`,
    },
    servers: [{ url: '/' }],
    // There is no login. The path contains the link's token.
    security: [],
    paths: paths(),
    webhooks: webhooks(),
    components: {
      parameters: {
        slug: pathParameter('slug', 'The campaign, as in the address of its page.', schemaOf(slugSchema)),
        token: pathParameter('token', 'From a link in a mail; it is as good as its owner.', {
          type: 'string',
        }),
      },
      responses: {
        Problem: {
          description: 'Refused; nothing has changed.',
          content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
        },
      },
      schemas: {
        OrganizationSubmission: described(schemaOf(organizationSubmissionSchema, 'input')),
        IndividualSubmission: described(schemaOf(individualSubmissionSchema, 'input')),
        Correction: described(schemaOf(correctionSchema, 'input')),
        Confirmation: described(schemaOf(confirmBodySchema, 'input')),
        Submitted: schemaOf(submitResponseSchema),
        ShownSignOn: described(schemaOf(signOnResponseSchema)),
        Confirmed: schemaOf(confirmResponseSchema),
        Withdrawn: schemaOf(withdrawResponseSchema),
        Invitation: schemaOf(invitationResponseSchema),
        Unsubscribable: schemaOf(unsubscribePageResponseSchema),
        Unsubscribed: schemaOf(unsubscribeResponseSchema),
        Problem: schemaOf(problemSchema),
      },
    },
  };
}

const ref = (section: 'schemas' | 'parameters' | 'responses', name: string): Json => ({
  $ref: `#/components/${section}/${name}`,
});

function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

/** Adds the meaning of each field. The schemas do not have it, because every request loads them. */
function described(schema: Json): Json {
  const { properties } = schema;
  if (typeof properties !== 'object' || properties === null) return schema;
  const entries = Object.entries(properties).map(([name, property]) => {
    const description = fieldDescriptions.get(name);
    return [name, description ? { ...property, description } : property];
  });
  return { ...schema, properties: Object.fromEntries(entries) };
}

const pathParameter = (name: string, description: string, schema: Json): Json => ({
  name,
  in: 'path',
  required: true,
  description,
  schema,
});

/**
 * Events of the stage's bus in the form in which a rule posts them to an address ("API destination").
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
function webhooks(): Json {
  return Object.fromEntries(
    Object.entries(busEventDetails).map(([type, detail]) => {
      const properties = {
        source: { const: busEventSource },
        'detail-type': { const: type },
        time: { type: 'string', format: 'date-time' },
        detail: schemaOf(detail),
      };
      const schema = { type: 'object', required: Object.keys(properties), properties };
      const post = {
        operationId: `on${type.replaceAll(/(^| )(.)/g, (_, __, letter: string) => letter.toUpperCase())}`,
        summary: `Event ${type}`,
        requestBody: { required: true, content: { 'application/json': { schema } } },
        responses: { '200': { description: 'Taken.' }, '4XX': { description: 'Not taken.' } },
      };
      return [type, { post }];
    }),
  );
}

const bodyTypes = ['application/json', 'application/x-www-form-urlencoded'];

/** Operations by path, and by method on each path. */
function paths(): Json {
  const byPath = new Map<string, Json>();
  for (const { method, path, ...rest } of apiOperations)
    byPath.set(path, { ...byPath.get(path), [method]: operation(rest) });
  return Object.fromEntries(byPath);
}

function operation({
  operationId,
  summary,
  parameter,
  body,
  answers,
  problemStatuses,
}: Omit<ApiOperation, 'method' | 'path'>): Json {
  const responses = Object.entries(answers).map(([status, { description, schema }]) => [
    status,
    { description, ...(schema && { content: { 'application/json': { schema: ref('schemas', schema) } } }) },
  ]);
  const problems = problemStatuses.map((status) => [status, ref('responses', 'Problem')]);
  return {
    operationId,
    summary,
    ...(parameter && { parameters: [ref('parameters', parameter)] }),
    ...(body && { requestBody: requestBody(body) }),
    responses: Object.fromEntries([...responses, ...problems]),
  };
}

function requestBody({ schemas, required, types = bodyTypes }: NonNullable<ApiOperation['body']>): Json {
  const [first = '', ...others] = schemas;
  const schema =
    others.length > 0 ? { anyOf: schemas.map((name) => ref('schemas', name)) } : ref('schemas', first);
  return { required, content: Object.fromEntries(types.map((type) => [type, { schema }])) };
}
