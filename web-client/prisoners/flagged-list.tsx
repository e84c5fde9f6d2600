import { Link } from 'react-router';
import type { FlaggedVisitShown } from '../../server/custody/schema.ts';
import { Moment } from '../language/index.ts';

/** Booked visits with what stands against each. */
export function FlaggedList({ flagged }: { flagged: readonly FlaggedVisitShown[] }) {
  if (flagged.length === 0) return null;
  return (
    <ul>
      {flagged.map(({ bookingId, number, startsAt, reasons }) => (
        <li key={bookingId}>
          <Link to={`/bookings/${bookingId}`}>{number}</Link> · <Moment at={startsAt} />
          {reasons.map(({ code, text, todo }) => (
            <p key={code} className="disabled-reason">
              {text} {todo}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
