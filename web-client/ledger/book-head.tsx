import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerBookSummary } from '../../server/ledger/page-schema.ts';
import { readCheckpoint } from '../api/ledger.ts';
import { colon } from '../language/index.ts';
import { Loaded } from '../shell/loaded.tsx';

/** The signed head of the book: whoever keeps it can prove a later rewriting. */
export function BookHead({ book }: { book: LedgerBookSummary }) {
  const { t } = useTranslation('ledger');
  const checkpoint = useQuery({
    queryKey: ['ledger-checkpoint', book.id],
    queryFn: () => readCheckpoint(book.id),
  });
  return (
    <Card size="small" className="panel" title={`${t('checkpoint')} · ${book.origin}`}>
      <Loaded query={checkpoint}>
        {({ checkpoint: note, vkey }) => (
          <>
            <pre className="long-code">{note}</pre>
            <p className="quiet">
              {colon(t('vkey'))}
              <code className="long-code">{vkey}</code>
            </p>
          </>
        )}
      </Loaded>
    </Card>
  );
}
