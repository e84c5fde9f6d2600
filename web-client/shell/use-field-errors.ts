import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import { fieldErrorsOf } from '../api/problem.ts';

/** Puts what the server found wrong at the fields where it stands. */
export function useFieldErrors<T>(form: FormInstance<T>, error: unknown): void {
  useEffect(() => {
    const faults = fieldErrorsOf(error);
    if (faults.length === 0) return;
    // The paths come from the schema of the form's own values.
    form.setFields(faults.map(({ field, message }) => ({ name: field as never, errors: [message] })));
  }, [form, error]);
}
