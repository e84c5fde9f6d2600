import { useQuery } from '@tanstack/react-query';
import { Collapse, Descriptions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../server/bookings/schema.ts';
import type { RuleInWords } from '../../server/rules/schema.ts';
import { readBookingDecision } from '../api/bookings.ts';
import { sayTime, useLabel, useLanguage } from '../language/index.ts';
import { Loaded } from '../shell/loaded.tsx';

/** The rules that the booking was decided by, with their values of that moment; asked for when it is opened. */
export function RulesUsed({ booking }: { booking: Booking }) {
  const { t } = useTranslation('bookings');
  const [open, setOpen] = useState(false);
  return (
    <Collapse
      className="panel no-print"
      onChange={(keys) => setOpen(keys.length > 0)}
      items={[
        {
          key: 'rules',
          label: t('rulesUsed'),
          children: open ? <RuleList booking={booking} /> : null,
        },
      ]}
    />
  );
}

function RuleList({ booking }: { booking: Booking }) {
  const label = useLabel();
  const sayRule = useSayRule();
  // A moved booking has been decided anew: its version is part of the question.
  const query = useQuery({
    queryKey: ['booking-decision', booking.id, booking.version],
    queryFn: () => readBookingDecision(booking.id),
  });
  return (
    <Loaded query={query}>
      {({ rulesUsed }) => (
        <Descriptions
          column={1}
          size="small"
          items={rulesUsed.map((rule) => ({
            key: rule.versionId,
            label: label(rule.text),
            children: sayRule(rule),
          }))}
        />
      )}
    </Loaded>
  );
}

function useSayRule(): (rule: RuleInWords) => string {
  const { t } = useTranslation('bookings');
  const label = useLabel();
  const language = useLanguage();
  return ({ words, source, effectiveFrom, confirmed }) =>
    [
      label(words),
      // The defaults that the system came with hold from the beginning of its time.
      effectiveFrom < '2000'
        ? t('ruleDefault')
        : t('ruleSince', { date: sayTime(effectiveFrom, 'day', language) }),
      source,
      t(confirmed ? 'ruleConfirmed' : 'ruleUnconfirmed'),
    ].join(' · ');
}
