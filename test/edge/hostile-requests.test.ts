import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import express from 'express';
import pino from 'pino';
import { route, serveRoutes } from '../../server/edge/index.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

type Problem = { status: number; code: string; title: string };

describe('A request that no page of ours would send', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

  /** The path goes as it is: fetch would put it right. */
  function ask(method: string, path: string, language = 'zh'): Promise<{ head: string; body: string }> {
    const { port, hostname } = new URL(server.running.origin);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let answer = '';
      socket
        .setEncoding('utf8')
        .on('data', (text: string) => {
          answer += text;
        })
        .on('error', reject)
        .on('close', () => {
          const [head = '', body = ''] = answer.split('\r\n\r\n');
          resolve({ head, body });
        });
      socket.write(
        `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nAccept-Language: ${language}\r\nConnection: close\r\n\r\n`,
      );
    });
  }

  const paths = {
    '/%zz': 400,
    '/assets/%zz': 400,
    '/assets/..%2f..%2fpackage.json': 400,
    '/assets/a%00b': 400,
    '/assets/no-such-file.js': 404,
    '/terminal/assets/no-such-file.js': 404,
    '/api/%zz': 404,
    '/api/applications/%ff': 400,
    '//api/session/..%2f': 200,
  };

  it('gets a problem in the language of the user, wherever it goes, that tells nothing of the server', async () => {
    for (const [path, status] of Object.entries(paths)) {
      const zh = await ask('GET', path);
      const en = await ask('GET', path, 'en');
      expect(zh.head, path).to.match(new RegExp(`^HTTP/1.1 ${status} `));
      if (status === 200) continue;
      for (const { head, body } of [zh, en]) {
        expect(head, path).to.match(/content-type: application\/problem\+json/i);
        expect(body, path)
          .to.not.contain('node_modules')
          .and.to.not.contain(import.meta.dirname);
      }
      const [inChinese, inEnglish] = [zh, en].map(({ body }) => JSON.parse(body) as Problem);
      expect(inChinese?.code).to.equal(inEnglish?.code);
      expect(inChinese?.title).to.match(/[\u4e00-\u9fff]/);
      expect(inEnglish?.title).to.not.match(/[\u4e00-\u9fff]/);
    }
  });

  it('gets one, too, with a method that nothing here has', async () => {
    for (const method of ['TRACE', 'PROPFIND', 'PATCH', 'PUT']) {
      for (const path of ['/', '/healthz', '/api/session']) {
        const { head, body } = await ask(method, path);
        expect(head, `${method} ${path}`).to.match(/^HTTP\/1.1 404 /);
        expect((JSON.parse(body) as Problem).code).to.equal('not_found');
      }
    }
  });

  it('leaves nothing in a cache, even when it is refused', async () => {
    for (const path of ['/api/session', '/api/no-such-thing', '/api/demonstration']) {
      const { headers } = await server.client().request('GET', path);
      expect(headers.get('cache-control'), path).to.equal('no-store');
    }
  });

  it('is refused as malformed when its form is broken off, without a boundary, or no form at all', async () => {
    const officer = await server.signedIn('officer');
    const part = '--X\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc';
    const forms: Record<string, [type: string, form: string]> = {
      'broken off': ['multipart/form-data; boundary=X', part],
      empty: ['multipart/form-data; boundary=X', ''],
      'without a boundary': ['multipart/form-data', `${part}\r\n--X--\r\n`],
      'of another kind': ['multipart/mixed; boundary=X', `${part}\r\n--X--\r\n`],
      'with a bad header': ['multipart/form-data; boundary=X', '--X\r\nname\r\n\r\nx\r\n--X--\r\n'],
      'with a file name that ends in nothing': [
        'multipart/form-data; boundary=X',
        `${part.replace('"a"', '"a\u0000"')}\r\n--X--\r\n`,
      ],
    };
    for (const [what, [type, body]] of Object.entries(forms)) {
      const answer = await fetch(`${server.running.origin}/api/applications/none/documents`, {
        method: 'POST',
        headers: { cookie: officer.cookie(), 'content-type': type },
        body,
      });
      expect(answer.status, what).to.equal(400);
      expect(((await answer.json()) as Problem).code, what).to.equal('malformed_request');
    }
  });
});

describe('What goes wrong behind a route', () => {
  const folder = mkdtempSync(join(tmpdir(), 'visits-edge-'));
  const lines: string[] = [];
  let server: Server;
  let origin: string;

  before(async () => {
    writeFileSync(join(folder, 'file'), 'twelve bytes');
    const routes = [
      route({
        method: 'get',
        path: '/api/file',
        who: ['anyone'],
        summary: 'A file.',
        answer: 'file',
        handle: async () => ({ path: join(folder, 'file'), mediaType: 'text/plain' }),
      }),
      route({
        method: 'post',
        path: '/api/full',
        who: ['anyone'],
        summary: 'Writes on a disk that is always full.',
        answer: 'nothing',
        handle: () => writeFile('/dev/full', 'something'),
      }),
    ];
    const log = pino({}, { write: (line: string) => lines.push(line) });
    const edge = serveRoutes(routes, { identify: async () => ({}), log, secureCookies: false });
    server = createServer(express().use(edge)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as Problem).code];

  it('is said as it is when the disk is full, and stands in the log', async () => {
    expect(await codeOf(await fetch(`${origin}/api/full`, { method: 'POST' }))).to.deep.equal([
      503,
      'disk_unusable',
    ]);
    expect(lines.join('')).to.contain('ENOSPC');
  });

  it('is no fault of the request but for the part of a file that is not there', async () => {
    const part = (range: string) => fetch(`${origin}/api/file`, { headers: { range } });
    expect(await (await part('bytes=0-5')).text()).to.equal('twelve');
    expect(await codeOf(await part('bytes=12-'))).to.deep.equal([416, 'range_not_satisfiable']);
    // Parts of many kinds and numbers never come to more than the file.
    for (const range of ['bytes=0-0,2-2', `bytes=${'0-,'.repeat(500)}1-1`, 'lines=1-2', 'bytes=5-1']) {
      const answer = await part(range);
      expect(answer.status).to.be.oneOf([200, 206, 416]);
      if (answer.ok) expect((await answer.text()).length).to.be.at.most(12);
    }
  });
});
