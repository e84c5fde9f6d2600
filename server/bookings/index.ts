export { type Closed, endBooking, markAttended } from './attend-and-end.ts';
export { attentionOf } from './attention.ts';
export { holdSlot } from './book-visit.ts';
export { type BookingDetails, bookingsOfDay, loadBookingDetails } from './booking-details.ts';
export { countFlaggedVisits, countMakeups, countVisitsToday } from './desk-count.ts';
export { findEarliest } from './find-earliest.ts';
export {
  barAmong,
  barAtTheGate,
  countFlagged,
  type FlaggedVisit,
  findFlagged,
  openReasonsOf,
} from './find-flagged.ts';
export { findTouchedBookings } from './find-touched-bookings.ts';
export { findUnfitBookings } from './find-unfit-bookings.ts';
export { confirmHeld, releaseHeld } from './held-slot.ts';
export { lockForBooking } from './lock-for-booking.ts';
export { countMakeupsOwed } from './makeups-owed.ts';
export { outcomeRoutes } from './outcome-routes.ts';
export { type BookingHooks, bookingRoutes } from './routes.ts';
export { loadBookedTimes } from './session-visits.ts';
export { type BookingRecord, findBookingOf, hasLiveBooking, loadBooking } from './tables.ts';
export { type VisitOfApplication, visitOfApplication } from './visit-of-application.ts';
