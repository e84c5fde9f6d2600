import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import type { FormRules } from '../../../server/applications/form-schema.ts';
import { readFormRules } from '../../api/applications.ts';
import type { FormValues } from './form-values.ts';

/** The rules for the prisoner and kind of visit that are chosen; undefined until they are there. */
export function useFormRules(): FormRules | undefined {
  const form = Form.useFormInstance<FormValues>();
  const prisonerId: string | undefined = Form.useWatch(['prisoner', 'value'], { form, preserve: true });
  const kind: FormValues['kind'] | undefined = Form.useWatch('kind', { form, preserve: true });
  const rules = useQuery({
    queryKey: ['form-rules', prisonerId, kind],
    queryFn: () => readFormRules(prisonerId ?? '', kind ?? 'family_visit'),
    enabled: prisonerId !== undefined && kind !== undefined,
    staleTime: 60_000,
  });
  return rules.data;
}
