import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { ThemeProvider } from '@mui/material/styles';
import { texts } from '@/app/texts/en';
import { theme } from '@/app/theme';
import { TextsProvider } from '@/shared/lib/texts';

/** A component in English, in the time zone UTC, at an address. */
export const renderAt = (address: string, element: ReactElement) => render(inEnglish(address, element));

/** The same, to render it again with other properties. */
export const inEnglish = (address: string, element: ReactElement) => (
  <TextsProvider language="en" timeZone="UTC" texts={texts}>
    <ThemeProvider theme={theme} storageManager={null} colorSchemeNode={null}>
      <MemoryRouter initialEntries={[address]} future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
        {element}
      </MemoryRouter>
    </ThemeProvider>
  </TextsProvider>
);
