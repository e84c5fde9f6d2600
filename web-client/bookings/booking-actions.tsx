import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Booking } from '../../server/bookings/schema.ts';
import { ActionButton, isShown, sharedReason } from '../shell/action-button.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { KeepDialog } from './keep-dialog.tsx';

/** Where a booking leads to and how it is changed. One that is cancelled leads nowhere. */
export function BookingActions({ booking }: { booking: Booking }) {
  const { t } = useTranslation('bookings');
  const navigate = useNavigate();
  const [keeping, setKeeping] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  if (booking.state === 'cancelled') return null;
  const { move, cancel, keep } = booking.actions;
  const reason = sharedReason([move, cancel].filter(isShown));
  return (
    <>
      <LinkButton to={`/visits/${booking.id}`}>{t('toVisit')}</LinkButton>
      {booking.kind === 'assistance_session' && booking.state === 'ended' ? (
        <LinkButton to={`/visits/${booking.id}/assistance`}>{t('assistanceRecord')}</LinkButton>
      ) : null}
      <LinkButton to={`/bookings/${booking.id}/notice`}>{t('notice')}</LinkButton>
      <ActionButton
        action={move}
        reasonAt={reason && 'booking-reason'}
        onClick={() => navigate(`/applications/${booking.application.id}/booking`)}
      >
        {t('move')}
      </ActionButton>
      <ActionButton
        action={cancel}
        reasonAt={reason && 'booking-reason'}
        danger
        onClick={() => setCancelling(true)}
      >
        {t('cancel')}
      </ActionButton>
      {booking.attention.length === 0 ? null : (
        <ActionButton action={keep} onClick={() => setKeeping(true)}>
          {t('keepAsItIs')}
        </ActionButton>
      )}
      {reason ? (
        <p id="booking-reason" className="disabled-reason">
          {reason}
        </p>
      ) : null}
      {keeping ? <KeepDialog booking={booking} onClose={() => setKeeping(false)} /> : null}
      {cancelling ? <CancelDialog booking={booking} onClose={() => setCancelling(false)} /> : null}
    </>
  );
}
