import { type Role, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { Side } from './schema.ts';
import type { Officer } from './visit-state.ts';

/** Who supervises and acts for which body. */
const sideOfRole: Partial<Record<Role, Side>> = {
  district_supervisor: 'district',
  district_officer: 'district',
  prison_officer: 'prison',
};

export const actingRoles = ['district_officer', 'district_supervisor', 'prison_officer'] as const;

/** Undefined for those who only read, and for a prison's officer in the visit of another prison. */
export function officerFor(principal: StaffPrincipal, prisonId: string): Officer | undefined {
  const side = sideOfRole[principal.role];
  if (side === undefined || !worksWith(principal, prisonId)) return undefined;
  return { id: principal.id, name: principal.displayName, role: principal.role, side };
}
