import { App, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import type { ReactNode } from 'react';
import type { Language } from '../../server/edge/language.ts';
import { useLanguage } from './current-language.ts';

const chineseFonts =
  "'Source Han Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif";

/** Colours keep 4.5:1 against white and against each other's text; sizes suit older eyes. */
function themeOf(size: 'desk' | 'room', language: Language): ThemeConfig {
  return {
    token: {
      colorPrimary: '#0b5394',
      colorPrimaryBg: '#dceaf7',
      controlItemBgActive: '#dceaf7',
      colorLink: '#0b5394',
      colorInfo: '#0b5394',
      colorInfoBg: '#e8f1fa',
      colorInfoBorder: '#a9c8e6',
      colorSuccess: '#1e7b34',
      colorSuccessBg: '#e8f5eb',
      colorSuccessBorder: '#9fd0ab',
      colorWarning: '#9a5b00',
      colorWarningBg: '#fff7e0',
      colorWarningBorder: '#e0b95c',
      colorError: '#b3261e',
      colorErrorBg: '#fdecea',
      colorErrorBorder: '#e7a49f',
      colorTextSecondary: '#4a5562',
      colorTextTertiary: '#5b6673',
      colorTextDescription: '#4a5562',
      colorTextPlaceholder: '#6a7480',
      colorTextDisabled: '#6a7480',
      borderRadius: 4,
      // Latin first in English: Chinese fonts make its apostrophes and quotes as wide as a character.
      fontFamily:
        language === 'en'
          ? `'Segoe UI', Roboto, Arial, 'Noto Sans', 'DejaVu Sans', ${chineseFonts}`
          : chineseFonts,
      fontSize: size === 'room' ? 22 : 15,
      controlHeight: size === 'room' ? 56 : 36,
      controlOutlineWidth: 3,
      // What has been asked for is there at once: nothing moves under a slow hand, and old machines have less to draw.
      motion: false,
    },
    components: {
      Layout: { headerBg: '#0a2f52', siderBg: '#ffffff', bodyBg: '#f3f5f8' },
    },
  };
}

/** antd in the language of the screen, and the one look of all clients. */
export function LookAndLocale({ size, children }: { size: 'desk' | 'room'; children: ReactNode }) {
  const language = useLanguage();
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={themeOf(size, language)}
      button={{ autoInsertSpace: false }}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}
