export { endBooking, markAttended } from './attend-and-end.ts';
export { type BookingDetails, bookingsOfDay, loadBookingDetails } from './booking-details.ts';
export { findUnfitBookings } from './find-unfit-bookings.ts';
export { bookingRoutes } from './routes.ts';
export { type BookingRecord, hasLiveBooking, loadBooking } from './tables.ts';
