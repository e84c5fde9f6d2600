import { expect } from 'chai';
import type { OwnNotice } from '../../server/notices/schema.ts';
import { forEachDatabase } from '../support/databases.ts';
import type { TestClient } from '../support/test-server.ts';
import { brother, type Kiosk, mother, openKiosk, type Submitted, stranger } from './a-kiosk.ts';

describe('What a relative was told, at the kiosk', () => {
  forEachDatabase((_name, open) => {
    let kiosk: Kiosk;
    let application: Submitted;
    let client: TestClient;
    beforeEach(async () => {
      kiosk = await openKiosk(await open());
      application = await kiosk.submit({ visitors: [mother, brother] });
      await kiosk.submit({ visitors: [stranger], prisoner: 'BML-20230042' });
      await kiosk.forward(application);
      client = await kiosk.relative(mother, application.queryCode);
    });
    afterEach(() => kiosk.close());

    const list = async (as = client) => (await as.request<OwnNotice[]>('GET', '/api/kiosk/notices')).body;
    const seen = (): Promise<string[]> =>
      kiosk.running.foundation.db('notice_deliveries').where({ channel: 'screen' }).pluck('notice_id');

    it('is what concerns them, the newest first, in both languages', async () => {
      const notices = await list();
      expect(notices.map(({ kind }) => kind)).to.deep.equal([
        'application_forwarded',
        'application_received',
      ]);
      for (const { title, full, applicationId } of notices) {
        expect(applicationId).to.equal(application.id);
        expect(title.zh).to.match(/[\u4e00-\u9fff]/);
        expect(full.en).to.not.equal('');
      }
    });

    it('counts as seen once it is opened, and only for themselves', async () => {
      const [newest] = await list();
      const other = await kiosk.relative(brother, application.queryCode);
      const [othersNewest] = await list(other);
      const noticeIds = [newest?.id ?? '', othersNewest?.id ?? ''];
      const answer = await client.request('POST', '/api/kiosk/notices/seen', { noticeIds });
      expect(answer.status).to.equal(204);
      expect(await seen()).to.deep.equal([newest?.id]);
    });
  });
});
