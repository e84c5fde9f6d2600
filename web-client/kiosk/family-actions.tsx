import { useTranslation } from 'react-i18next';
import type { FamilyApplication } from '../../server/kiosk/schema.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { HandBack } from './hand-back.tsx';
import { papersAreMissing, plainStateOf } from './plain-state.ts';
import { Withdraw } from './withdraw.tsx';

/** What can be done now; what cannot is not offered, but for asking again, where it is said why. */
export function FamilyActions({ application }: { application: FamilyApplication }) {
  const { t } = useTranslation('kiosk');
  const { id, actions } = application;
  const state = plainStateOf(application);
  const mayWonder = state === 'approved' || state === 'over' || state === 'booked';
  return (
    <section className="kiosk-buttons-down" aria-label={t('actions')}>
      {actions.addDocument.allowed ? (
        <LinkButton
          to={`/kiosk/applications/${id}/papers`}
          type={state === 'papers' || papersAreMissing(application) ? 'primary' : 'default'}
          block
        >
          {t('handInPapers')}
        </LinkButton>
      ) : null}
      {actions.resubmit.allowed ? <HandBack application={application} /> : null}
      {actions.askAgain.allowed ? (
        <LinkButton
          to={`/kiosk/applications/${id}/again`}
          type={state === 'over' ? 'primary' : 'default'}
          block
        >
          {t('askAgain')}
        </LinkButton>
      ) : mayWonder ? (
        <p>{t('noAskAgain', { reason: actions.askAgain.reason })}</p>
      ) : null}
      {actions.withdraw.allowed ? <Withdraw application={application} /> : null}
    </section>
  );
}
