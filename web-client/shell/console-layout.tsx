import { Button, Layout } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { MainMenu } from './main-menu.tsx';
import { OwnAccount } from './own-account.tsx';

/** Head, menu and page. In a narrow window, or a much enlarged one, the menu is behind a button. */
export function ConsoleLayout() {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const [narrow, setNarrow] = useState(false);
  // The page on which the menu was asked for: once another one is open it is out of the way again.
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const menuShown = !narrow || askedAt === pathname;
  return (
    <Layout className="console">
      <a className="skip-link" href="#content">
        {t('skipToContent')}
      </a>
      <Layout.Header className="console-head">
        {narrow ? (
          <Button aria-expanded={menuShown} onClick={() => setAskedAt(menuShown ? null : pathname)}>
            {t('menuButton')}
          </Button>
        ) : null}
        <span className="system-name">{t('systemName')}</span>
        <OwnAccount />
      </Layout.Header>
      <Layout>
        <Layout.Sider
          width={196}
          breakpoint="lg"
          collapsed={!menuShown}
          collapsedWidth={0}
          trigger={null}
          onBreakpoint={setNarrow}
          className="console-side"
        >
          {menuShown ? <MainMenu /> : null}
        </Layout.Sider>
        {/* This is the page's main element. */}
        <Layout.Content id="content" tabIndex={-1} className="console-content">
          <Suspense>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}
