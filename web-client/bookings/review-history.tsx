import { Card, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Booking, reviewOutcomeTexts } from '../../server/bookings/schema.ts';
import { Moment, useLabel } from '../language/index.ts';

/** How the booking was settled each time that it needed review. */
export function ReviewHistory({ reviews }: { reviews: Booking['reviews'] }) {
  const { t } = useTranslation('bookings');
  const label = useLabel();
  if (reviews.length === 0) return null;
  return (
    <Card className="panel" title={t('reviewHistory')}>
      <Timeline
        items={reviews.map(({ outcome, reasons, note, by, at }) => ({
          key: at,
          content: (
            <>
              <strong>{label(reviewOutcomeTexts[outcome])}</strong> · {by} · <Moment at={at} />
              {reasons.map((reason) => (
                <div key={reason} className="quiet">
                  {reason}
                </div>
              ))}
              {note === '' ? null : <div>{note}</div>}
            </>
          ),
        }))}
      />
    </Card>
  );
}
