import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Side, sides, sideTexts } from '../../server/visits/codes.ts';
import { useLabel } from '../language/index.ts';

/** Which of the two bodies has turned its key. */
export function KeyTags({ keysTurned }: { keysTurned: readonly Side[] }) {
  const { t } = useTranslation('visits');
  const label = useLabel();
  return sides.map((side) => {
    const turned = keysTurned.includes(side);
    return (
      <Tag key={side} color={turned ? 'success' : 'default'}>
        {t(turned ? 'keyTurned' : 'keyOpen', { side: label(sideTexts[side]) })}
      </Tag>
    );
  });
}
