import { type QueryClient, useQuery } from '@tanstack/react-query';

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
export function useQueryCode(applicationId: string): string | undefined {
  return useQuery<string>({ queryKey: keyOf(applicationId), enabled: false }).data;
}

/** `7KQF-M2XR` is read out and typed with fewer mistakes. */
export function inGroups(queryCode: string): string {
  return queryCode.replace(/^(.{4})(.{4})$/, '$1-$2');
}
