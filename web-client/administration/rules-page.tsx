import { useQuery } from '@tanstack/react-query';
import { Card, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Rule, ruleScopeTexts, ruleUnitTexts } from '../../server/rules/schema.ts';
import { readRules } from '../api/rules.ts';
import { list, Moment, useLabel } from '../language/index.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { useScopeName } from './use-scope-name.ts';

type Row = Rule['versions'][number] &
  Pick<Rule, 'key' | 'text' | 'unit' | 'mustBeConfirmed'> & { span: number };

/** Every rule with its value, where it comes from and since when it holds. */
export function RulesPage() {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const scopeName = useScopeName();
  const rules = useQuery({ queryKey: ['rules'], queryFn: readRules });
  const columns: TableColumnsType<Row> = [
    {
      title: t('rule'),
      onCell: ({ span }) => ({ rowSpan: span }),
      render: (_, { text, key }) => (
        <>
          {label(text)}
          <div className="quiet">{key}</div>
        </>
      ),
    },
    {
      title: t('scope'),
      render: (_, { scope }) =>
        scope.kind === 'all' ? label(ruleScopeTexts.all) : scopeName(scope.kind, scope.id),
    },
    {
      title: t('value'),
      render: (_, { value, unit }) =>
        `${Array.isArray(value) ? list(value.map(String)) : value} ${label(ruleUnitTexts[unit])}`,
    },
    { title: t('source'), dataIndex: 'source' },
    {
      title: t('since'),
      render: (_, { effectiveFrom }) =>
        // The defaults that the system came with hold from the beginning of its time.
        effectiveFrom < '2000' ? t('fromTheStart') : <Moment at={effectiveFrom} shape="day" />,
    },
    {
      title: t('standing'),
      render: (_, { standing, confirmed, mustBeConfirmed }) => (
        <>
          <Tag color={standing === 'in_force' ? 'success' : 'default'}>{t(standing)}</Tag>
          <Tag color={confirmed ? 'success' : mustBeConfirmed ? 'error' : 'warning'}>
            {t(confirmed ? 'confirmed' : 'unconfirmed')}
          </Tag>
        </>
      ),
    },
  ];
  return (
    <>
      <PageHead title={t('rulesTitle')} />
      <p className="quiet">{t('rulesHint')}</p>
      <Card>
        <Loaded query={rules}>
          {(list) => (
            <Table rowKey="id" columns={columns} dataSource={list.flatMap(rowsOf)} pagination={false} />
          )}
        </Loaded>
      </Card>
    </>
  );
}

function rowsOf({ versions, ...rule }: Rule): Row[] {
  return versions.map((version, index) => ({
    ...rule,
    ...version,
    span: index === 0 ? versions.length : 0,
  }));
}
