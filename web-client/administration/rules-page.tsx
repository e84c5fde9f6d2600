import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Card, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../server/rules/schema.ts';
import { readRules, withdrawRuleVersion } from '../api/rules.ts';
import { Field } from '../shell/field.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { NewVersionDialog } from './new-version-dialog.tsx';
import { RuleTable } from './rule-table.tsx';

/** Every rule with its versions: what holds, what held, what is to come, and what was withdrawn. */
export function RulesPage() {
  const { t } = useTranslation('administration');
  const queries = useQueryClient();
  const rules = useQuery({ queryKey: ['rules'], queryFn: readRules });
  const [changing, setChanging] = useState<Rule | null>(null);
  const [saved, setSaved] = useState(false);
  const [search, setSearch] = useState('');
  const matches = ({ key, text, versions }: Rule) =>
    [key, text.zh, text.en, ...versions.map(({ source }) => source)].some((words) =>
      words.toLowerCase().includes(search.trim().toLowerCase()),
    );
  const withdrawing = useMutation({
    mutationFn: withdrawRuleVersion,
    // Also when it is refused: it may have come into force meanwhile.
    onSettled: () => queries.invalidateQueries({ queryKey: ['rules'] }),
  });
  return (
    <>
      <PageHead title={t('rulesTitle')} />
      <p className="quiet">{t('rulesHint')}</p>
      <ProblemNotice error={withdrawing.error} />
      {saved ? (
        <Alert className="panel" type="success" showIcon role="status" title={t('versionSaved')} />
      ) : null}
      <Card>
        <search className="filters no-print">
          <Field label={t('searchRules')} id="search-rules">
            <Input
              id="search-rules"
              allowClear
              placeholder={t('searchRulesHint')}
              value={search}
              onChange={({ target }) => setSearch(target.value)}
            />
          </Field>
        </search>
        <Loaded query={rules}>
          {(list) => (
            <RuleTable
              rules={list.filter(matches)}
              onChange={(rule) => {
                setSaved(false);
                setChanging(rule);
              }}
              onWithdraw={withdrawing.mutate}
            />
          )}
        </Loaded>
      </Card>
      {changing ? (
        <NewVersionDialog
          rule={changing}
          onClose={() => setChanging(null)}
          onSaved={() => {
            setChanging(null);
            setSaved(true);
          }}
        />
      ) : null}
    </>
  );
}
