import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type DeskCount, deskTexts, mostCounted } from '../../server/desk/schema.ts';
import { useLabel } from '../language/index.ts';

const shown = (count: number) => (count > mostCounted ? `${mostCounted}+` : String(count));

/** One line a queue; each count leads to the list of exactly these. Queues in which nothing waits stay, quietly. */
export function DeskCounts({ counts }: { counts: readonly DeskCount[] }) {
  const { t } = useTranslation('desk');
  const label = useLabel();
  return (
    <ul className="desk-counts">
      {counts.map(({ code, prison, count, overdue, link, overdueLink }) => {
        const what = label(deskTexts[code]) + (prison ? ` · ${label(prison.name)}` : '');
        return (
          <li
            key={`${code} ${prison?.id}`}
            className={count === 0 ? 'desk-count desk-count-none' : 'desk-count'}
          >
            <Link to={link} aria-label={t('list', { what, count: shown(count) })}>
              <strong>{shown(count)}</strong>
              <span>{what}</span>
            </Link>
            {overdue && overdueLink ? (
              <Link
                to={overdueLink}
                className="overdue"
                aria-label={t('overdueList', { what, count: shown(overdue) })}
              >
                {t('overdue', { count: shown(overdue) })}
              </Link>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
