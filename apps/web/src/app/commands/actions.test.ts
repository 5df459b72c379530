import { describe, expect, it } from 'vitest';

/** What changes something at the services, and the commands that do it. A page that is there for one thing alone needs none. */
const COMMANDS: Record<string, readonly string[] | string> = {
  createPoc: ['pocs.new'],
  updatePoc: ['pocs.edit'],
  deletePoc: ['pocs.delete', 'poc.delete'],
  restorePoc: 'the word about a deletion takes it back',
  changePocs: ['bulk', 'trash.restore'],
  addFavorite: ['pocs.favorite', 'poc.favorite'],
  removeFavorite: ['pocs.favorite', 'poc.favorite'],
  createSavedSearch: ['searches.save'],
  replaceSavedSearch: ['searches.save', 'searches.rename'],
  deleteSavedSearch: ['searches.delete'],
  createImport: ['go.imports'],
  cancelImport: ['imports.cancel'],
  undoImport: ['imports.undo'],
  switchTenant: ['switch'],
  logOut: ['sign-out'],
  updateMe: ['profile.name', 'profile.locale', 'profile.zone'],
  updateTenant: ['company.rename'],
  updateMember: ['member.role'],
  removeMember: ['member.remove', 'company.leave'],
  createInvitation: ['company.invite'],
  withdrawInvitation: ['invitation.withdraw'],
  createReport: ['reports.new', 'report.send'],
  cancelReport: ['work.cancel'],
  retryReport: ['work.retry'],
  deleteReport: ['work.delete'],
  createVideo: ['videos.new', 'video.send'],
  createStoryboard: ['video.storyboard'],
  cancelVideo: ['work.cancel'],
  retryVideo: ['work.retry'],
  deleteVideo: ['work.delete'],
  shareVideo: ['video.share'],
  unshareVideo: ['video.unshare'],
  uploadTrack: ['track.upload'],
  deleteTrack: ['track.delete'],
  replaceSchedules: ['schedules.monthly', 'schedules.year'],
  endCompanyShare: ['share.end'],
  logIn: 'the page is for nothing else',
  createUser: 'the page is for nothing else',
  verifyEmail: 'the page is for nothing else',
  requestVerificationMail: 'part of signing in and of signing up',
  forgotPassword: 'the page is for nothing else',
  resetPassword: 'the page is for nothing else',
  createTenant: 'the page is for nothing else',
  acceptInvitation: 'the page is for nothing else',
  readInvitation: 'it reads',
};

const raw: Record<string, string> = import.meta.glob('../../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const sourceIn = (isIn: (file: string) => boolean): string =>
  Object.entries(raw)
    .filter(([file]) => isIn(file))
    .map(([, text]) => text)
    .join('\n');
const generated = sourceIn((file) => file.includes('/generated/'));
const written = sourceIn((file) => !file.includes('/generated/') && !file.includes('.test.'));

const writes = [...generated.matchAll(/^ {4}(\w+): build\.mutation</gm)].map(([, name = '']) => name);
const isUsed = (name: string): boolean =>
  new RegExp(`\\b(?:${name}\\.initiate|use${name.charAt(0).toUpperCase()}${name.slice(1)}Mutation)\\b`).test(written);
const isOffered = (id: string): boolean => written.includes(`id: '${id}'`) || written.includes(`id: \`${id}.\${`);

describe('a key', () => {
  const keysIn = (source: string): string[] => [...source.matchAll(/\bid: [^\n]*\n?[^{}]*?keys: '([^']+)'/g)].map(([, keys = '']) => keys);

  it('of every page is no page’s own', () => {
    const everywhere = keysIn(sourceIn((file) => /\/(shell|commands)\/(use-go-commands|root)\.tsx?$/.test(file)));
    const ofPages = keysIn(sourceIn((file) => file.includes('/features/') && !file.includes('.test.')));
    expect([everywhere.length > 15, ofPages.length > 15]).toEqual([true, true]);
    expect(ofPages.filter((keys) => everywhere.includes(keys))).toEqual([]);
    expect(new Set(everywhere).size).toBe(everywhere.length);
  });
});

describe('every action', () => {
  const used = writes.filter(isUsed);

  it('is a command, or says why it is none', () => {
    expect(used.length).toBeGreaterThan(15);
    expect(used.filter((name) => !(name in COMMANDS))).toEqual([]);
    expect(Object.keys(COMMANDS).filter((name) => !used.includes(name))).toEqual([]);
  });

  it.each(Object.entries(COMMANDS).flatMap(([name, ids]) => (typeof ids === 'string' ? [] : ids.map((id) => [name, id] as const))))(
    '%s is offered as %s',
    (_name, id) => expect(isOffered(id)).toBe(true),
  );

  it('that nobody offers would be missed', () => expect(isOffered('no.such.command')).toBe(false));
});
