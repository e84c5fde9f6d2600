import { z } from 'zod';
import { say, type Text } from '../../edge/language.ts';
import type { RuleScopeKind, RuleUnit } from '../codes.ts';

export type RuleDefinition<S extends z.ZodType = z.ZodType> = {
  value: S;
  unit: RuleUnit;
  /** What each code means, of a value that is a list of codes. */
  options?: Readonly<Record<string, Text>>;
  /** For whom a value of its own can be given. */
  scopeKinds: readonly RuleScopeKind[];
  /** Where the default comes from, with the row of the rules table (规则依据表) that names the source in full. */
  source: string;
  default: z.output<S>;
  /** Defaults that differ for a narrower scope. */
  narrower?: readonly { kind: Exclude<RuleScopeKind, 'all'>; id: string; value: z.output<S> }[];
  mustBeConfirmed?: true;
};

/** A rule, with the type of its value kept. */
export const define = <S extends z.ZodType>(definition: RuleDefinition<S>) => definition;

export const count = z.int().min(0).max(1000);
export const atLeastOne = z.int().min(1).max(1000);

export const yesOrNo = z.boolean();

/** Some of the codes, at least one, in the order of the list: the same choice is always the same value. */
export function someOf<const C extends string>(codes: readonly [C, ...C[]]) {
  return z
    .array(z.enum(codes))
    .min(1)
    .max(codes.length)
    .refine(
      (chosen) => new Set(chosen).size === chosen.length,
      say('同一项不能选择两次。', 'The same one is chosen twice.'),
    )
    .transform((chosen) => codes.filter((code): code is C => (chosen as readonly string[]).includes(code)));
}

/** Depends on who is visited. */
export const everybody = ['all', 'prison', 'grade', 'category'] as const;
/** Depends on no more than the prison. */
export const places = ['all', 'prison'] as const;
export const everywhere = ['all'] as const;
