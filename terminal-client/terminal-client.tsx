import { QueryClientProvider } from '@tanstack/react-query';
import { newQueries } from '../web-client/api/queries.ts';
import { LookAndLocale, startTexts } from '../web-client/language/index.ts';
import { shellTexts } from '../web-client/shell/texts.ts';
import { StationPage } from '../web-client/station/station-page.tsx';
import { stationTexts } from '../web-client/station/texts.ts';

startTexts({ shell: shellTexts, station: stationTexts });
const queries = newQueries();

/** The kiosk at a prison terminal: one page, no way out of it, nothing of the staff console inside. */
export function TerminalClient() {
  return (
    <QueryClientProvider client={queries}>
      <LookAndLocale size="room">
        <StationPage kind="terminal" />
      </LookAndLocale>
    </QueryClientProvider>
  );
}
