import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readRecording } from '../api/recordings.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { RecordingFacts } from './recording-facts.tsx';
import { recordingKey } from './recording-key.ts';
import { ReplayReason } from './replay-reason.tsx';
import { TwinPlayer } from './twin-player.tsx';

/** Both sides of a visit, replayed together, after the reason was given. */
export function ReplayPage() {
  const { t } = useTranslation('recordings');
  const { visitId = '' } = useParams();
  const query = useQuery({
    queryKey: recordingKey(visitId),
    queryFn: () => readRecording(visitId),
    // Until the playable copies are made.
    refetchInterval: ({ state }) => (state.data?.state === 'playable' ? false : 5_000),
  });
  return (
    <>
      <PageHead title={t('title')}>
        <LinkButton to={`/visits/${visitId}`}>{t('toVisit')}</LinkButton>
      </PageHead>
      <Loaded query={query}>
        {(recording) => (
          <>
            <RecordingFacts recording={recording} />
            {recording.playable.length === 0 ? null : recording.replayUntil === null ? (
              <ReplayReason visitId={visitId} />
            ) : (
              <TwinPlayer recording={recording} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
