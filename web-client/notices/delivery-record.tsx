import { Card, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  channelTexts,
  type DeliveryEvent,
  deliveryStateTexts,
  type Notice,
  tellings,
  tellingTexts,
} from '../../server/notices/schema.ts';
import { Moment, useLabel } from '../language/index.ts';

/** Every step on the way of a notice to its visitor, and the words of its text message. */
export function DeliveryRecord({ notice: { history, texts } }: { notice: Notice }) {
  const { t } = useTranslation('notices');
  return (
    <Card className="panel no-print" title={t('history')}>
      {history.length === 0 ? <p className="quiet">{t('noHistory')}</p> : null}
      <Timeline
        items={history.map((event) => ({
          key: `${event.at} ${event.channel} ${event.state}`,
          color: event.state === 'failed' ? 'red' : 'blue',
          content: <DeliveryStep event={event} />,
        }))}
      />
      {texts ? (
        <p>
          <span className="quiet">{t('message')}</span> <span lang="zh">{texts.message}</span>
        </p>
      ) : null}
    </Card>
  );
}

function DeliveryStep({ event: { channel, state, attempt, at, by, reason } }: { event: DeliveryEvent }) {
  const { t } = useTranslation('notices');
  const label = useLabel();
  const telling = tellings.find((each) => each === reason);
  const words = telling ? label(tellingTexts[telling]) : reason;
  return (
    <>
      <strong>
        {label(channelTexts[channel])} · {label(deliveryStateTexts[state])}
      </strong>
      {attempt > 1 ? ` · ${t('attempt', { number: attempt })}` : null}
      {words === '' ? null : ` · ${words}`}
      <div className="quiet">
        {by === null ? null : `${by} · `}
        <Moment at={at} />
      </div>
    </>
  );
}
