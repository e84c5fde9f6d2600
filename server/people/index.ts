/** What other capabilities may call. The routes are in routes.ts: unmasking needs applications, which need this. */
export { ageOn, isMinor } from './age.ts';
export { findVisitorByIdNumber } from './find-visitor.ts';
export { commitmentOf, prisonerSubject, visitorSubject } from './ledger-subjects.ts';
export { maskName, maskPhone, personNameFor } from './mask-person.ts';
export { peopleRefusals } from './refusals.ts';
export { registerVisitor } from './register-visitor.ts';
export { idNumberIndex, idNumberOf, phoneOf } from './sealed-visitor.ts';
export {
  beginningWith,
  findPrisoners,
  findVisitorIds,
  loadPrisoner,
  loadPrisoners,
  loadVisitors,
  lockVisitors,
  type PrisonerRow,
  type VisitorRow,
} from './tables.ts';
