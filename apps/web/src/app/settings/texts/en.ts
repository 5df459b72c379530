export const settingsEn = {
  settings: 'Settings',
  look: 'Appearance',
  lookHint: 'In this browser, whoever is signed in.',
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark', system: 'As the system' },
  themeIs: (theme: string) => `Theme: ${theme}`,
  density: 'Lists',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  densityHint: 'Compact shows about half as much again on a screen, without descriptions.',
  language: 'Language of this browser',
  languageHint: 'The language in your profile decides about mails, films and reports.',
  keys: 'Keyboard',
};
export type SettingsTexts = typeof settingsEn;
