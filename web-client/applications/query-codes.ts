import type { QueryClient } from '@tanstack/react-query';

const keyOf = (applicationId: string) => ['query-code', applicationId];

/**
 * A query code is told once. Until its receipt is printed it is kept here, in the memory of this tab alone: it is gone
 * with the tab, and with whoever is signed in.
 */
export function keepQueryCode(queries: QueryClient, applicationId: string, queryCode: string): void {
  queries.setQueryDefaults(keyOf(applicationId), { gcTime: Number.POSITIVE_INFINITY });
  queries.setQueryData(keyOf(applicationId), queryCode);
}

/** The code, if it was made in this tab. */
export function keptQueryCode(queries: QueryClient, applicationId: string): string | undefined {
  return queries.getQueryData(keyOf(applicationId));
}
