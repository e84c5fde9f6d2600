import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RuleInWords } from '../../server/rules/schema.ts';
import { sayTime, startOfDay, useLabel, useLanguage } from '../language/index.ts';

/** Rules with the values that they had, where these come from, since when, and whether the bureau has confirmed them. */
export function RuleList({ rules }: { rules: RuleInWords[] }) {
  const { t } = useTranslation('decisions');
  const label = useLabel();
  const sayRule = useSayRule();
  if (rules.length === 0) return <p className="quiet">{t('rulesNone')}</p>;
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      items={rules.map((rule) => ({
        key: rule.versionId,
        label: label(rule.text),
        children: (
          <>
            <strong>{label(rule.words)}</strong>
            <div className="quiet">{sayRule(rule)}</div>
          </>
        ),
      }))}
    />
  );
}

function useSayRule(): (rule: RuleInWords) => string {
  const { t } = useTranslation('decisions');
  const language = useLanguage();
  return ({ source, effectiveFrom, lastDay, confirmed }) =>
    [
      source,
      // The defaults that the system came with hold from the beginning of its time.
      effectiveFrom < '2000'
        ? t('ruleDefault')
        : t('ruleSince', { date: sayTime(effectiveFrom, 'day', language) }),
      ...(lastDay === null ? [] : [t('ruleUntil', { date: sayTime(startOfDay(lastDay), 'day', language) })]),
      t(confirmed ? 'ruleConfirmed' : 'ruleUnconfirmed'),
    ].join(' · ');
}
