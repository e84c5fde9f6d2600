import { useTranslation } from 'react-i18next';
import type { FamilyApplication } from '../../server/kiosk/schema.ts';
import { useLabel } from '../language/index.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { plainStateOf } from './plain-state.ts';
import { PlainStatus } from './plain-status.tsx';

/** One application among others, with the way to the rest of it. */
export function ApplicationCard({ application }: { application: FamilyApplication }) {
  const { t } = useTranslation('kiosk');
  const label = useLabel();
  const { id, number, prisonerName, prison } = application;
  return (
    <article className="kiosk-card">
      <h2>{t(`head_${plainStateOf(application)}`)}</h2>
      <p className="kiosk-about">{t('about', { prisoner: prisonerName, prison: label(prison), number })}</p>
      <PlainStatus application={application} />
      <LinkButton to={`/kiosk/applications/${id}`} type="primary" aria-label={t('openOf', { number })}>
        {t('open')}
      </LinkButton>
    </article>
  );
}
