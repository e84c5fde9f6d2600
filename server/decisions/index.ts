export { type KeptDecision, keepDecision } from './keep-decision.ts';
export { type DecisionKind, replayDecision } from './replay-decision.ts';
export { type DecisionSubject, loadDecisionRecords } from './tables.ts';
