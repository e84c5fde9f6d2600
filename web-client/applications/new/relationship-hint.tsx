import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormRelationship } from '../../../server/applications/form-schema.ts';
import {
  idNumber as idNumberSchema,
  type RelationshipCode,
  relationships,
} from '../../../server/people/schema.ts';
import { lookUpRelationships } from '../../api/relationships.ts';
import { useLabel } from '../../language/index.ts';
import type { FormValues } from './form-values.ts';

type Props = {
  idNumber: string | undefined;
  relationship: RelationshipCode | undefined;
  taken: FormRelationship | undefined;
};

/** What was verified before of this person and prisoner, and what the rules say of the relationship that is chosen. */
export function RelationshipHint({ idNumber, relationship, taken }: Props) {
  const { t } = useTranslation('counter');
  const label = useLabel();
  const form = Form.useFormInstance<FormValues>();
  const prisonerId: string | undefined = Form.useWatch(['prisoner', 'value'], { form, preserve: true });
  const parsed = idNumberSchema.safeParse(idNumber ?? '');
  const number = parsed.success ? parsed.data : undefined;
  const known = useQuery({
    queryKey: ['verified-before', number, prisonerId],
    queryFn: () => lookUpRelationships(number ?? '', prisonerId ?? ''),
    enabled: number !== undefined && prisonerId !== undefined,
    staleTime: 60_000,
  });
  const shown = (known.data ?? []).filter(
    (one) => relationship === undefined || one.relationship === relationship,
  );
  const saying = { holds: 'verifiedHolds', to_be_checked: 'verifiedRunOut', ended: 'verifiedEnded' } as const;
  return (
    <span role="status">
      {shown.map(({ relationship: code, organisation, standing, revalidateOn }) => (
        <div key={code + organisation}>
          {t(saying[standing], {
            relationship: [label(relationships[code]), organisation].filter(Boolean).join(' · '),
            day: revalidateOn,
          })}
        </div>
      ))}
      {taken?.taken === 'by_exception' ? <div>{t('exceptionHint')}</div> : null}
      {taken?.taken === 'not' ? <div>{t('relationshipNotTaken')}</div> : null}
      {taken?.taken === 'with_warning' ? <div>{t('categoryWarning')}</div> : null}
    </span>
  );
}
