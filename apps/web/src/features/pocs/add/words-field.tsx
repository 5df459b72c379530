/** Tags and frameworks of a POC. */
import { WordsField as Words } from '@/shared/ui/words-field';
import type { WordsFieldProps } from '@/shared/ui/words-field';
import { usePocsTexts } from '../texts/use-pocs-texts';

type Props = Omit<WordsFieldProps, 'name' | 'saysRemove' | 'areTags' | 'known'> & { name: 'tags' | 'frameworks' };

export function WordsField(props: Props) {
  const t = usePocsTexts();
  return <Words {...props} saysRemove={t.remove} areTags={props.name === 'tags'} />;
}
