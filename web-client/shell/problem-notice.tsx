import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '../api/problem.ts';
import { sayError } from './say-error.ts';

/** A refused or failed request in the place where it was asked for; silent while there is none. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('shell');
  if (!error) return null;
  const details = fieldErrorsOf(error);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={sayError(error, t)}
      description={
        details.length > 0 ? details.map(({ message }) => <div key={message}>{message}</div>) : null
      }
      action={onRetry ? <Button onClick={onRetry}>{t('retry')}</Button> : null}
      className="notice"
    />
  );
}
