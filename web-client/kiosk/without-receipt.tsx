import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { AskTheOffice } from './ask-the-office.tsx';

/** For those who apply for the first time, and for those who have lost their receipt: where to go, and what to bring. */
export function WithoutReceipt({ onBack }: { onBack(): void }) {
  const { t } = useTranslation('kiosk');
  return (
    <section className="kiosk-narrow">
      <h1>{t('withoutReceipt')}</h1>
      <h2>{t('firstTime')}</h2>
      <p>{t('firstTimeWhere')}</p>
      <ul>
        <li>{t('bringCard')}</li>
        <li>{t('bringProof')}</li>
        <li>{t('bringMinor')}</li>
        <li>{t('bringPrisoner')}</li>
      </ul>
      <h2>{t('lostReceipt')}</h2>
      <p>{t('lostReceiptHint')}</p>
      <h2>{t('urgent')}</h2>
      <p>{t('urgentHint')}</p>
      <AskTheOffice />
      <Button type="primary" block autoFocus onClick={onBack}>
        {t('back')}
      </Button>
    </section>
  );
}
