/** One facet: where several values can hold each is a box to check; where one can it is pressed, and pressed again let go. */
import { useState } from 'react';
import { useFormats } from '@/shared/lib/texts';
import { Icon } from '@/shared/ui/icon';
import type { FacetValue } from '../model/facet-values';
import { usePocsTexts } from '../texts/use-pocs-texts';

interface FacetProps {
  name: string;
  values: readonly FacetValue[];
  more: number;
  isSeveral?: boolean;
  colourOf?: (value: string) => string;
  isHeld: (value: string) => boolean;
  onPress: (value: string) => void;
}

const FEW = 8;

export function Facet({ name, values, more, isSeveral = false, colourOf, isHeld, onPress }: FacetProps) {
  const t = usePocsTexts();
  const [isWhole, setWhole] = useState(false);
  if (values.length === 0) return null;
  const shown = isWhole ? values : values.filter(({ value }, at) => at < FEW || isHeld(value));
  const hidden = values.length - shown.length + more;
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <ul>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <Value
              value={value}
              count={count}
              isHeld={isHeld(value)}
              isSeveral={isSeveral}
              colour={colourOf?.(value)}
              onPress={() => onPress(value)}
            />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className="more" onClick={() => setWhole(true)} disabled={values.length === shown.length}>
          {t.leftOutOf(hidden)}
        </button>
      )}
    </section>
  );
}

interface ValueProps extends FacetValue {
  isHeld: boolean;
  isSeveral: boolean;
  colour?: string;
  onPress: () => void;
}

function Value({ value, count, isHeld, isSeveral, colour, onPress }: ValueProps) {
  const formats = useFormats();
  const says = isSeveral ? ({ role: 'checkbox', 'aria-checked': isHeld } as const) : { 'aria-pressed': isHeld };
  return (
    <button type="button" {...says} onClick={onPress}>
      {isSeveral && (
        <span className="box" aria-hidden>
          {isHeld && <Icon name="check" size={13} />}
        </span>
      )}
      {colour && <span className="colour" aria-hidden style={{ background: colour }} />}
      <span className="value">{value}</span>
      {count !== undefined && <span className="count">{formats.number(count)}</span>}
    </button>
  );
}
