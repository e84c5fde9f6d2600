/**
 * What visitors are told. Any capability calls this in the transaction of its step; nothing of theirs is imported here
 * but codes and schemas, and what a notice says about an application or a booking is read from the database. The routes
 * are in routes.ts: they ask the applications and bookings who may see one.
 */
export { addNotice, addNotices, type NewNotice, type NewNotices } from './add-notice.ts';
export { countTexts } from './desk-counts.ts';
export { markSeen, noticesOfVisitor } from './find-notices.ts';
export { otherReason } from './notice-facts.ts';
export { loadOfficeContact, type OfficeContact } from './office-contact.ts';
