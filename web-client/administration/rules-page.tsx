import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../server/rules/schema.ts';
import { readRules, withdrawRuleVersion } from '../api/rules.ts';
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
        <Loaded query={rules}>
          {(list) => (
            <RuleTable
              rules={list}
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
