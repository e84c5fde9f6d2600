import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { menuOf, openEntry } from './menu-items.ts';
import { useStaff } from './use-session.ts';

/** Plain links: each is reached with one press of Tab, and read out as what it is. */
export function MainMenu() {
  const { t } = useTranslation('shell');
  const { role } = useStaff();
  const open = openEntry(useLocation().pathname);
  return (
    <nav aria-label={t('menu')} className="main-menu">
      {menuOf(role).map(({ path, text }) => (
        <Link key={path} to={path} aria-current={path === open ? 'page' : undefined}>
          {t(text)}
        </Link>
      ))}
    </nav>
  );
}
