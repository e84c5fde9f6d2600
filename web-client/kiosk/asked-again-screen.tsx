import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AskedAgain } from '../../server/kiosk/schema.ts';
import { inGroups } from '../applications/receipt/query-codes.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { FamilyPapers } from './family-papers.tsx';
import { papersAreMissing } from './plain-state.ts';
import { PlainStatus } from './plain-status.tsx';

/** It is received: the number and the code, to be printed or written down, and what is still to be handed in. */
export function AskedAgainScreen({ asked: { application, queryCode } }: { asked: AskedAgain }) {
  const { t } = useTranslation('kiosk');
  const { id, number } = application;
  return (
    <>
      <h1>{t('received')}</h1>
      <section className="kiosk-card kiosk-slip">
        <p>{t('number')}</p>
        <output className="kiosk-code">{number}</output>
        <p>{t('queryCode')}</p>
        <output className="kiosk-code">{inGroups(queryCode)}</output>
        <p className="no-print">{t('codeOnce')}</p>
      </section>
      <PlainStatus application={application} />
      <FamilyPapers application={application} />
      <section className="kiosk-buttons-down no-print">
        {papersAreMissing(application) ? (
          <LinkButton to={`/kiosk/applications/${id}/papers`} type="primary" block>
            {t('handInPapers')}
          </LinkButton>
        ) : null}
        <Button block onClick={() => window.print()}>
          {t('printSlip')}
        </Button>
        <LinkButton to="/kiosk" block>
          {t('backToOwn')}
        </LinkButton>
      </section>
    </>
  );
}
