import { ConsoleLayout } from './console-layout.tsx';
import { Loaded } from './loaded.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { SignedIn, useSessionQuery } from './use-session.ts';

/** The console for staff; the sign-in form, at the same address, for everybody else. */
export function SessionGate() {
  const session = useSessionQuery();
  return (
    <Loaded query={session}>
      {(staff) =>
        staff === null ? (
          <SignInPage />
        ) : (
          <SignedIn value={staff}>
            <ConsoleLayout />
          </SignedIn>
        )
      }
    </Loaded>
  );
}
