import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Slot } from '../../server/calendar/schema.ts';
import { sayTime, sentences, useLanguage } from '../language/index.ts';

type Props = { slot: Slot | undefined; chosen: boolean; onChoose(slot: Slot): void };

export function SlotCell({ slot, chosen, onChoose }: Props) {
  const { t } = useTranslation('bookings');
  const language = useLanguage();
  if (!slot) return <span className="quiet">—</span>;
  if (!slot.free) {
    return <span className="slot-reason">{sentences(slot.reasons.map(({ text }) => text))}</span>;
  }
  const name = t('chooseSlot', {
    day: sayTime(slot.startsAt, 'monthDay', language),
    time: sayTime(slot.startsAt, 'time', language),
  });
  return (
    <Button
      block
      type={chosen ? 'primary' : 'default'}
      aria-pressed={chosen}
      aria-label={name}
      onClick={() => onChoose(slot)}
    >
      {t('free')}
    </Button>
  );
}
