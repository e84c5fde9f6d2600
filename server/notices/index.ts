/**
 * What visitors are told. Any capability calls this in the transaction of its step; nothing of theirs is imported here
 * but codes and schemas, and what a notice says about an application or a booking is read from the database.
 */
export { addNotice, addNotices, type NewNotice, type NewNotices } from './add-notice.ts';
export { otherReason } from './notice-facts.ts';
