import { Button, Popconfirm, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Rule, RuleVersion } from '../../server/rules/schema.ts';
import { Moment, sayTime, startOfDay, useLabel, useLanguage } from '../language/index.ts';
import { useSayValue } from './use-say-value.ts';
import { useScopeName } from './use-scope-name.ts';

type Row = RuleVersion & { rule: Rule; span: number };

type Props = {
  rules: Rule[];
  onChange(rule: Rule): void;
  onWithdraw(versionId: string): void;
};

/** A row a version; what may be done is what the server says. */
export function RuleTable({ rules, onChange, onWithdraw }: Props) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const scopeName = useScopeName();
  const sayValue = useSayValue();
  const columns: TableColumnsType<Row> = [
    {
      title: t('rule'),
      width: '19%',
      onCell: ({ span }) => ({ rowSpan: span }),
      render: (_, { rule }) => (
        <>
          {label(rule.text)}
          <div className="quiet">{rule.key}</div>
          {rule.actions.addVersion.allowed ? (
            <Button
              className="no-print"
              aria-label={t('newVersionOf', { rule: label(rule.text) })}
              onClick={() => onChange(rule)}
            >
              {t('newVersion')}
            </Button>
          ) : null}
        </>
      ),
    },
    { title: t('scope'), render: (_, { scope }) => scopeName(scope.kind, scope.id) },
    { title: t('value'), width: '24%', render: (_, { value, rule }) => sayValue(value, rule) },
    { title: t('source'), width: '24%', dataIndex: 'source' },
    {
      title: t('since'),
      render: (_, { effectiveFrom, lastDay }) => (
        <>
          {/* The defaults that the system came with hold from the beginning of its time. */}
          {effectiveFrom < '2000' ? t('fromTheStart') : <Moment at={effectiveFrom} shape="day" />}
          {lastDay ? <LastDay day={lastDay} /> : null}
        </>
      ),
    },
    { title: t('standing'), render: (_, row) => <Standing row={row} /> },
    {
      title: t('actions'),
      hidden: !rules.some(({ actions }) => actions.addVersion.allowed),
      render: (_, { id, value, rule, actions }) =>
        actions.withdraw.allowed ? (
          <Popconfirm
            title={t('withdrawQuestion')}
            okText={t('withdraw')}
            cancelText={t('keep')}
            onConfirm={() => onWithdraw(id)}
          >
            <Button
              danger
              aria-label={t('withdrawOf', { rule: label(rule.text), value: sayValue(value, rule) })}
            >
              {t('withdraw')}
            </Button>
          </Popconfirm>
        ) : null,
    },
  ];
  return (
    <Table
      rowKey="id"
      columns={columns}
      dataSource={rules.flatMap(rowsOf)}
      pagination={false}
      locale={{ emptyText: t('rulesNone') }}
    />
  );
}

function LastDay({ day }: { day: string }) {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  return <div>{t('untilDay', { day: sayTime(startOfDay(day), 'day', language) })}</div>;
}

function Standing({ row: { standing, confirmed, rule, added, withdrawn } }: { row: Row }) {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const colour = {
    in_force: 'success',
    to_come: 'processing',
    set_aside: 'processing',
    superseded: 'default',
    over: 'default',
    withdrawn: 'default',
  };
  const time = (at: string) => sayTime(at, 'moment', language);
  return (
    <>
      <Tag color={colour[standing]}>{t(standing)}</Tag>
      <Tag color={confirmed ? 'success' : rule.mustBeConfirmed ? 'error' : 'warning'}>
        {t(confirmed ? 'confirmed' : 'unconfirmed')}
      </Tag>
      {added.by ? (
        <div className="quiet">{t('addedBy', { name: added.by, time: time(added.at) })}</div>
      ) : null}
      {withdrawn ? (
        <div className="quiet">{t('withdrawnBy', { name: withdrawn.by, time: time(withdrawn.at) })}</div>
      ) : null}
    </>
  );
}

function rowsOf(rule: Rule): Row[] {
  return rule.versions.map((version, index) => ({
    ...version,
    rule,
    span: index === 0 ? rule.versions.length : 0,
  }));
}
