import { Alert, Descriptions, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { type DecisionInWords, decisionStepTexts, type Replayed } from '../../server/decisions/schema.ts';
import { Moment, useLabel } from '../language/index.ts';
import { RuleList } from './rule-list.tsx';

/** Decisions for an officer and an applicant: what was asked, what was decided, by which rules, and whether it is so again. */
export function DecisionList({ decisions }: { decisions: DecisionInWords[] }) {
  const { t } = useTranslation('decisions');
  if (decisions.length === 0) return <Empty description={t('none')} />;
  return decisions.map((decision) => <Decision key={decision.id} decision={decision} />);
}

function Decision({ decision }: { decision: DecisionInWords }) {
  const { t } = useTranslation('decisions');
  const label = useLabel();
  const { step, asked, answer, decidedAt, rulesUsed, replayed } = decision;
  return (
    <section className="decision">
      <h3>{label(decisionStepTexts[step])}</h3>
      <Verdict replayed={replayed} />
      <Descriptions
        column={1}
        size="small"
        bordered
        className="panel"
        items={[
          { key: 'at', label: t('decidedAt'), children: <Moment at={decidedAt} /> },
          {
            key: 'asked',
            label: t('asked'),
            children: asked.map((text) => <div key={text.zh}>{label(text)}</div>),
          },
          { key: 'answer', label: t('answer'), children: label(answer) },
        ]}
      />
      <h4>{t('rules')}</h4>
      <RuleList rules={rulesUsed} />
    </section>
  );
}

function Verdict({ replayed }: { replayed: Replayed | null }) {
  const { t } = useTranslation('decisions');
  const label = useLabel();
  if (replayed === null) return <Alert className="notice" type="info" showIcon title={t('notKept')} />;
  if (replayed.same) return <Alert className="notice" type="success" showIcon title={t('same')} />;
  return (
    <Alert
      className="notice"
      type="error"
      showIcon
      title={t('notSame')}
      description={
        <ul>
          {replayed.differences.map(({ code, text }) => (
            <li key={code + text.zh}>{label(text)}</li>
          ))}
        </ul>
      }
    />
  );
}
