import { LookAndLocale } from '../language/index.ts';
import { StationPage } from '../station/station-page.tsx';

/** The page that runs on the device of a visit room. */
export function VisitRoomPage() {
  return (
    <LookAndLocale size="room">
      <StationPage kind="visit_room" />
    </LookAndLocale>
  );
}
