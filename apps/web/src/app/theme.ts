/** The look: calm surfaces, one accent, dense where people scan. Colours are CSS variables: a change of theme renders nothing. */
import { createTheme } from '@mui/material/styles';

const light = {
  primary: { main: '#4c3fc4', dark: '#3d31a8', contrastText: '#ffffff' },
  error: { main: '#b3202f' },
  success: { main: '#1c7a4a' },
  warning: { main: '#8a5a00' },
  background: { default: '#f8f8fb', paper: '#ffffff' },
  text: { primary: '#1c1b22', secondary: '#5b5966' },
  divider: '#e4e3ea',
};
const dark = {
  primary: { main: '#a79dff', dark: '#c3bcff', contrastText: '#131219' },
  error: { main: '#ff9aa5' },
  success: { main: '#6fd39c' },
  warning: { main: '#f0c36d' },
  background: { default: '#111117', paper: '#191922' },
  text: { primary: '#ecebf2', secondary: '#aaa7b8' },
  divider: '#2d2c39',
};

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: '[data-theme="%s"]' },
  colorSchemes: { light: { palette: light }, dark: { palette: dark } },
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
    fontSize: 14,
    h1: { fontSize: '1.5rem', fontWeight: 650, letterSpacing: '-0.015em', lineHeight: 1.25 },
    h2: { fontSize: '1rem', fontWeight: 650, letterSpacing: '-0.005em' },
    body1: { fontSize: '0.9375rem' },
    body2: { fontSize: '0.8125rem' },
    button: { textTransform: 'none', fontWeight: 600 },
  },
  transitions: {
    duration: { shortest: 80, shorter: 100, short: 120, standard: 140, complex: 180, enteringScreen: 140, leavingScreen: 100 },
  },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: { minHeight: 36, paddingInline: 14, borderRadius: 8 },
        outlined: ({ theme: t }) => ({ borderColor: `color-mix(in srgb, ${t.vars.palette.text.secondary} 45%, transparent)` }),
      },
    },
    // One surface: nothing is lighter for lying above.
    MuiPaper: { styleOverrides: { root: { '--Paper-overlay': 'none', backgroundImage: 'none' } } },
    MuiDialog: { styleOverrides: { paper: { borderRadius: 14, margin: 16 } } },
    MuiOutlinedInput: {
      styleOverrides: {
        root: ({ theme: t }) => ({ backgroundColor: t.vars.palette.background.paper, fontSize: '0.9375rem' }),
        input: { padding: '9px 12px', height: 'auto' },
        notchedOutline: ({ theme: t }) => ({ borderColor: `color-mix(in srgb, ${t.vars.palette.text.secondary} 55%, transparent)` }),
      },
    },
    MuiCssBaseline: {
      styleOverrides: {
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            transitionDuration: '0.01ms !important',
            scrollBehavior: 'auto !important',
          },
        },
        ':focus-visible': { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: 2 },
        body: { fontFeatureSettings: "'cv11', 'ss03'", overflowY: 'scroll' },
        mark: {
          background: 'color-mix(in srgb, var(--mui-palette-primary-main) 22%, transparent)',
          color: 'var(--mui-palette-text-primary)', // what is paler around it would not be read on this
          borderRadius: 3,
          padding: '0 1px',
        },
      },
    },
  },
});
