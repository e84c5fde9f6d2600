import type { AddressInfo } from 'node:net';
import express from 'express';
import { type Role, type Route, type StaffPrincipal, serveRoutes } from '../../server/edge/index.ts';
import type { Foundation } from '../../server/foundation.ts';
import { createClient, type TestClient } from '../support/test-server.ts';
import { officer } from './a-district.ts';

/** Routes behind the edge; who asks is in the cookies, in the clear. */
export async function serveAsAnyone(
  foundation: Foundation,
  routes: readonly Route[],
): Promise<{ client: TestClient; close: () => Promise<void> }> {
  const app = express().use(
    serveRoutes(routes, {
      identify: async ({ role, prison }) => {
        const staff: StaffPrincipal = { ...officer, role: role as Role, prisonId: prison || null };
        return { staff };
      },
      log: foundation.log,
      secureCookies: false,
    }),
  );
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    client: createClient(`http://127.0.0.1:${port}`),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
