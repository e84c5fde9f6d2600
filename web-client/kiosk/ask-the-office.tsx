import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readOffice } from '../api/kiosk.ts';
import { useLabel } from '../language/index.ts';

/** Telephone, address and hours of the office, once it has said them. */
export function AskTheOffice() {
  const { t } = useTranslation('kiosk');
  const label = useLabel();
  const office = useQuery({ queryKey: ['kiosk', 'office'], queryFn: readOffice });
  const contact = office.data?.contact;
  if (!contact) return null;
  const { phone, address, hours } = contact;
  return (
    <section className="kiosk-office">
      <h2>{t('office')}</h2>
      <p>{t('officePhone', { phone })}</p>
      <p>{label(address)}</p>
      <p>{label(hours)}</p>
    </section>
  );
}
