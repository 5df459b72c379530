import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { texts } from '@/app/texts/en';
import { TextsProvider } from '@/shared/lib/texts';

/** A component in English, in the time zone UTC, at an address. */
export const renderAt = (address: string, element: ReactElement) =>
  render(
    <TextsProvider language="en" timeZone="UTC" texts={texts}>
      <MemoryRouter initialEntries={[address]}>{element}</MemoryRouter>
    </TextsProvider>,
  );
