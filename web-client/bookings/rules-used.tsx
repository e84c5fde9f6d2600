import { useQuery } from '@tanstack/react-query';
import type { Booking } from '../../server/bookings/schema.ts';
import { readBookingDecision } from '../api/bookings.ts';
import { DecisionList } from '../decisions/decision-list.tsx';
import { RuleList } from '../decisions/rule-list.tsx';
import { ShownOnRequest } from '../decisions/shown-on-request.tsx';
import { Loaded } from '../shell/loaded.tsx';

/** What the booking was decided by, with the rules of that moment, and whether it is decided the same again. */
export function RulesUsed({ booking }: { booking: Booking }) {
  return (
    <ShownOnRequest>
      <Decisions booking={booking} />
    </ShownOnRequest>
  );
}

function Decisions({ booking }: { booking: Booking }) {
  // A moved booking has been decided anew: its version is part of the question.
  const query = useQuery({
    queryKey: ['booking-decision', booking.id, booking.version],
    queryFn: () => readBookingDecision(booking.id),
  });
  return (
    <Loaded query={query}>
      {({ decisions, rulesUsed }) =>
        decisions.length > 0 ? <DecisionList decisions={decisions} /> : <RuleList rules={rulesUsed} />
      }
    </Loaded>
  );
}
