import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Descriptions, Form } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule, RuleChange } from '../../server/rules/schema.ts';
import { addRuleVersion, previewRuleChange } from '../api/rules.ts';
import { Moment, startOfDay, useLabel } from '../language/index.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { PreviewOfChange } from './preview-of-change.tsx';
import { RuleForm, type RuleFormValues, ruleFormId } from './rule-form.tsx';
import { useSayValue } from './use-say-value.ts';
import { useScopeName } from './use-scope-name.ts';

type Props = { rule: Rule; onClose(): void; onSaved(): void };

/** Asks for a new version, shows what it would mean, and saves it only then. */
export function NewVersionDialog({ rule, onClose, onSaved }: Props) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const queries = useQueryClient();
  const [form] = Form.useForm<RuleFormValues>();
  const previewing = useMutation({
    mutationFn: async (change: RuleChange) => ({ change, preview: await previewRuleChange(change) }),
  });
  const saving = useMutation({
    mutationFn: addRuleVersion,
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['rules'] });
      onSaved();
    },
  });
  useFieldErrors(form, previewing.error);
  const asked = previewing.data;
  const back = () => {
    saving.reset();
    previewing.reset();
  };
  return (
    <Dialog
      width={720}
      title={t('newVersionOf', { rule: label(rule.text) })}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        asked
          ? [
              <Button key="back" onClick={back}>
                {t('back')}
              </Button>,
              <Button
                key="save"
                type="primary"
                loading={saving.isPending}
                onClick={() => saving.mutate(asked.change)}
              >
                {t('saveVersion')}
              </Button>,
            ]
          : [
              <Button key="cancel" onClick={onClose}>
                {t('cancel')}
              </Button>,
              <Button
                key="preview"
                type="primary"
                htmlType="submit"
                form={ruleFormId}
                loading={previewing.isPending}
              >
                {t('preview')}
              </Button>,
            ]
      }
    >
      <ProblemNotice error={saving.error ?? previewing.error} />
      {asked ? (
        <Focused>
          <SummaryOfChange rule={rule} change={asked.change} />
          <PreviewOfChange preview={asked.preview} />
        </Focused>
      ) : null}
      {/* Kept while the preview is shown, so that going back finds what was typed. */}
      <div hidden={asked !== undefined}>
        <RuleForm rule={rule} form={form} onAsk={previewing.mutate} />
      </div>
    </Dialog>
  );
}

/** Takes the focus from the form, and gives it to no button: a key that is held down must not save what nobody has read. */
function Focused({ children }: { children: ReactNode }) {
  const section = useRef<HTMLDivElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <div ref={section} tabIndex={-1}>
      {children}
    </div>
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
