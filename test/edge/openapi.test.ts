import { expect } from 'chai';
import { startTestServer, type TestServer } from '../support/test-server.ts';

type Document = { openapi: string; paths: Record<string, Record<string, { summary: string }>> };

describe('The OpenAPI document', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

  it('is OpenAPI 3.1 and has every route', async () => {
    const { body } = await server.client().request<Document>('GET', '/api/openapi.json');
    expect(body.openapi).to.match(/^3\.1/);
    for (const { method, path, summary } of server.running.routes) {
      expect(body.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method]?.summary).to.equal(summary);
    }
  });
});
