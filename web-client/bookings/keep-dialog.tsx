import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../server/bookings/schema.ts';
import { keepBooking } from '../api/bookings.ts';
import { ReasonDialog } from '../shell/reason-dialog.tsx';

/** The prison says why a flagged visit takes place as it is. */
export function KeepDialog({ booking, onClose }: { booking: Booking; onClose(): void }) {
  const { t } = useTranslation('bookings');
  const queries = useQueryClient();
  const send = async ({ note = '' }: { note?: string }) => {
    try {
      const codes = booking.attention.map(({ code }) => code);
      const kept = await keepBooking(booking.id, { version: booking.version, codes, note });
      queries.setQueryData(['booking', booking.id], kept);
      void queries.invalidateQueries({ queryKey: ['bookings'] });
      void queries.invalidateQueries({ queryKey: ['flagged-bookings'] });
    } catch (error) {
      void queries.invalidateQueries({ queryKey: ['booking', booking.id] });
      throw error;
    }
  };
  return (
    <ReasonDialog
      title={t('keepTitle', { number: booking.number })}
      hint={booking.attention.map(({ text }) => text).join(' ')}
      noteLabel={t('keepNote')}
      noteNeeded={t('keepNoteNeeded')}
      okText={t('keepAsItIs')}
      send={send}
      onClose={onClose}
    />
  );
}
