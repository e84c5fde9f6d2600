import { Layout, Menu } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { menuOf, openEntry } from './menu-items.ts';
import { OwnAccount } from './own-account.tsx';
import { useStaff } from './use-session.ts';

export function ConsoleLayout() {
  const { t } = useTranslation('shell');
  const staff = useStaff();
  const open = openEntry(useLocation().pathname);
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
        <span className="system-name">{t('systemName')}</span>
        <OwnAccount />
      </Layout.Header>
      <Layout>
        <Layout.Sider width={196} breakpoint="lg" collapsedWidth={0} className="console-side">
          <nav aria-label={t('menu')}>
            <Menu mode="inline" items={items} selectedKeys={open ? [open] : []} />
          </nav>
        </Layout.Sider>
        <Layout.Content className="console-content">
          <main id="content" tabIndex={-1}>
            <Suspense>
              <Outlet />
            </Suspense>
          </main>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}
