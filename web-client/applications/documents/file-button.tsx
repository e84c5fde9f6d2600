import { useId } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { disabled: boolean; onFile(file: File): void };

/** The browser's own file field, reached by keyboard as ever; what is seen of it is its label, in our language. */
export function FileButton({ disabled, onFile }: Props) {
  const { t } = useTranslation('applications');
  const id = useId();
  return (
    <div className="field">
      <input
        id={id}
        className="visually-hidden"
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
      <label htmlFor={id} className="file-button">
        {t('chooseFile')}
      </label>
      <span id={`${id}-hint`} className="quiet">
        {t('fileHint')}
      </span>
    </div>
  );
}
