import { Card, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { sideTexts, stopReasonTexts } from '../../server/visits/codes.ts';
import type { VisitDetail } from '../../server/visits/schema.ts';
import { list, Moment, useLabel } from '../language/index.ts';
import { useTermsRows } from '../reviews/use-terms-rows.ts';
import { KeyTags } from './key-tags.tsx';
import { VisitStateTag } from './visit-state-tag.tsx';

export function VisitFacts({ visit }: { visit: VisitDetail }) {
  const { t } = useTranslation('visits');
  const label = useLabel();
  const { stopReason, stoppedBy } = visit.now;
  const terms = useTermsRows(visit.terms, visit.visitors);
  return (
    <Card className="panel">
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'state', label: t('state'), children: <VisitStateTag visit={visit} /> },
          { key: 'keys', label: t('keys'), children: <KeyTags keysTurned={visit.keysTurned} /> },
          {
            key: 'time',
            label: t('time'),
            children: (
              <>
                <Moment at={visit.startsAt} /> – <Moment at={visit.endsAt} shape="time" />
              </>
            ),
          },
          {
            key: 'places',
            label: t('places'),
            children: `${label(visit.visitRoom.name)} ↔ ${label(visit.terminal.name)}`,
          },
          {
            key: 'prisoner',
            label: t('prisoner'),
            children: `${visit.prisoner.name} ${visit.prisoner.number} · ${label(visit.prison.name)}`,
          },
          {
            key: 'visitors',
            label: t('visitors'),
            children: list(visit.visitors.map(({ name }) => name)),
          },
          ...terms.map(([name, children]) => ({ key: name, label: name, children })),
          ...(stoppedBy
            ? [
                { key: 'stoppedBy', label: t('stoppedBy'), children: label(sideTexts[stoppedBy]) },
                {
                  key: 'stopReason',
                  label: t('stopReason'),
                  children: stopReason ? label(stopReasonTexts[stopReason]) : t('stopReasonMissing'),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
