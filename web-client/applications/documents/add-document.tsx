import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Progress, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Application,
  type DocumentKind,
  documentKinds,
  documentKindTexts,
} from '../../../server/applications/schema.ts';
import { addDocument } from '../../api/applications.ts';
import { useLabel } from '../../language/index.ts';
import { Field } from '../../shell/field.tsx';
import { FileButton } from '../../shell/file-button.tsx';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { ValidUntil } from './valid-until.tsx';

/** Whose paper it is, which kind, then the file: it is sent as soon as it is chosen. */
export function AddDocument({ application }: { application: Application }) {
  const { t } = useTranslation('applications');
  const label = useLabel();
  const queries = useQueryClient();
  const [visitorId, setVisitorId] = useState(application.visitors[0]?.id ?? '');
  const [kind, setKind] = useState<DocumentKind>('id_card');
  const [validUntil, setValidUntil] = useState('');
  const [share, setShare] = useState(0);
  const uploading = useMutation({
    mutationFn: (file: File) => addDocument(application.id, { visitorId, kind, validUntil, file }, setShare),
    onMutate: () => setShare(0),
    onSuccess: () => {
      setValidUntil('');
      return queries.invalidateQueries({ queryKey: ['application', application.id] });
    },
  });
  return (
    <div className="no-print">
      <div className="filters">
        <Field label={t('documentOf')} id="document-visitor">
          <Select
            id="document-visitor"
            value={visitorId}
            onChange={setVisitorId}
            options={application.visitors.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field label={t('documentKind')} id="document-kind">
          <Select
            id="document-kind"
            value={kind}
            onChange={setKind}
            options={documentKinds.map((value) => ({ value, label: label(documentKindTexts[value]) }))}
          />
        </Field>
        <ValidUntil value={validUntil} onChange={setValidUntil} />
        <FileButton
          label={t('chooseFile')}
          hint={t('fileHint')}
          accept="image/jpeg,image/png,application/pdf"
          disabled={uploading.isPending}
          onFile={uploading.mutate}
        />
      </div>
      <ProblemNotice error={uploading.error} />
      <div role="status">
        {uploading.isPending ? (
          <>
            {t('uploading', { file: uploading.variables.name })}
            <Progress percent={Math.round(share * 100)} />
          </>
        ) : null}
        {uploading.isSuccess ? t('uploaded', { file: uploading.variables.name }) : null}
      </div>
    </div>
  );
}
