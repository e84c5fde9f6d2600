import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  type Closure,
  closureReasonTexts,
  dayKindTexts,
  type Week,
  type WeekDay,
} from '../../server/calendar/schema.ts';
import { list, Moment, startOfDay, useLabel } from '../language/index.ts';

/** A column a day, as a calendar on a wall. */
export function WeekTable({ week: { days, closures } }: { week: Week }) {
  return (
    <div className="week">
      {days.map((day) => (
        <section key={day.date} className={`week-day week-day-${day.kind}`}>
          <DayHead day={day} />
          {closures
            .filter(({ id }) => day.closureIds.includes(id))
            .map((closure) => (
              <ClosureOfDay key={closure.id} closure={closure} />
            ))}
          <SessionsOfDay day={day} />
        </section>
      ))}
    </div>
  );
}

function DayHead({ day }: { day: WeekDay }) {
  const { t } = useTranslation('calendar');
  const label = useLabel();
  const { date, kind, festival, arrangementKnown, centreHours } = day;
  return (
    <header>
      <h2>
        <Moment at={startOfDay(date)} shape="monthDay" />
      </h2>
      {kind === 'ordinary' ? null : (
        <Tag color={kind === 'holiday' ? 'red' : kind === 'makeup_working_day' ? 'blue' : 'default'}>
          {festival ? `${label(festival)} · ${label(dayKindTexts[kind])}` : label(dayKindTexts[kind])}
        </Tag>
      )}
      {arrangementKnown ? null : <Tag color="orange">{t('notKnown')}</Tag>}
      {centreHours === null ? null : (
        <div className="quiet">
          {centreHours.length === 0
            ? t('centreClosed')
            : t('centreOpen', { hours: list(centreHours.map((open) => `${open.opensAt}–${open.closesAt}`)) })}
        </div>
      )}
    </header>
  );
}

function ClosureOfDay({ closure }: { closure: Closure }) {
  const { t } = useTranslation('calendar');
  const label = useLabel();
  const { scopeName, reasonCode, from, until } = closure;
  return (
    <div className="week-closure">
      {t('closedFrom', { what: label(scopeName), reason: label(closureReasonTexts[reasonCode]) })}
      <div className="quiet">
        <Moment at={from} /> – <Moment at={until} />
      </div>
    </div>
  );
}

function SessionsOfDay({ day }: { day: WeekDay }) {
  const { t } = useTranslation('calendar');
  const label = useLabel();
  if (day.sessions.length === 0) return <p className="quiet">{t('noSession')}</p>;
  return (
    <ul className="week-sessions">
      {day.sessions.map((session) => (
        <li key={session.templateId} className={session.held ? 'week-session' : 'week-session week-not-held'}>
          <strong>
            {session.opensAt}–{session.closesAt}
          </strong>
          <span>{session.name}</span>
          <span className="quiet">
            {session.wards.length === 0 ? t('everyWard') : list(session.wards.map(({ name }) => label(name)))}
          </span>
          {session.capacity === null ? null : (
            <span className="quiet">{t('atOnce', { capacity: session.capacity })}</span>
          )}
          {session.held ? (
            <span>{t('bookedOf', { booked: session.booked })}</span>
          ) : (
            <span className="quiet">{t('notOnHoliday')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
