import type { FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../language/index.ts';

/** What is wrong with the fields of a form is said anew when another language is chosen. */
export function useErrorsInLanguage<T>(form: FormInstance<T>): void {
  const language = useLanguage();
  const said = useRef(language);
  useEffect(() => {
    if (said.current === language) return;
    said.current = language;
    const wrong = form.getFieldsError().filter(({ errors }) => errors.length > 0);
    // What is still wrong is shown at its field; there is nothing to do with the refusal itself.
    if (wrong.length > 0) form.validateFields(wrong.map(({ name }) => name)).catch(() => undefined);
  }, [form, language]);
}
