/** What there is in one month for one prisoner, as it was counted. */
export type QuotaFacts = {
  /** Remote visits by the family, booked or held: those given back, and make-ups outside the quota, are left out. */
  remote: number;
  /** Visits at the prison itself. */
  onSite: number;
  /** Extra visits that the prison granted. */
  exceptions: number;
};

/** What the rules make of it. */
export type QuotaRules = { visitsPerMonth: number; onSiteVisitsCount: boolean };

export type Quota = { allowed: number; used: number };

/** How many visits a prisoner may have in a month, and how many of them are used: one quota over remote and on-site visits. */
export function quotaOf({ remote, onSite, exceptions }: QuotaFacts, rules: QuotaRules): Quota {
  return {
    allowed: rules.visitsPerMonth + exceptions,
    used: remote + (rules.onSiteVisitsCount ? onSite : 0),
  };
}
