import type { SettingsTexts } from './en';

export const settingsPtBr: SettingsTexts = {
  settings: 'Configurações',
  look: 'Aparência',
  lookHint: 'Neste navegador, para quem quer que entre.',
  theme: 'Tema',
  themes: { light: 'Claro', dark: 'Escuro', system: 'Igual ao do sistema' },
  themeIs: (theme) => `Tema: ${theme}`,
  density: 'Listas',
  densities: { comfortable: 'Confortável', compact: 'Compacta' },
  densityHint: 'A compacta mostra quase o dobro na tela, sem as descrições.',
  language: 'Idioma deste navegador',
  languageHint: 'O idioma do seu perfil vale para e-mails, filmes e relatórios.',
  keys: 'Teclado',
};
