import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listOwnApplications } from '../api/kiosk.ts';
import { Loaded } from '../shell/loaded.tsx';
import { useTitle } from '../shell/use-title.ts';
import { ApplicationCard } from './application-card.tsx';
import { OwnNotices } from './own-notices.tsx';
import { useRelative } from './use-relative.ts';

/** The first page after signing in: every application, each with where it is in a few words. */
export function OwnApplications() {
  const { t } = useTranslation('kiosk');
  const { name } = useRelative();
  const query = useQuery({ queryKey: ['kiosk', 'applications'], queryFn: listOwnApplications });
  useTitle(t('ownTitle'));
  return (
    <>
      <h1>{t('greeting', { name })}</h1>
      <Loaded query={query}>
        {(applications) => (
          <section aria-label={t('ownTitle')} className="kiosk-cards">
            {applications.map((application) => (
              <ApplicationCard key={application.id} application={application} />
            ))}
          </section>
        )}
      </Loaded>
      <OwnNotices />
    </>
  );
}
