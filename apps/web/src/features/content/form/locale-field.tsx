import { Segments } from '@/shared/ui/segments';
import { useContentTexts } from '../texts/content-texts';

const LOCALES = ['pt-BR', 'en'] as const;
type Locale = (typeof LOCALES)[number];

/** The language that a report or a film speaks, whatever the person reads here. */
export function LocaleField({ value, onChange }: { value: Locale; onChange: (value: Locale) => void }) {
  const { form } = useContentTexts();
  return (
    <Segments
      says={form.locale}
      value={value}
      options={LOCALES.map((each) => ({ value: each, name: form.locales[each] }))}
      onChange={onChange}
    />
  );
}
