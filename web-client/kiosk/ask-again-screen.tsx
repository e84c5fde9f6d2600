import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { dayPartTexts } from '../../server/bookings/schema.ts';
import { type FamilyApplication, type WishedTime, wishedTimes } from '../../server/kiosk/schema.ts';
import { relationships } from '../../server/people/schema.ts';
import { askAgain, readOwnApplication } from '../api/kiosk.ts';
import { useLabel } from '../language/index.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useTitle } from '../shell/use-title.ts';
import { AskedAgainScreen } from './asked-again-screen.tsx';

/** Asks for another visit: who comes this time, and when it would suit. Everything else is known. */
export function AskAgainScreen() {
  const { applicationId = '' } = useParams();
  const query = useQuery({
    queryKey: ['kiosk', 'application', applicationId],
    queryFn: () => readOwnApplication(applicationId),
  });
  return <Loaded query={query}>{(application) => <AskAgain application={application} />}</Loaded>;
}

function AskAgain({ application }: { application: FamilyApplication }) {
  const { t } = useTranslation('kiosk');
  const label = useLabel();
  const queries = useQueryClient();
  const { id, visitors, prisonerName, prison, actions } = application;
  const [visitorIds, setVisitorIds] = useState(visitors.map((visitor) => visitor.id));
  const [wishedTime, setWishedTime] = useState<WishedTime>('any');
  const [wishes, setWishes] = useState('');
  const asking = useMutation({
    mutationFn: () => askAgain(id, { visitorIds, wishedTime, wishes }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['kiosk', 'applications'] }),
  });
  useTitle(t('askAgain'));
  if (asking.data) return <AskedAgainScreen asked={asking.data} />;
  return (
    <>
      <h1>{t('askAgain')}</h1>
      <p>{t('askAgainHint', { prisoner: prisonerName, prison: label(prison) })}</p>
      <section className="kiosk-card">
        <fieldset className="kiosk-choice">
          <legend>{t('whoComes')}</legend>
          <Checkbox.Group
            value={visitorIds}
            onChange={setVisitorIds}
            options={visitors.map(({ id: value, name, own, relationship }) => ({
              value,
              label: `${name} · ${label(relationships[relationship])}`,
              disabled: own,
            }))}
          />
        </fieldset>
        <fieldset className="kiosk-choice">
          <legend>{t('whenSuits')}</legend>
          <Radio.Group
            value={wishedTime}
            onChange={({ target }) => setWishedTime(target.value)}
            options={wishedTimes.map((value) => ({
              value,
              label: value === 'any' ? t('anyTime') : label(dayPartTexts[value]),
            }))}
          />
        </fieldset>
        <label className="kiosk-label" htmlFor="kiosk-wishes">
          {t('wishes')}
        </label>
        <Input.TextArea
          id="kiosk-wishes"
          rows={2}
          maxLength={300}
          value={wishes}
          onChange={({ target }) => setWishes(target.value)}
        />
      </section>
      <ProblemNotice error={asking.error} />
      <section className="kiosk-buttons-down">
        {actions.askAgain.allowed ? (
          <Button type="primary" block loading={asking.isPending} onClick={() => asking.mutate()}>
            {t('sendAgain')}
          </Button>
        ) : (
          <p>{actions.askAgain.reason}</p>
        )}
        <LinkButton to={`/kiosk/applications/${id}`} block>
          {t('back')}
        </LinkButton>
      </section>
    </>
  );
}
