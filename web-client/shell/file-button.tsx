import { useId } from 'react';

type Props = {
  /** What is seen of the field. */
  label: string;
  hint: string;
  /** The kinds of file, as the browser's field takes them. */
  accept: string;
  disabled: boolean;
  onFile(file: File): void;
};

/** The browser's own file field, reached by keyboard as ever; what is seen of it is its label, in our language. */
export function FileButton({ label, hint, accept, disabled, onFile }: Props) {
  const id = useId();
  return (
    <div className="field">
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept={accept}
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
        {label}
      </label>
      <span id={`${id}-hint`} className="quiet">
        {hint}
      </span>
    </div>
  );
}
