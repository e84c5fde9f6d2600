import { Card, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Recording, recordingStateTexts } from '../../server/recordings/schema.ts';
import { Moment, sayDuration, sayTime, useLabel, useLanguage } from '../language/index.ts';

export function RecordingFacts({ recording }: { recording: Recording }) {
  const { t } = useTranslation('recordings');
  const label = useLabel();
  const language = useLanguage();
  const { packets, missingPackets, bytes, seconds, sealedAt, replayUntil } = recording;
  return (
    <Card title={t('facts')} className="panel">
      <Descriptions
        column={{ xs: 1, md: 3 }}
        items={[
          { key: 'state', label: t('state'), children: label(recordingStateTexts[recording.state]) },
          { key: 'sealed', label: t('sealedAt'), children: sealedAt ? <Moment at={sealedAt} /> : '—' },
          { key: 'length', label: t('length'), children: seconds === null ? '—' : sayDuration(seconds) },
          {
            key: 'packets',
            label: t('packets'),
            children:
              packets === null
                ? '—'
                : `${packets} · ${missingPackets ? t('missing', { missing: missingPackets }) : t('complete')}`,
          },
          {
            key: 'size',
            label: t('size'),
            children: bytes === null ? '—' : `${(bytes / 1_000_000).toFixed(1)} MB`,
          },
          {
            key: 'until',
            label: '',
            children: replayUntil ? t('until', { time: sayTime(replayUntil, 'time', language) }) : '',
          },
          {
            key: 'hash',
            label: t('hash'),
            span: 'filled',
            children: <code className="long-code">{recording.manifestSha256 ?? '—'}</code>,
          },
        ]}
      />
    </Card>
  );
}
