import { Empty, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { prisonerChangeTexts } from '../../server/custody/codes.ts';
import type { PrisonerFile } from '../../server/custody/schema.ts';
import { Moment, useLabel } from '../language/index.ts';

/** Every change, the latest first: what it was, what it is, who entered it and why. */
export function PrisonerHistory({ history }: { history: PrisonerFile['history'] }) {
  const { t } = useTranslation('prisoners');
  const label = useLabel();
  if (history.length === 0) return <Empty description={t('noHistory')} />;
  return (
    <Timeline
      items={history.map(({ kind, day, changed, note, by, at }) => ({
        key: `${at} ${kind}`,
        content: (
          <>
            <strong>{label(prisonerChangeTexts[kind])}</strong> · {day}
            {changed.map(({ what, before, after }) => (
              <div key={what.en}>
                {label(what)}
                {before === '' ? ' · ' : ` · ${before} → `}
                {after === '' ? '—' : after}
              </div>
            ))}
            {note === '' ? null : <div>{note}</div>}
            <div className="quiet">
              {by} · <Moment at={at} />
            </div>
          </>
        ),
      }))}
    />
  );
}
