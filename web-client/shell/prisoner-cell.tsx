import type { Text } from '../../server/edge/language.ts';
import { useLabel } from '../language/index.ts';

type Props = { prisoner: { name: string; number: string }; prison: { name: Text } };

/** A prisoner in a row of a list. */
export function PrisonerCell({ prisoner, prison }: Props) {
  const label = useLabel();
  return (
    <>
      {prisoner.name} <span className="nowrap">{prisoner.number}</span>
      <div className="quiet">{label(prison.name)}</div>
    </>
  );
}
