import { useId } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { disabled: boolean; onFile(file: File): void };

/** The browser's own file field: it can be reached by keyboard and takes a file that is dropped on it. */
export function FileButton({ disabled, onFile }: Props) {
  const { t } = useTranslation('applications');
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('chooseFile')}</label>
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,application/pdf"
        aria-describedby={`${id}-hint`}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file may be chosen again after a refusal.
          currentTarget.value = '';
        }}
      />
      <span id={`${id}-hint`} className="quiet">
        {t('fileHint')}
      </span>
    </div>
  );
}
