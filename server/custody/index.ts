/**
 * What other capabilities may call: applications, reviews, bookings and check-in ask here where a prisoner is and what bars
 * visits. The routes are in routes.ts: what a change would mean for booked visits is asked of the bookings, which need this.
 */
export { awayOn, barOn, type CustodyReason, custodyAgainst, sayUntil } from './custody-against.ts';
export { type Custody, type CustodyBar, custodyOf, loadCustody } from './custody-of.ts';
export {
  type CustodyReasonCode,
  custodyReasonTexts,
  reasonTextOf,
  refusalOfCustody,
} from './reason-texts.ts';
