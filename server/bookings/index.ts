export { endBooking, markAttended } from './attend-and-end.ts';
export { holdSlot } from './book-visit.ts';
export { type BookingDetails, bookingsOfDay, loadBookingDetails } from './booking-details.ts';
export { findEarliest } from './find-earliest.ts';
export { findUnfitBookings } from './find-unfit-bookings.ts';
export { confirmHeld, releaseHeld } from './held-slot.ts';
export { lockForBooking } from './lock-for-booking.ts';
export { type BookingHooks, bookingRoutes } from './routes.ts';
export { type BookingRecord, findBookingOf, hasLiveBooking, loadBooking } from './tables.ts';
