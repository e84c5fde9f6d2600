import { useTranslation } from 'react-i18next';
import { documentKindTexts } from '../../server/applications/schema.ts';
import type { FamilyApplication } from '../../server/kiosk/schema.ts';
import { relationships } from '../../server/people/schema.ts';
import { list, sentences, useLabel } from '../language/index.ts';

/** Who comes, what each has handed in, and what is still missing. */
export function FamilyPapers({
  application: { visitors, documents },
}: {
  application: Pick<FamilyApplication, 'visitors' | 'documents'>;
}) {
  const { t } = useTranslation('kiosk');
  const label = useLabel();
  return (
    <section className="kiosk-card">
      <h2>{t('people')}</h2>
      <ul className="kiosk-plain-list">
        {visitors.map(({ id, name, own, relationship, missingDocuments }) => {
          const kinds = documents.filter(({ visitorId }) => visitorId === id).map(({ kind }) => kind);
          return (
            <li key={id}>
              <strong>
                {name}
                {own ? t('yourself') : ''}
              </strong>{' '}
              {label(relationships[relationship])}
              {kinds.length > 0 ? (
                <p>
                  {t('handedIn', {
                    kinds: list([...new Set(kinds)].map((kind) => label(documentKindTexts[kind]))),
                  })}
                </p>
              ) : null}
              {missingDocuments.length > 0 ? (
                <p className="kiosk-late">{t('stillMissing', { kinds: sentences(missingDocuments) })}</p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
