import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSessionState } from '@/shared/api/session-context';
import { useCommands } from '@/shared/lib/commands';
import { useAppTexts } from '../texts/app-texts';
import { useSignOut } from './use-sign-out';

export const PLACES = {
  mine: '/pocs',
  company: '/pocs?scope=tenant',
  favorites: '/pocs?scope=tenant&favorite=true',
  dashboard: '/dashboard',
  searches: '/searches',
  imports: '/imports',
  reports: '/reports',
  videos: '/videos',
  schedules: '/schedules',
  shares: '/shares',
  newReport: '/reports/new',
  newVideo: '/videos/new',
  add: '/pocs/new',
  trash: '/trash',
  companyPage: '/company',
  settings: '/settings',
  help: '/help',
  news: '/news',
  about: '/about',
} as const;

export function useGoCommands(): void {
  const t = useAppTexts();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const commands = useMemo(
    () => [
      { id: 'pocs.new', name: t.add, section: t.pocs, keys: 'n', perform: () => navigate(PLACES.add) },
      { id: 'go.mine', name: t.goMine, section: t.sections.go, keys: '1', perform: () => navigate(PLACES.mine) },
      { id: 'go.company', name: t.goCompany, section: t.sections.go, keys: '2', perform: () => navigate(PLACES.company) },
      { id: 'go.favorites', name: t.goFavorites, section: t.sections.go, keys: '3', perform: () => navigate(PLACES.favorites) },
      { id: 'go.dashboard', name: t.goDashboard, section: t.sections.go, keys: '4', perform: () => navigate(PLACES.dashboard) },
      { id: 'go.searches', name: t.goSearches, section: t.sections.go, keys: '7', perform: () => navigate(PLACES.searches) },
      { id: 'go.trash', name: t.goTrash, section: t.sections.go, perform: () => navigate(PLACES.trash) },
      { id: 'go.imports', name: t.goImports, section: t.sections.go, keys: 'i', perform: () => navigate(PLACES.imports) },
      { id: 'go.company-page', name: t.goCompanyPage, section: t.sections.go, keys: 'p', perform: () => navigate(PLACES.companyPage) },
      { id: 'go.settings', name: t.settings, section: t.sections.go, keys: ',', perform: () => navigate(PLACES.settings) },
      { id: 'go.help', name: t.help, section: t.sections.help, keys: 'h', perform: () => navigate(PLACES.help) },
      { id: 'go.news', name: t.news, section: t.sections.help, perform: () => navigate(PLACES.news) },
      { id: 'go.about', name: t.about, section: t.sections.help, perform: () => navigate(PLACES.about) },
      { id: 'go.reports', name: t.goReports, section: t.sections.go, keys: '5', perform: () => navigate(PLACES.reports) },
      { id: 'go.videos', name: t.goVideos, section: t.sections.go, keys: '6', perform: () => navigate(PLACES.videos) },
      { id: 'go.schedules', name: t.goSchedules, section: t.sections.go, perform: () => navigate(PLACES.schedules) },
      { id: 'reports.new', name: t.newReport, section: t.reports, keys: 'r', perform: () => navigate(PLACES.newReport) },
      { id: 'videos.new', name: t.newVideo, section: t.videos, keys: 'm', perform: () => navigate(PLACES.newVideo) },
      { id: 'sign-out', name: t.signOut, section: t.sections.account, perform: () => void signOut() },
    ],
    [t, navigate, signOut],
  );
  useCommands(commands);
  const { ticket } = useSessionState();
  const isOwner = ticket?.role === 'OWNER';
  const ofOwners = useMemo(
    () => (isOwner ? [{ id: 'go.shares', name: t.goShares, section: t.sections.go, perform: () => navigate(PLACES.shares) }] : []),
    [t, navigate, isOwner],
  );
  useCommands(ofOwners);
}
