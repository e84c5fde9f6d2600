import { Button, Layout, Menu } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { menuOf, openEntry } from './menu-items.ts';
import { OwnAccount } from './own-account.tsx';
import { useStaff } from './use-session.ts';

/** Head, menu and page. In a narrow window, or a much enlarged one, the menu is behind a button. */
export function ConsoleLayout() {
  const { t } = useTranslation('shell');
  const staff = useStaff();
  const { pathname } = useLocation();
  const open = openEntry(pathname);
  const [narrow, setNarrow] = useState(false);
  // The page on which the menu was asked for: once another one is open it is out of the way again.
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const menuShown = !narrow || askedAt === pathname;
  const items = menuOf(staff.role).map(({ path, text }) => ({
    key: path,
    label: <Link to={path}>{t(text)}</Link>,
  }));
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
          {menuShown ? (
            <nav aria-label={t('menu')}>
              <Menu mode="inline" items={items} selectedKeys={open ? [open] : []} />
            </nav>
          ) : null}
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
