import { Navigate } from 'react-router';
import { menuOf } from './menu-items.ts';
import { useStaff } from './use-session.ts';

/** Each role begins with the first page of its menu. */
export function StartPage() {
  const [first] = menuOf(useStaff().role);
  return <Navigate to={first?.path ?? '/rules'} replace />;
}
