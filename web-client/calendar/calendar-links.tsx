import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import './calendar.css';

/** The three pages of the calendar, from each of them. */
export function CalendarLinks() {
  const { t } = useTranslation('calendar');
  const pages = [
    { to: '/calendar', text: t('calendarTitle') },
    { to: '/calendar/closures', text: t('closuresTitle') },
    { to: '/calendar/centre', text: t('centreTitle') },
  ];
  return (
    <nav aria-label={t('calendarTitle')} className="area-links no-print">
      {pages.map(({ to, text }) => (
        <NavLink key={to} to={to} end>
          {text}
        </NavLink>
      ))}
    </nav>
  );
}
