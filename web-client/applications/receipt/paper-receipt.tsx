import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../server/applications/receipt-schema.ts';
import { documentKindTexts, kindTexts } from '../../../server/applications/schema.ts';
import type { Language } from '../../../server/edge/language.ts';
import { relationships } from '../../../server/people/schema.ts';
import { marksIn, sayTime } from '../../language/index.ts';
import { useTermsRows } from '../../reviews/use-terms-rows.ts';
import { PrintedTable } from '../../shell/printed-table.tsx';
import { inGroups } from './query-codes.ts';
import { ReceiptSteps } from './receipt-steps.tsx';

type Props = { receipt: Receipt; queryCode: string | undefined; language: Language };

/** What the family takes home: number, code, what was handed in, what happens next, who decides by when, where to ask. */
export function PaperReceipt({ receipt, queryCode, language }: Props) {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT(language, 'applications');
  const marks = marksIn(language);
  const terms = useTermsRows(receipt.terms, receipt.visitors, language);
  const papersOf = ({ name, documents }: Receipt['visitors'][number]) =>
    documents.length === 0
      ? []
      : [marks.colon(name) + marks.list(documents.map((kind) => documentKindTexts[kind][language]))];
  const visitorRow = (visitor: Receipt['visitors'][number], index: number): [string, string] => {
    const { name, relationship, missing } = visitor;
    const lacks =
      missing.length === 0
        ? ''
        : ` · ${t('missing', { kinds: marks.sentences(missing.map((text) => text[language])) })}`;
    return [
      t('visitorNumber', { number: index + 1 }),
      `${name} · ${relationships[relationship][language]}${lacks}`,
    ];
  };
  return (
    <article className="printed" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <h1>{t('receiptTitle')}</h1>
      <PrintedTable
        rows={[
          [t('number'), receipt.number],
          ...(queryCode
            ? [[t('queryCode'), <QueryCode key="code" queryCode={queryCode} />] as [string, React.ReactNode]]
            : []),
          [t('kind'), kindTexts[receipt.kind][language]],
          [t('createdAt'), sayTime(receipt.createdAt, 'moment', language)],
          [
            t('prisoner'),
            `${receipt.prisoner.name} ${receipt.prisoner.number} · ${receipt.prison[language]}`,
          ],
          ...receipt.visitors.map(visitorRow),
          ...terms,
          [t('documents'), marks.sentences(receipt.visitors.flatMap(papersOf)) || '—'],
        ]}
      />
      <ReceiptSteps steps={receipt.steps} language={language} />
      <h2>{t('whereToAsk')}</h2>
      <p>{t('askAtCounter', { number: receipt.number })}</p>
      {receipt.contact ? (
        <p>
          {t('askContact', {
            phone: receipt.contact.phone,
            address: receipt.contact.address[language],
            hours: receipt.contact.hours[language],
          })}
        </p>
      ) : null}
      {queryCode ? <p>{t('askAtKiosk', { address: `${window.location.origin}/kiosk` })}</p> : null}
      <p>{t('receiptFree')}</p>
      <div className="signatures">
        <span>
          {t(receipt.selfService ? 'receiptEntered' : 'receiptSigned')} {receipt.receivedBy}
        </span>
        <span>{t('receiptApplicant')} ________________</span>
      </div>
    </article>
  );
}

function QueryCode({ queryCode }: { queryCode: string }) {
  return <strong className="printed-code">{inGroups(queryCode)}</strong>;
}
