import type { z } from 'zod';
import type {
  Caller,
  Principal,
  RelativePrincipal,
  Role,
  StaffPrincipal,
  StationPrincipal,
} from './access.ts';
import type { Language } from './language.ts';

export type UploadedFile = { fileName: string; content: Buffer };

/** A file to be sent as it is, with byte ranges. */
export type FileAnswer = { path: string; mediaType: string; fileName?: string };
/** Bytes made for this answer: an unsealed document, a printable file. */
export type BytesAnswer = { bytes: Buffer; mediaType: string; fileName?: string };

type Schema = z.ZodType | undefined;
type Parsed<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;

/** The principals that a list of callers can let in: a route for staff alone gets a staff principal, typed. */
export type PrincipalOf<C extends Caller> =
  | ('anyone' extends C ? Principal : never)
  | (Extract<C, Role> extends never ? never : StaffPrincipal)
  | (C extends 'relative' ? RelativePrincipal : never)
  | (C extends 'visit_room' ? Extract<StationPrincipal, { kind: 'visit_room' }> : never)
  | (C extends 'terminal' ? Extract<StationPrincipal, { kind: 'terminal' }> : never);

export type RouteRequest<C extends Caller, P extends Schema, Q extends Schema, B extends Schema> = {
  principal: PrincipalOf<C>;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  /** Present where the route takes an `upload`. */
  upload: UploadedFile | undefined;
  language: Language;
  /** Cookies to set or (null) to clear with the answer. */
  cookies: Cookies;
  presented: { sessionToken: string | undefined; relativeToken: string | undefined };
  address: string;
};

export type Cookies = {
  set(name: string, value: string, maxAgeSeconds: number): void;
  /** Sends a cookie that the request brought once more, so that it lasts from now on. */
  renew(name: string, maxAgeSeconds: number): void;
  clear(name: string): void;
};

type Method = 'get' | 'post' | 'put' | 'delete';

export type RouteDeclaration<C extends Caller, P extends Schema, Q extends Schema, B extends Schema, A> = {
  method: Method;
  /** With `:name` for parameters, as express has them. */
  path: `/api/${string}`;
  /** Every caller that may pass; all others are refused. */
  who: readonly [C, ...C[]];
  /** One English sentence for the OpenAPI document. */
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** Takes one file in a multipart form under this field name; the other fields are the body. */
  upload?: { field: string; maximumBytes: number };
  /** The schema of the answer, or what kind of file is sent. */
  answer: z.ZodType<A> | 'file' | 'nothing';
  /** 200, or 204 for `nothing`, unless said otherwise. */
  status?: 201;
  handle(request: RouteRequest<C, P, Q, B>): Promise<A>;
};

/** A declared route without its inner types: what the edge, the OpenAPI document and the access test read. */
export type Route = {
  method: Method;
  path: `/api/${string}`;
  who: readonly Caller[];
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  upload?: { field: string; maximumBytes: number };
  answer: z.ZodType | 'file' | 'nothing';
  status?: 201;
  handle(request: RouteRequest<Caller, Schema, Schema, Schema>): Promise<unknown>;
};

/** Declares a route once: access, validation, handler and OpenAPI all come from here. */
export function route<
  const C extends Caller,
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  A = void,
>(declaration: RouteDeclaration<C, P, Q, B, A>): Route {
  // The edge has parsed each part with the schema given here before it calls the handler.
  return declaration as unknown as Route;
}
