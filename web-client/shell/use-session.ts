import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { StaffAccount } from '../../server/accounts/schema.ts';
import { readSession } from '../api/session.ts';

export const sessionKey = ['session'];

export function useSessionQuery() {
  return useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 60_000 });
}

export const SignedIn = createContext<StaffAccount | null>(null);

/** The member of staff before the screen; only inside the console, which shows nothing to anybody else. */
export function useStaff(): StaffAccount {
  const staff = useContext(SignedIn);
  if (!staff) throw new Error('this screen is for signed-in staff');
  return staff;
}
