import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { sideTexts, visitEventTexts } from '../../server/visits/codes.ts';
import type { TimelineEntry } from '../../server/visits/schema.ts';
import { Moment, useLabel } from '../language/index.ts';
import { useSayFacts } from './use-say-facts.ts';

type Props = { timeline: TimelineEntry[]; newestFirst?: boolean };

/** Everything that happened: as it is read afterwards, or with the newest first for those who are watching. */
export function VisitTimeline({ timeline, newestFirst = false }: Props) {
  const { t } = useTranslation('visits');
  const label = useLabel();
  const sayFacts = useSayFacts();
  return (
    <Card title={t('timeline')} className="panel">
      {timeline.length === 0 ? <p className="quiet">{t('timelineEmpty')}</p> : null}
      <ol className="visit-timeline">
        {(newestFirst ? [...timeline].reverse() : timeline).map((entry) => (
          <li key={entry.position}>
            <Moment at={entry.at} shape="second" />
            <span>
              <strong>{label(visitEventTexts[entry.kind])}</strong> {sayFacts(entry)}
              {entry.by || entry.side ? (
                <span className="quiet">
                  {' '}
                  {[entry.side ? label(sideTexts[entry.side]) : '', entry.by?.name ?? '']
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
