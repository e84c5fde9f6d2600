import { useQueryClient } from '@tanstack/react-query';
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Rule, RuleChange, RulePreview } from '../../server/rules/schema.ts';
import { addRuleVersion, previewRuleChange } from '../api/rules.ts';
import { Moment, startOfDay, useLabel } from '../language/index.ts';
import { PreviewFirstDialog } from '../shell/preview-first-dialog.tsx';
import { PreviewOfChange } from './preview-of-change.tsx';
import { RuleForm, ruleFormId } from './rule-form.tsx';
import { useSayValue } from './use-say-value.ts';
import { useScopeName } from './use-scope-name.ts';

type Props = { rule: Rule; onClose(): void; onSaved(): void };

/** Asks for a new version, shows what it would mean, and saves it only then. */
export function NewVersionDialog({ rule, onClose, onSaved }: Props) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const queries = useQueryClient();
  return (
    <PreviewFirstDialog<RuleChange, RulePreview>
      title={t('newVersionOf', { rule: label(rule.text) })}
      formId={ruleFormId}
      saveText={t('saveVersion')}
      preview={previewRuleChange}
      showPreview={({ change, preview }) => (
        <>
          <SummaryOfChange rule={rule} change={change} />
          <PreviewOfChange preview={preview} />
        </>
      )}
      save={addRuleVersion}
      onSaved={async () => {
        await queries.invalidateQueries({ queryKey: ['rules'] });
        onSaved();
      }}
      onClose={onClose}
    >
      {(ask, error) => <RuleForm rule={rule} error={error} onAsk={ask} />}
    </PreviewFirstDialog>
  );
}

function SummaryOfChange({ rule, change }: { rule: Rule; change: RuleChange }) {
  const { t } = useTranslation('administration');
  const scopeName = useScopeName();
  const sayValue = useSayValue();
  const { value, scope, effectiveFrom, lastDay, source, confirmed } = change;
  return (
    <Descriptions
      column={1}
      size="small"
      className="panel"
      items={[
        { key: 'value', label: t('value'), children: sayValue(value, rule) },
        { key: 'scope', label: t('scope'), children: scopeName(scope.kind, scope.id) },
        {
          key: 'since',
          label: t('since'),
          children: <Moment at={startOfDay(effectiveFrom)} shape="day" />,
        },
        ...(lastDay
          ? [
              {
                key: 'until',
                label: t('lastDay'),
                children: <Moment at={startOfDay(lastDay)} shape="day" />,
              },
            ]
          : []),
        { key: 'source', label: t('source'), children: source },
        {
          key: 'confirmed',
          label: t('standing'),
          children: t(confirmed ? 'confirmed' : 'unconfirmed'),
        },
      ]}
    />
  );
}
