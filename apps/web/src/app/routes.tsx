/** The addresses of the app. What is behind each comes when it is gone to; the first page brings its own alone. */
import { lazy } from 'react';
import type { ComponentType } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router-dom';
import { Anybody, SignedIn, SignedOut } from './shell/guards';
import { Root } from './shell/root';

const page = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

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
              <Route path="/pocs" element={<List />} />
              <Route path="/pocs/new" element={<Add />} />
              <Route path="/pocs/:pocId" element={<One />} />
              <Route path="/dashboard" element={<Stats />} />
              <Route path="/searches" element={<Searches />} />
              <Route path="/trash" element={<Trash />} />
              <Route path="/imports" element={<Imports />} />
              <Route path="/imports/:importId" element={<Import />} />
              <Route path="/company" element={<Company />} />
              <Route path="/settings" element={<Settings />} />
              <Route path="/help" element={<Help />} />
              <Route path="/news" element={<News />} />
              <Route path="/about" element={<About />} />
              <Route path="/reports" element={<Reports />} />
              <Route path="/reports/new" element={<NewReport />} />
              <Route path="/reports/:reportId" element={<OneReport />} />
              <Route path="/videos" element={<Videos />} />
              <Route path="/videos/new" element={<NewVideo />} />
              <Route path="/videos/:requestId" element={<OneVideo />} />
              <Route path="/schedules" element={<Schedules />} />
              <Route path="/shares" element={<Shares />} />
            </Route>
          </Route>
          <Route path="*" element={<Nothing />} />
        </Route>
      </Routes>
    </BrowserRouter>
  );
}
