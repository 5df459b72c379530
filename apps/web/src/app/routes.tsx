/** The addresses of the app. What is behind each comes when it is gone to; the first page brings its own alone. */
import { createBrowserRouter, Navigate } from 'react-router-dom';
import type { RouteObject } from 'react-router-dom';
import { Broken } from './shell/broken';
import { Root } from './shell/root';
import { SignedIn, SignedOut } from './shell/guards';

type Page = () => Promise<{ Component: React.ComponentType }>;

const signIn: Page = async () => ({ Component: (await import('@/features/sessions/sign-in-page')).SignInPage });
const signUp: Page = async () => ({ Component: (await import('@/features/users/sign-up-page')).SignUpPage });
const forgot: Page = async () => ({ Component: (await import('@/features/credentials/forgot-password-page')).ForgotPasswordPage });
const reset: Page = async () => ({ Component: (await import('@/features/credentials/reset-password-page')).ResetPasswordPage });
const verify: Page = async () => ({ Component: (await import('@/features/credentials/verify-email-page')).VerifyEmailPage });
const shell: Page = async () => ({ Component: (await import('./shell/shell')).Shell });
const list: Page = async () => ({ Component: (await import('@/features/pocs/list/list-page')).ListPage });
const add: Page = async () => ({ Component: (await import('@/features/pocs/add/add-page')).AddPage });
const one: Page = async () => ({ Component: (await import('@/features/pocs/poc/poc-page')).PocPage });
const nothing: Page = async () => ({ Component: (await import('./shell/not-found')).NotFound });

export const routes: RouteObject[] = [
  {
    Component: Root,
    ErrorBoundary: Broken,
    children: [
      { index: true, element: <Navigate to="/pocs" replace /> },
      {
        Component: SignedOut,
        children: [
          { path: '/sign-in', lazy: signIn },
          { path: '/sign-up', lazy: signUp },
        ],
      },
      { path: '/forgot-password', lazy: forgot },
      { path: '/reset-password', lazy: reset },
      { path: '/verify-email', lazy: verify },
      {
        Component: SignedIn,
        children: [
          {
            lazy: shell,
            children: [
              { path: '/pocs', lazy: list },
              { path: '/pocs/new', lazy: add },
              { path: '/pocs/:pocId', lazy: one },
            ],
          },
        ],
      },
      { path: '*', lazy: nothing },
    ],
  },
];

export const createRouter = () => createBrowserRouter(routes);
