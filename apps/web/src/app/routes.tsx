/** The addresses of the app. What is behind each comes when it is gone to; the first page brings its own alone. */
import { lazy } from 'react';
import type { ComponentType } from 'react';
import { BrowserRouter, Navigate, Route, Routes, matchPath } from 'react-router-dom';
import { Anybody, SignedIn, SignedOut } from './shell/guards';
import { Root } from './shell/root';

const page = (load: () => Promise<ComponentType>) =>
  Object.assign(
    lazy(async () => ({ default: await load() })),
    { load },
  );

const SignIn = page(async () => (await import('@/features/sessions/sign-in-page')).SignInPage);
const SignUp = page(async () => (await import('@/features/users/sign-up-page')).SignUpPage);
const Forgot = page(async () => (await import('@/features/credentials/forgot-password-page')).ForgotPasswordPage);
const Reset = page(async () => (await import('@/features/credentials/reset-password-page')).ResetPasswordPage);
const Verify = page(async () => (await import('@/features/credentials/verify-email-page')).VerifyEmailPage);
const Shell = page(async () => (await import('./shell/shell')).Shell);
const List = page(async () => (await import('@/features/pocs/list/list-page')).ListPage);
const Add = page(async () => (await import('@/features/pocs/add/add-page')).AddPage);
const One = page(async () => (await import('@/features/pocs/poc/poc-page')).PocPage);
const Stats = page(async () => (await import('@/features/pocs/stats/stats-page')).StatsPage);
const Searches = page(async () => (await import('@/features/pocs/searches/searches-page')).SearchesPage);
const Imports = page(async () => (await import('@/features/imports/imports-page')).ImportsPage);
const Import = page(async () => (await import('@/features/imports/import-page')).ImportPage);
const Join = page(async () => (await import('@/features/tenants/join/join-page')).JoinPage);
const Company = page(async () => (await import('@/features/tenants/company/company-page')).CompanyPage);
const Settings = page(async () => (await import('./settings/settings-page')).SettingsPage);
const Help = page(async () => (await import('./help/help-page')).HelpPage);
const News = page(async () => (await import('./help/news-page')).NewsPage);
const About = page(async () => (await import('./help/about-page')).AboutPage);
const Reports = page(async () => (await import('@/features/content/reports/reports-page')).ReportsPage);
const NewReport = page(async () => (await import('@/features/content/reports/new-report-page')).NewReportPage);
const OneReport = page(async () => (await import('@/features/content/reports/report-page')).ReportPage);
const Videos = page(async () => (await import('@/features/content/videos/videos-page')).VideosPage);
const NewVideo = page(async () => (await import('@/features/content/wizard/wizard-page')).WizardPage);
const OneVideo = page(async () => (await import('@/features/content/videos/video-page')).VideoPage);
const Schedules = page(async () => (await import('@/features/content/schedules/schedules-page')).SchedulesPage);
const Shares = page(async () => (await import('@/features/content/shares/shares-page')).SharesPage);
const Trash = page(async () => (await import('@/features/pocs/trash/trash-page')).TrashPage);
const Nothing = page(async () => (await import('./shell/not-found')).NotFound);

/** In the frame around the pages of who is signed in. */
const FRAMED = {
  '/pocs': List,
  '/pocs/new': Add,
  '/pocs/:pocId': One,
  '/dashboard': Stats,
  '/searches': Searches,
  '/trash': Trash,
  '/imports': Imports,
  '/imports/:importId': Import,
  '/company': Company,
  '/settings': Settings,
  '/help': Help,
  '/news': News,
  '/about': About,
  '/reports': Reports,
  '/reports/new': NewReport,
  '/reports/:reportId': OneReport,
  '/videos': Videos,
  '/videos/new': NewVideo,
  '/videos/:requestId': OneVideo,
  '/schedules': Schedules,
  '/shares': Shares,
};

/** The page that will be shown if somebody is signed in: while that is asked, and not after it. */
export function fetchAhead(pathname: string): void {
  const found = Object.entries(FRAMED).find(([path]) => matchPath(path, pathname === '/' ? '/pocs' : pathname));
  if (found) [Shell, found[1]].forEach(({ load }) => void load().catch(() => undefined)); // it is asked for again where it is shown
}

export function AppRoutes() {
  return (
    <BrowserRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <Routes>
        <Route element={<Root />}>
          <Route index element={<Navigate to="/pocs" replace />} />
          <Route element={<SignedOut />}>
            <Route path="/sign-in" element={<SignIn />} />
            <Route path="/sign-up" element={<SignUp />} />
          </Route>
          <Route path="/forgot-password" element={<Forgot />} />
          <Route path="/reset-password" element={<Reset />} />
          <Route path="/verify-email" element={<Verify />} />
          <Route element={<Anybody />}>
            <Route path="/join" element={<Join />} />
          </Route>
          <Route element={<SignedIn />}>
            <Route element={<Shell />}>
              {Object.entries(FRAMED).map(([path, Page]) => (
                <Route key={path} path={path} element={<Page />} />
              ))}
            </Route>
          </Route>
          <Route path="*" element={<Nothing />} />
        </Route>
      </Routes>
    </BrowserRouter>
  );
}
