/** The six staff roles. Prison roles belong to one prison. */
export const roles = [
  'district_officer',
  'district_supervisor',
  'prison_officer',
  'prison_approver',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** The devices that stand in a visit room and at a prison terminal. */
export const stationKinds = ['visit_room', 'terminal'] as const;
export type StationKind = (typeof stationKinds)[number];

/** Whom a route can be for. `anyone` needs no sign-in and must be said out loud. */
export type Caller = Role | StationKind | 'relative' | 'anyone';

export type StaffPrincipal = {
  kind: 'staff';
  id: string;
  username: string;
  displayName: string;
  role: Role;
  /** Set for prison roles only. */
  prisonId: string | null;
};

export type StationPrincipal =
  | { kind: 'visit_room'; id: string; visitRoomId: string }
  | { kind: 'terminal'; id: string; terminalId: string; prisonId: string };

/** A visitor of an application who signed in with its query code. To the case, that is a role like the others. */
export type RelativePrincipal = {
  kind: 'relative';
  /** Of the visitor. */
  id: string;
  role: 'relative';
};

export type Principal = StaffPrincipal | StationPrincipal | RelativePrincipal | { kind: 'nobody' };

/** Prison roles work with their own prison only; what belongs to another does not exist for them. */
export function worksWith({ prisonId }: Pick<StaffPrincipal, 'prisonId'>, ofPrison: string): boolean {
  return prisonId === null || prisonId === ofPrison;
}

/** A request may carry several sessions and keys at once; each is checked by itself. */
export type Presented = {
  staff?: StaffPrincipal;
  relative?: RelativePrincipal;
  visit_room?: StationPrincipal;
  terminal?: StationPrincipal;
};

/**
 * The identity under which a request may pass, or why not. Whoever is not named is refused.
 */
export function admit(
  who: readonly Caller[],
  presented: Presented,
): { principal: Principal } | { refused: 'not_signed_in' | 'not_permitted' } {
  const { staff, relative } = presented;
  if (staff && who.includes(staff.role)) return { principal: staff };
  if (relative && who.includes('relative')) return { principal: relative };
  for (const kind of stationKinds) {
    const station = presented[kind];
    if (station && who.includes(kind)) return { principal: station };
  }
  if (who.includes('anyone')) return { principal: staff ?? { kind: 'nobody' } };
  const known = staff ?? relative ?? presented.visit_room ?? presented.terminal;
  return { refused: known ? 'not_permitted' : 'not_signed_in' };
}
