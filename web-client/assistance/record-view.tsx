import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AssistanceRecord,
  attitudeTexts,
  type RecordsOfSession,
  sixMusts,
  sixMustTexts,
} from '../../server/assistance/schema.ts';
import { relationships } from '../../server/people/schema.ts';
import { brackets, Moment, sentences, useLabel } from '../language/index.ts';
import { PrintedTable } from '../shell/printed-table.tsx';

type Row = [string, ReactNode];

/** The session and what was written about it: the record that holds as it is printed, then those that were corrected. */
export function RecordView({ of: { session, records } }: { of: RecordsOfSession }) {
  const { t } = useTranslation('assistance');
  const label = useLabel();
  const [latest, ...corrected] = records;
  const rowsOf = useRowsOf();
  const about: Row[] = [
    [t('session'), session.visit.number],
    [
      t('startsAt'),
      <span key="at">
        <Moment at={session.visit.startsAt} />
        {session.talkedMinutes === null ? '' : ` · ${t('minutes', { minutes: session.talkedMinutes })}`}
      </span>,
    ],
    [t('prisoner'), `${session.prisoner.name} ${session.prisoner.number} · ${label(session.prison.name)}`],
    [
      t('workers'),
      sentences(
        session.visitors.map(
          ({ name, relationship, organisation }) =>
            name + brackets([label(relationships[relationship]), organisation].filter(Boolean).join(' · ')),
        ),
      ),
    ],
  ];
  return (
    <article className="printed">
      <h1>{t('printTitle')}</h1>
      <PrintedTable rows={latest ? [...about, ...rowsOf(latest)] : about} />
      {latest ? (
        <div className="signatures">
          <span>{t('signature')} ________________</span>
        </div>
      ) : null}
      {corrected.map((record) => (
        <section key={record.id} className="no-print">
          <h2>
            <Tag>{t('corrected')}</Tag>
          </h2>
          <PrintedTable rows={rowsOf(record)} />
        </section>
      ))}
    </article>
  );
}

function useRowsOf(): (record: AssistanceRecord) => Row[] {
  const { t } = useTranslation('assistance');
  const label = useLabel();
  return (record) => [
    [
      t('topics'),
      <span key="topics" className="as-written">
        {record.topics}
      </span>,
    ],
    [
      t('sixMusts'),
      sentences(
        sixMusts.map(
          (code) =>
            label(sixMustTexts[code]) + brackets(t(record.sixMusts.includes(code) ? 'done' : 'notDone')),
        ),
      ),
    ],
    [t('attitude'), label(attitudeTexts[record.attitude])],
    [
      t('followUp'),
      <span key="followUp" className="as-written">
        {record.followUp || '—'}
      </span>,
    ],
    [t('writtenBy'), record.writtenBy],
    [t('writtenAt'), <Moment key="at" at={record.writtenAt} />],
  ];
}
