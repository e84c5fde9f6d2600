/** What other capabilities may call; applications ask what was verified, this asks nothing of them. */
export { type ClaimedRelationship, endOf, holdingOn } from './holding.ts';
export { recordVerified } from './record-verified.ts';
export { relationshipRoutes } from './routes.ts';
export { relationshipsBetween, relationshipsOf, type VerifiedRelationshipRow } from './tables.ts';
