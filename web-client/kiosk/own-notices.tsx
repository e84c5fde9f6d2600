import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnNotice } from '../../server/notices/schema.ts';
import { listOwnNotices, tellSeen } from '../api/kiosk.ts';
import { Moment, useLabel } from '../language/index.ts';
import { Loaded } from '../shell/loaded.tsx';

/** What the office has told the relative, the newest first; whatever is opened counts as seen. */
export function OwnNotices() {
  const { t } = useTranslation('kiosk');
  const query = useQuery({ queryKey: ['kiosk', 'notices'], queryFn: listOwnNotices });
  return (
    <section className="kiosk-card kiosk-notices" aria-label={t('notices')}>
      <h2>{t('notices')}</h2>
      <Loaded query={query}>
        {(notices) =>
          notices.length === 0 ? (
            <p>{t('noticesNone')}</p>
          ) : (
            notices.map((notice) => <Told key={notice.id} notice={notice} />)
          )
        }
      </Loaded>
    </section>
  );
}

/** A letter is folded until somebody opens it: whoever stands behind reads no names. */
function Told({ notice: { id, title, full, createdAt } }: { notice: OwnNotice }) {
  const label = useLabel();
  const [open, setOpen] = useState(false);
  const seeing = useMutation({ mutationFn: tellSeen });
  return (
    <details
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        if (currentTarget.open && !seeing.isSuccess) seeing.mutate([id]);
      }}
    >
      <summary>
        {label(title)}{' '}
        <span className="quiet">
          <Moment at={createdAt} shape="day" />
        </span>
      </summary>
      {open ? <p className="kiosk-told">{label(full)}</p> : null}
    </details>
  );
}
