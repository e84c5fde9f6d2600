import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayList } from '../../server/day-lists/schema.ts';
import { acknowledgeDayList } from '../api/day-lists.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';

/** Sends back exactly what was on the screen: if the list has changed meanwhile, the server says so. */
export function AcknowledgeDialog({ list, onClose }: { list: DayList; onClose(): void }) {
  const { t } = useTranslation('dayLists');
  const queries = useQueryClient();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // What was listed when the dialog was opened.
  const [seen] = useState(() =>
    list.visits
      .filter(({ standing }) => standing !== 'begun')
      .map(({ bookingId, version, standing }) => ({ bookingId, version, gone: standing === 'gone' })),
  );
  const send = async () => {
    setSending(true);
    try {
      await acknowledgeDayList(list.prison.id, list.day, { wardId: list.ward?.id ?? null, seen });
      await queries.invalidateQueries({ queryKey: ['day-lists'] });
      await queries.invalidateQueries({ queryKey: ['desk'] });
      onClose();
    } catch (thrown) {
      setError(thrown);
      setSending(false);
      await queries.invalidateQueries({ queryKey: ['day-lists'] });
    }
  };
  return (
    <Dialog
      title={t('acknowledgeTitle', { count: seen.length })}
      okText={t('acknowledge')}
      okButtonProps={{ loading: sending }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p>{t('acknowledgeHint')}</p>
      <ProblemNotice error={error} />
    </Dialog>
  );
}
