import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Booking, type CancelReason, cancelReasonTexts } from '../../server/bookings/schema.ts';
import { cancelBooking } from '../api/bookings.ts';
import { ReasonDialog, type ReasonValues } from '../shell/reason-dialog.tsx';

export function CancelDialog({ booking, onClose }: { booking: Booking; onClose(): void }) {
  const { t } = useTranslation('bookings');
  const queries = useQueryClient();
  const send = async ({ code, note = '' }: ReasonValues<CancelReason>) => {
    try {
      const body = { version: booking.version, reasonCode: code ?? 'other', note };
      queries.setQueryData(['booking', booking.id], await cancelBooking(booking.id, body));
      void queries.invalidateQueries({ queryKey: ['bookings'] });
    } catch (error) {
      void queries.invalidateQueries({ queryKey: ['booking', booking.id] });
      throw error;
    }
  };
  return (
    <ReasonDialog<CancelReason>
      title={t('cancelTitle', { number: booking.number })}
      hint={t('cancelHint')}
      reasons={{
        label: t('reason'),
        needed: t('reasonNeeded'),
        field: 'reasonCode',
        texts: cancelReasonTexts,
      }}
      noteLabel={t('note')}
      okText={t('confirmCancel')}
      cancelText={t('keep')}
      danger
      send={send}
      onClose={onClose}
    />
  );
}
