import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Language, languages } from '../../../server/edge/language.ts';
import { readReceipt } from '../../api/applications.ts';
import { languageNames, useLanguage } from '../../language/index.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { NewQueryCode } from './new-query-code.tsx';
import { PaperReceipt } from './paper-receipt.tsx';
import { useQueryCode } from './query-codes.ts';

/** The receipt before it is printed, in the language of whoever takes it home. */
export function ReceiptPage() {
  const { t } = useTranslation('applications');
  const { applicationId = '' } = useParams();
  const [paperLanguage, setPaperLanguage] = useState<Language>(useLanguage());
  const queryCode = useQueryCode(applicationId);
  const query = useQuery({
    queryKey: ['receipt', applicationId],
    queryFn: () => readReceipt(applicationId),
  });
  return (
    <>
      <div className="no-print">
        <PageHead title={t('receipt')}>
          <Radio.Group
            aria-label={t('receiptLanguage')}
            optionType="button"
            value={paperLanguage}
            onChange={({ target }) => setPaperLanguage(target.value)}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <LinkButton to={`/applications/${applicationId}`}>{t('toApplication')}</LinkButton>
          <Button type="primary" onClick={() => window.print()}>
            {t('printReceipt')}
          </Button>
        </PageHead>
        <NewQueryCode applicationId={applicationId} queryCode={queryCode} />
      </div>
      <Loaded query={query}>
        {(receipt) => <PaperReceipt receipt={receipt} queryCode={queryCode} language={paperLanguage} />}
      </Loaded>
    </>
  );
}
