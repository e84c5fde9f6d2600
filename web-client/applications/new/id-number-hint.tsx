import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { idNumber as idNumberSchema, readIdNumber } from '../../../server/people/schema.ts';
import { lookUpVisitor } from '../../api/people.ts';

/** Says at once that a number is right, and whether its holder has been here before. */
export function IdNumberHint({ idNumber }: { idNumber: string | undefined }) {
  const { t } = useTranslation('applications');
  const parsed = idNumberSchema.safeParse(idNumber ?? '');
  const number = parsed.success ? parsed.data : undefined;
  const known = useQuery({
    queryKey: ['known-visitor', number],
    queryFn: () => lookUpVisitor(number ?? ''),
    enabled: number !== undefined,
    staleTime: 60_000,
  });
  const facts = number === undefined ? undefined : readIdNumber(number);
  if (!facts) return null;
  const visitor = known.data?.visitor;
  return (
    <span role="status">
      {t('idNumberGood', { bornOn: facts.bornOn })}
      {visitor ? (
        <div>{t('knownVisitor', { name: visitor.nameMasked, phone: visitor.phoneMasked })}</div>
      ) : null}
    </span>
  );
}
