import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { readDraft } from '../../api/drafts.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { ApplicationForm } from './application-form.tsx';

/** Takes in an application at the counter: a new one, or the draft that the address names. */
export function NewApplicationPage() {
  const { t } = useTranslation('applications');
  const { t: tCounter } = useTranslation('counter');
  const [params] = useSearchParams();
  // The address names the draft of this page, too, once it was saved: it is not opened a second time.
  const [draftId] = useState(() => params.get('draft'));
  const draft = useQuery({
    queryKey: ['application-draft', draftId],
    queryFn: () => readDraft(draftId ?? ''),
    enabled: draftId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <>
      <PageHead title={t('newTitle')}>
        <LinkButton to="/applications/drafts">{tCounter('drafts')}</LinkButton>
      </PageHead>
      {draftId === null ? (
        <ApplicationForm draft={undefined} />
      ) : (
        <Loaded query={draft}>{(opened) => <ApplicationForm draft={opened} />}</Loaded>
      )}
    </>
  );
}
