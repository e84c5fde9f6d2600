import canonicalize from 'canonicalize';
import type { Knex } from 'knex';
import type { Text } from '../edge/index.ts';
import { findDecisionDigest } from '../ledger/index.ts';
import { describeRulesUsed, type Rules, recallRules } from '../rules/index.ts';
import { readFacts, writeFacts } from './facts-text.ts';
import { digestOf } from './keep-decision.ts';
import type { DecisionInWords, Replayed } from './schema.ts';
import type { DecisionRecord, DecisionRecordRow } from './tables.ts';

/** How a capability makes a decision of its own again, and says it. */
export type DecisionKind<F, A> = {
  /** The same pure function that made it. */
  decide(facts: F, rules: Rules): A;
  sayAsked(facts: F): Text[];
  sayAnswer(answer: A): Text;
};

/** A decision in words, made again from the facts and the rule versions that it is kept with. */
export async function replayDecision<F, A>(
  db: Knex,
  row: DecisionRecordRow,
  { bookId, kind }: { bookId: string; kind: DecisionKind<F, A> },
): Promise<DecisionInWords> {
  const { id, step, decided_at: decidedAt } = row;
  const differences: Replayed['differences'] = [];
  const written = await findDecisionDigest(db, { bookId, subjectId: row.subject_id, decisionId: id });
  if (written !== digestOf(row.record)) differences.push({ code: 'facts_differ', text: factsDiffer });

  const kept = attempt(() => readRecord<F, A>(row.record, kind));
  if (kept === undefined) {
    differences.push({ code: 'not_possible', text: broken });
    const replayed = { same: false, answer: broken, differences };
    return { id, step, decidedAt, asked: [], answer: broken, rulesUsed: [], replayed };
  }
  const { asked, answer, said } = kept;
  const { rules, differences: ofRules } = await recallRules(db, kept.rules);
  for (const { text } of ofRules) differences.push({ code: 'rule_differs', text });
  const again = attempt(() => {
    const made = kind.decide(kept.facts, rules);
    return { meaning: meaningOf(made), said: kind.sayAnswer(made) };
  });
  if (again === undefined) differences.push({ code: 'not_possible', text: broken });
  else if (again.meaning !== meaningOf(answer))
    differences.push({ code: 'answer_differs', text: answerDiffers(said, again.said) });
  return {
    id,
    step,
    decidedAt,
    asked,
    answer: said,
    rulesUsed: await describeRulesUsed(db, kept.rules.versions),
    replayed: { same: differences.length === 0, answer: again?.said ?? broken, differences },
  };
}

function readRecord<F, A>(text: string, kind: DecisionKind<F, A>) {
  const record = JSON.parse(text) as DecisionRecord;
  const facts = readFacts<F>(record.facts);
  const answer = readFacts<A>(record.answer);
  return {
    rules: record.rules,
    facts,
    answer,
    asked: kind.sayAsked(facts),
    said: kind.sayAnswer(answer),
  };
}

/** The same in whatever order and zone: what is compared is what was decided. */
function meaningOf(answer: unknown): string | undefined {
  const json: unknown = JSON.parse(writeFacts(answer), (name, value) => (name === 'zone' ? '' : value));
  return canonicalize(json);
}

/** What was tampered with may be anything: a decision that cannot be made again is an answer, not a fault. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const broken: Text = {
  zh: '现存记录残缺，无法据以重新作出决定。',
  en: 'What is on record is broken: the decision cannot be made again from it.',
};

const factsDiffer: Text = {
  zh: '所存的决定依据与台账中的记录不一致，可能被改动过。',
  en: 'What is on record does not agree with the ledger: it may have been changed.',
};

const answerDiffers = (then: Text, now: Text): Text => ({
  zh: `按现存记录重新作出的决定不同：当时为“${then.zh}”，现为“${now.zh}”`,
  en: `Made again from what is on record, the decision is another one: it was “${then.en}” and is “${now.en}”`,
});
