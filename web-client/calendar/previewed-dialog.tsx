import { useQueryClient } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarPreview } from '../../server/calendar/schema.ts';
import { PreviewFirstDialog } from '../shell/preview-first-dialog.tsx';
import { TouchedBookings } from './touched-bookings.tsx';
import './calendar.css';

type Props<C> = Omit<
  ComponentProps<typeof PreviewFirstDialog<C, CalendarPreview>>,
  'saveText' | 'showPreview' | 'onSaved'
>;

/** Asks for a change of when visits can be, shows the booked visits that it would touch, and saves it only then. */
export function PreviewedDialog<C>(props: Props<C>) {
  const { t } = useTranslation('calendar');
  const queries = useQueryClient();
  return (
    <PreviewFirstDialog<C, CalendarPreview>
      {...props}
      saveText={t('save')}
      showPreview={({ preview }) => <TouchedBookings preview={preview} />}
      onSaved={async () => {
        // Whatever shows when a visit can be: the calendar, what is closed, places, offered slots.
        await queries.invalidateQueries();
        props.onClose();
      }}
    />
  );
}
