import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shell/field.tsx';

type Props = { value: string; onChange(value: string): void };

/** The last day of a card; none for one that is valid without end (长期). */
export function ValidUntil({ value, onChange }: Props) {
  const { t } = useTranslation('counter');
  const [longTerm, setLongTerm] = useState(false);
  return (
    <>
      <Field label={t('validUntil')} id="document-valid-until">
        <Input
          id="document-valid-until"
          type="date"
          value={value}
          disabled={longTerm}
          title={t('validUntilHint')}
          onChange={({ target }) => onChange(target.value)}
        />
      </Field>
      <Checkbox
        checked={longTerm}
        onChange={({ target }) => {
          setLongTerm(target.checked);
          if (target.checked) onChange('');
        }}
      >
        {t('longTerm')}
      </Checkbox>
    </>
  );
}
