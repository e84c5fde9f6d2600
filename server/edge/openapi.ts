import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { roles } from './access.ts';
import { cookieNames } from './cookie-names.ts';
import { problemSchema } from './problem.ts';
import type { Route } from './route.ts';

/** The OpenAPI 3.1 document of the whole API, made from the declarations that serve it. */
export function openApiOf(routes: readonly Route[], version: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return createDocument({
    openapi: '3.1.1',
    info: { title: '小安点对点 / Point-to-point remote visits', version },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        staffSession: { type: 'apiKey', in: 'cookie', name: cookieNames.staff },
        relativeSession: { type: 'apiKey', in: 'cookie', name: cookieNames.relative },
        visitRoomKey: { type: 'apiKey', in: 'cookie', name: cookieNames.visit_room },
        terminalKey: { type: 'apiKey', in: 'cookie', name: cookieNames.terminal },
      },
    },
  });
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  const parameters: ZodOpenApiOperationObject['requestParams'] = {};
  if (route.params) parameters.path = route.params as z.ZodObject;
  if (route.query) parameters.query = route.query as z.ZodObject;
  return {
    summary: route.summary,
    description: `For: ${route.who.join(', ')}.`,
    security: securityOf(route),
    requestParams: parameters,
    ...(route.body || route.upload ? { requestBody: requestBodyOf(route) } : {}),
    responses: {
      ...successOf(route),
      default: {
        description: 'Refused; nothing was changed.',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  };
}

function securityOf({ who }: Route): Record<string, string[]>[] {
  if (who.includes('anyone')) return [];
  const schemes: Record<string, string[]>[] = [];
  if (who.some((caller) => roles.some((role) => role === caller))) schemes.push({ staffSession: [] });
  if (who.includes('relative')) schemes.push({ relativeSession: [] });
  if (who.includes('visit_room')) schemes.push({ visitRoomKey: [] });
  if (who.includes('terminal')) schemes.push({ terminalKey: [] });
  return schemes;
}

function requestBodyOf({ body, upload }: Route): NonNullable<ZodOpenApiOperationObject['requestBody']> {
  if (!upload) return { required: true, content: { 'application/json': { schema: body as z.ZodType } } };
  const fields = body instanceof z.ZodObject ? body : z.object({});
  const form = fields.extend({ [upload.field]: z.string().meta({ format: 'binary' }) });
  return { required: true, content: { 'multipart/form-data': { schema: form } } };
}

function successOf(route: Route): ZodOpenApiOperationObject['responses'] {
  if (route.answer === 'nothing') return { '204': { description: 'Done.' } };
  if (route.answer === 'file') {
    return {
      '200': { description: 'The file.', content: { 'application/octet-stream': { schema: z.string() } } },
    };
  }
  return {
    [String(route.status ?? 200)]: {
      description: 'Done.',
      content: { 'application/json': { schema: route.answer } },
    },
  };
}
