import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from a page of this system. Browsers send Origin with every request that can change
 * something and with every WebSocket; programs that send none carry no cookies of a browser either.
 */
export function comesFromOwnPage(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
