import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Slot } from '../../server/calendar/schema.ts';
import { book, moveBooking, readBooking } from '../api/bookings.ts';
import { usePlaces } from '../api/places.ts';
import { Moment, useLabel } from '../language/index.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import type { JustDone } from './booking-page.tsx';

type Props = { slot: Slot; applicationId: string; bookingId: string | null };
type Places = { visitRoomId: string; terminalId: string };

/** Room and terminal of the chosen slot. The first that are free are proposed. */
export function ChosenSlot({ slot, applicationId, bookingId }: Props) {
  const { t } = useTranslation('bookings');
  const label = useLabel();
  const places = usePlaces();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const booking = useMutation({
    async mutationFn(chosen: Places) {
      const place = { startsAt: slot.startsAt, ...chosen };
      if (bookingId === null) return book({ applicationId, ...place });
      const { version } = await readBooking(bookingId);
      return moveBooking(bookingId, { version, ...place });
    },
    onSuccess(booked) {
      queries.setQueryData(['booking', booked.id], booked);
      void queries.invalidateQueries({ queryKey: ['bookings'] });
      void queries.invalidateQueries({ queryKey: ['slots'] });
      const justDone: JustDone = bookingId === null ? 'booked' : 'moved';
      navigate(`/bookings/${booked.id}`, { state: { justDone } });
    },
    // The slot may have been taken meanwhile.
    onError: () => queries.invalidateQueries({ queryKey: ['slots'] }),
  });
  const rooms = (places.data?.visitRooms ?? []).filter(({ id }) => slot.visitRoomIds.includes(id));
  const terminals = (places.data?.prisons ?? [])
    .flatMap((prison) => prison.terminals)
    .filter(({ id }) => slot.terminalIds.includes(id));
  return (
    <Card title={t('chosen')}>
      <ProblemNotice error={booking.error} />
      <p className="sentence">
        <Moment at={slot.startsAt} shape="day" /> <Moment at={slot.startsAt} shape="time" /> –{' '}
        <Moment at={slot.endsAt} shape="time" />
      </p>
      <Form
        layout="vertical"
        initialValues={{ visitRoomId: slot.visitRoomIds[0], terminalId: slot.terminalIds[0] }}
        onFinish={booking.mutate}
      >
        <div className="form-grid">
          <Form.Item name="visitRoomId" label={t('visitRoom')} rules={[{ required: true }]}>
            <Select
              options={rooms.map(({ id, name, stepFree }) => ({
                value: id,
                label: label(name) + (stepFree ? t('stepFree') : ''),
              }))}
            />
          </Form.Item>
          <Form.Item name="terminalId" label={t('terminal')} rules={[{ required: true }]}>
            <Select options={terminals.map(({ id, name }) => ({ value: id, label: label(name) }))} />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={booking.isPending}>
          {t(bookingId === null ? 'confirmBooking' : 'confirmMove')}
        </Button>
      </Form>
    </Card>
  );
}
