import { useId } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { disabled: boolean; onFile(file: File): void };

/** The browser's own file field, which a tablet opens as its camera; what is seen of it is its large label. */
export function PictureButton({ disabled, onFile }: Props) {
  const { t } = useTranslation('kiosk');
  const id = useId();
  return (
    <div className="kiosk-picture">
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
          // The same picture may be chosen again after a refusal.
          currentTarget.value = '';
        }}
      />
      <label htmlFor={id} className="kiosk-file">
        {t('choosePicture')}
      </label>
      <p id={`${id}-hint`} className="quiet">
        {t('pictureHint')}
      </p>
    </div>
  );
}
