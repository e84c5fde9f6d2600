import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { FamilyApplication } from '../../server/kiosk/schema.ts';
import { readOwnApplication } from '../api/kiosk.ts';
import { useLabel } from '../language/index.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { useTitle } from '../shell/use-title.ts';
import { AskTheOffice } from './ask-the-office.tsx';
import { FamilyActions } from './family-actions.tsx';
import { FamilyDecisions } from './family-decisions.tsx';
import { FamilyPapers } from './family-papers.tsx';
import { FamilyVisit } from './family-visit.tsx';
import { plainStateOf } from './plain-state.ts';
import { PlainStatus } from './plain-status.tsx';

/** One application: where it is, what was decided and why, when the visit is, and what can be done. */
export function ApplicationScreen() {
  const { applicationId = '' } = useParams();
  const query = useQuery({
    queryKey: ['kiosk', 'application', applicationId],
    queryFn: () => readOwnApplication(applicationId),
  });
  return <Loaded query={query}>{(application) => <Shown application={application} />}</Loaded>;
}

function Shown({ application }: { application: FamilyApplication }) {
  const { t } = useTranslation('kiosk');
  const label = useLabel();
  const { number, prisonerName, prison, visit } = application;
  const head = t(`head_${plainStateOf(application)}`);
  useTitle(`${head} ${number}`);
  return (
    <>
      <h1>{head}</h1>
      <p className="kiosk-about">{t('about', { prisoner: prisonerName, prison: label(prison), number })}</p>
      <PlainStatus application={application} />
      {visit ? <FamilyVisit visit={visit} terms={application.terms} /> : null}
      <FamilyDecisions decisions={application.decisions} />
      <FamilyPapers application={application} />
      <FamilyActions application={application} />
      <AskTheOffice />
      <LinkButton to="/kiosk" block className="kiosk-second">
        {t('backToOwn')}
      </LinkButton>
    </>
  );
}
