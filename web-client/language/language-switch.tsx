import { Button } from 'antd';
import { chooseLanguage, useLanguage } from './current-language.ts';

/** Each in its own words. */
export const languageNames = { zh: '中文', en: 'English' } as const;

/** Named in the language it leads to, so that whoever needs it can read it. */
export function LanguageSwitch({ size = 'middle' }: { size?: 'middle' | 'large' }) {
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  const name = languageNames[other];
  return (
    <Button
      size={size}
      lang={other === 'en' ? 'en' : 'zh-CN'}
      aria-label={name}
      onClick={() => chooseLanguage(other)}
    >
      {name}
    </Button>
  );
}
