import { Tag } from 'antd';
import {
  channelTexts,
  type DeliveryState,
  deliveryStateTexts,
  type Notice,
} from '../../server/notices/schema.ts';
import { useLabel } from '../language/index.ts';

const colours: Record<DeliveryState, string> = {
  waiting: 'processing',
  superseded: 'default',
  no_mobile: 'warning',
  same_phone: 'default',
  handed_over: 'processing',
  accepted: 'processing',
  delivered: 'success',
  failed: 'error',
  done: 'success',
};

/** On which ways a notice has reached its visitor, or not. */
export function DeliveryTags({ deliveries }: { deliveries: Notice['deliveries'] }) {
  const label = useLabel();
  return (
    <span className="tags">
      {deliveries.map(({ channel, state }) => (
        <Tag key={channel} color={colours[state]}>
          {state === 'done'
            ? label(channelTexts[channel])
            : `${label(channelTexts[channel])} · ${label(deliveryStateTexts[state])}`}
        </Tag>
      ))}
    </span>
  );
}

export function StateTag({ state }: { state: DeliveryState }) {
  const label = useLabel();
  return <Tag color={colours[state]}>{label(deliveryStateTexts[state])}</Tag>;
}
