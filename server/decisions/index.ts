export { type KeptDecision, keepDecision } from './keep-decision.ts';
export { type Refused, refusedBy } from './refused.ts';
export { type DecisionKind, replayDecision } from './replay-decision.ts';
export { type DecisionRecordRow, type DecisionSubject, loadDecisionRecords } from './tables.ts';
