// antd's es folder is read as CommonJS by the type checker, for want of a `type` in its package.json.
declare module 'antd/es/locale/zh_CN.js' {
  import type { Locale } from 'antd/es/locale';

  const locale: Locale;
  export default locale;
}
declare module 'antd/es/locale/en_US.js' {
  import type { Locale } from 'antd/es/locale';

  const locale: Locale;
  export default locale;
}
