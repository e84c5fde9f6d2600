import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { type WarningCode, warningCodes, warningTexts } from '../../server/visits/codes.ts';
import type { VisitDetail } from '../../server/visits/schema.ts';
import { warn } from '../api/visits.ts';
import { useLabel } from '../language/index.ts';
import { isShown } from '../shell/action-button.tsx';
import { ActionReason } from '../shell/action-reason.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { visitKey } from '../visits/use-visit.ts';

/** Ready-made warnings: one click shows it to both sides and writes it down. */
export function WarningButtons({ visit }: { visit: VisitDetail }) {
  const { t } = useTranslation('supervision');
  const label = useLabel();
  const queries = useQueryClient();
  const warning = useMutation({
    mutationFn: (code: WarningCode) => warn(visit.id, code),
    onSettled: () => queries.invalidateQueries({ queryKey: visitKey(visit.id) }),
  });
  const action = visit.actions.warn;
  if (!isShown(action)) return null;
  return (
    <Card size="small" title={t('warnings')}>
      <ProblemNotice error={warning.error} />
      <div className="row">
        {warningCodes.map((code) => (
          <Button key={code} disabled={!action.allowed} onClick={() => warning.mutate(code)}>
            {label(warningTexts[code])}
          </Button>
        ))}
      </div>
      <ActionReason action={action} />
      <p role="status" className="quiet">
        {warning.isSuccess ? t('warned', { warning: label(warningTexts[warning.variables]) }) : ''}
      </p>
    </Card>
  );
}
