export {};

declare module '@mui/material/styles' {
  interface CssThemeVariables {
    enabled: true;
  }
}
