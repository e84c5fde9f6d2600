import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type ApplicationDocument, documentKindTexts } from '../../../server/applications/schema.ts';
import { documentPath } from '../../api/applications.ts';
import { getFile } from '../../api/request.ts';
import { useLabel } from '../../language/index.ts';
import { Dialog } from '../../shell/dialog.tsx';
import { Loaded } from '../../shell/loaded.tsx';

type Props = { applicationId: string; document: ApplicationDocument; onClose(): void };

/** Shows a paper inside the page. The file is held in memory only while it is looked at. */
export function DocumentView({ applicationId, document, onClose }: Props) {
  const label = useLabel();
  const file = useQuery({
    queryKey: ['document', document.id],
    queryFn: () => getFile(documentPath(applicationId, document.id)),
    gcTime: 0,
  });
  const title = `${label(documentKindTexts[document.kind])} · ${document.fileName}`;
  return (
    <Dialog title={title} width="min(1000px, 92vw)" footer={null} onCancel={onClose}>
      <Loaded query={file}>{(blob) => <Paper blob={blob} title={title} />}</Loaded>
    </Dialog>
  );
}

function Paper({ blob, title }: { blob: Blob; title: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (address === null) return null;
  return blob.type === 'application/pdf' ? (
    <iframe className="paper-view" title={title} src={address} />
  ) : (
    <img className="paper-view" alt={title} src={address} />
  );
}
