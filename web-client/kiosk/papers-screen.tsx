import { useMutation, useQuery } from '@tanstack/react-query';
import { Progress, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { type DocumentKind, documentKinds, documentKindTexts } from '../../server/applications/schema.ts';
import type { FamilyApplication } from '../../server/kiosk/schema.ts';
import { handInPaper, readOwnApplication } from '../api/kiosk.ts';
import { useLabel } from '../language/index.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useTitle } from '../shell/use-title.ts';
import { FamilyPapers } from './family-papers.tsx';
import { HandBack } from './hand-back.tsx';
import { PictureButton } from './picture-button.tsx';
import { useKeptApplication } from './use-kept-application.ts';

/** Hands in papers, one after the other: whose, which, and the picture or scan of it. */
export function PapersScreen() {
  const { applicationId = '' } = useParams();
  const query = useQuery({
    queryKey: ['kiosk', 'application', applicationId],
    queryFn: () => readOwnApplication(applicationId),
  });
  return <Loaded query={query}>{(application) => <Papers application={application} />}</Loaded>;
}

function Papers({ application }: { application: FamilyApplication }) {
  const { t } = useTranslation('kiosk');
  const label = useLabel();
  const navigate = useNavigate();
  const { id, visitors, actions, decisions } = application;
  const [visitorId, setVisitorId] = useState(visitors.find(({ own }) => own)?.id ?? '');
  const [kind, setKind] = useState<DocumentKind>('id_card');
  const [share, setShare] = useState(0);
  const kept = useKeptApplication(id);
  const sending = useMutation({
    mutationFn: (file: File) => handInPaper(id, { visitorId, kind, file }, setShare),
    onMutate: () => setShare(0),
    ...kept,
  });
  const asked = decisions.at(-1);
  useTitle(t('handInPapers'));
  return (
    <>
      <h1>{t('handInPapers')}</h1>
      {asked?.decision === 'ask_supplement' ? (
        <p className="kiosk-card">{t('asked', { what: asked.note || (asked.reason ?? '') })}</p>
      ) : null}
      <FamilyPapers application={application} />
      {actions.addDocument.allowed ? (
        <section className="kiosk-card">
          <fieldset className="kiosk-choice">
            <legend>{t('whosePaper')}</legend>
            <Radio.Group
              value={visitorId}
              onChange={({ target }) => setVisitorId(target.value)}
              options={visitors.map(({ id: value, name }) => ({ value, label: name }))}
            />
          </fieldset>
          <fieldset className="kiosk-choice">
            <legend>{t('whichPaper')}</legend>
            <Radio.Group
              value={kind}
              onChange={({ target }) => setKind(target.value)}
              options={documentKinds.map((value) => ({ value, label: label(documentKindTexts[value]) }))}
            />
          </fieldset>
          <PictureButton disabled={sending.isPending} onFile={sending.mutate} />
          <ProblemNotice error={sending.error} />
          <div role="status">
            {sending.isPending ? <Progress percent={Math.round(share * 100)} /> : null}
            {sending.isSuccess ? <p className="kiosk-done">{t('paperIsIn')}</p> : null}
          </div>
        </section>
      ) : (
        <p>{actions.addDocument.reason}</p>
      )}
      <section className="kiosk-buttons-down">
        {actions.resubmit.allowed ? (
          <HandBack application={application} onDone={() => void navigate(`/kiosk/applications/${id}`)} />
        ) : null}
        <LinkButton to={`/kiosk/applications/${id}`} block>
          {t('back')}
        </LinkButton>
      </section>
    </>
  );
}
