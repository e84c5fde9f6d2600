import { Button, Card, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prison } from '../../server/places/schema.ts';
import { addToPrison, changePlace } from '../api/places.ts';
import { useLabel } from '../language/index.ts';
import { EquipmentDialog } from './equipment-dialog.tsx';
import { EquipmentTable } from './equipment-table.tsx';
import { PlaceDialog } from './place-dialog.tsx';
import './administration.css';

type Place = Prison['wards'][number];
type Open =
  | { kind: 'add'; what: 'wards' | 'terminals' }
  | { kind: 'rename'; what: 'prisons' | 'wards'; place: Place }
  | { kind: 'terminal'; terminal: Prison['terminals'][number] };

/** A prison with its wards and terminals. */
export function PrisonCard({ prison }: { prison: Prison }) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const name = label(prison.name);
  return (
    <Card
      title={
        <h2 className="card-heading">
          {name} <span className="quiet">{prison.id}</span>
        </h2>
      }
      className="panel"
      extra={
        <Button
          className="no-print"
          aria-label={t('renameOf', { name })}
          onClick={() => setOpen({ kind: 'rename', what: 'prisons', place: prison })}
        >
          {t('rename')}
        </Button>
      }
    >
      <div className="row">
        <h3>{t('wards')}</h3>
        <Button
          className="no-print"
          aria-label={t('addWardTo', { prison: name })}
          onClick={() => setOpen({ kind: 'add', what: 'wards' })}
        >
          {t('addWard')}
        </Button>
      </div>
      {prison.wards.length === 0 ? <p className="quiet">{t('noWardYet')}</p> : null}
      <ul className="place-list">
        {prison.wards.map((ward) => (
          <li key={ward.id}>
            {label(ward.name)}
            <Button
              size="small"
              className="no-print"
              aria-label={t('renameOf', { name: label(ward.name) })}
              onClick={() => setOpen({ kind: 'rename', what: 'wards', place: ward })}
            >
              {t('rename')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="row">
        <h3>{t('terminals')}</h3>
        <Button
          className="no-print"
          aria-label={t('addTerminalTo', { prison: name })}
          onClick={() => setOpen({ kind: 'add', what: 'terminals' })}
        >
          {t('addTerminal')}
        </Button>
      </div>
      {prison.terminals.length === 0 ? (
        <Empty description={t('noTerminalYet')} image={Empty.PRESENTED_IMAGE_SIMPLE} />
      ) : (
        <EquipmentTable
          places={prison.terminals}
          mayChange
          onChange={(terminal) => setOpen({ kind: 'terminal', terminal })}
        />
      )}
      {open?.kind === 'add' ? (
        <PlaceDialog
          title={t(open.what === 'wards' ? 'addWardTo' : 'addTerminalTo', { prison: name })}
          save={({ name: added }) => addToPrison(prison.id, open.what, added)}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'rename' ? (
        <PlaceDialog
          title={t('renameOf', { name: label(open.place.name) })}
          initialValues={{ name: open.place.name }}
          save={({ name: changed }) =>
            changePlace(open.what, open.place.id, { version: open.place.version, name: changed })
          }
          onClose={close}
        />
      ) : null}
      {open?.kind === 'terminal' ? (
        <EquipmentDialog kind="terminal" place={open.terminal} onClose={close} />
      ) : null}
    </Card>
  );
}
