/** What a row and a card of the list are both made of: plain elements, styled by the list. */
import { Link } from 'react-router-dom';
import { Icon } from '@/shared/ui/icon';
import type { Shown } from '../model/changes';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { Highlighted } from './highlighted';

export interface RowProps {
  poc: Shown;
  index: number;
  isActive: boolean;
  isOfCompany: boolean;
  isPicked: boolean;
  /** The row, or with Shift all up to it. */
  onPick: (index: number, isRange: boolean) => void;
  onFavorite: (poc: Shown) => void;
  onFocus: (index: number) => void;
}

/** The name, which leads to it, and whether it is private. */
export function Name({ poc, index, isActive, onFocus }: Pick<RowProps, 'poc' | 'index' | 'isActive' | 'onFocus'>) {
  const t = usePocsTexts();
  return (
    <>
      <Link className="name" to={`/pocs/${poc.pocId}`} data-index={index} tabIndex={isActive ? 0 : -1} onFocus={() => onFocus(index)}>
        <Highlighted item={poc} field="name" otherwise={poc.name} />
      </Link>
      {!poc.isPublic && (
        <span className="private" title={t.private}>
          <Icon name="lock" size={13} />
        </span>
      )}
    </>
  );
}

type PickProps = Pick<RowProps, 'poc' | 'index' | 'isPicked' | 'onPick'>;

/** Keys pick the active row, and Tab leaves the list in one step: this is for a pointer, and for whoever reads on. */
export function PickBox({ poc, index, isPicked, onPick }: PickProps) {
  const t = usePocsTexts();
  return (
    <label className="pick">
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isPicked}
        disabled={poc.isNew}
        aria-label={t.pick(poc.name)}
        onChange={(event) => onPick(index, (event.nativeEvent as MouseEvent).shiftKey)}
      />
    </label>
  );
}

export function Star({ poc, onFavorite }: Pick<RowProps, 'poc' | 'onFavorite'>) {
  const t = usePocsTexts();
  return (
    <button
      type="button"
      className="star"
      tabIndex={-1}
      aria-label={poc.isFavorite ? t.removeFavorite(poc.name) : t.addFavorite(poc.name)}
      aria-pressed={poc.isFavorite}
      disabled={poc.isNew}
      onClick={() => onFavorite(poc)}
    >
      <Icon name="star" isFilled={poc.isFavorite} />
    </button>
  );
}

export function Description({ poc }: { poc: Shown }) {
  return (
    <p className="description">
      <Highlighted item={poc} field="description" otherwise={poc.description ?? poc.repositoryUrl ?? ''} />
    </p>
  );
}

/** The first few, and how many more there are. */
export function Tags({ tags, atMost }: { tags: readonly string[]; atMost: number }) {
  return (
    <ul className="tags">
      {tags.slice(0, atMost).map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
      {tags.length > atMost && <li>{`+${tags.length - atMost}`}</li>}
    </ul>
  );
}
