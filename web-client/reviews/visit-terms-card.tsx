import { Card, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VisitTerms } from '../../server/reviews/conditions.ts';
import { useTermsRows } from './use-terms-rows.ts';

type Props = { terms: VisitTerms; visitors: readonly { id: string; name: string }[] };

/** What the prison approved: read before a visit begins. */
export function VisitTermsCard({ terms, visitors }: Props) {
  const { t } = useTranslation('reviews');
  const rows = useTermsRows(terms, visitors);
  return (
    <Card title={t('termsTitle')} className="panel">
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={rows.map(([label, children]) => ({ key: label, label, children }))}
      />
    </Card>
  );
}
