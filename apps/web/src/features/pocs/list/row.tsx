/** One POC in the list: its name leads to it, the star marks it. Plain elements, styled by the list: thousands run by. */
import { memo } from 'react';
import { Link } from 'react-router-dom';
import { useFormats } from '@/shared/lib/texts';
import { Icon } from '@/shared/ui/icon';
import { colourOf } from '../model/colours';
import type { Shown } from '../model/changes';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { Highlighted } from './highlighted';

export interface RowProps {
  poc: Shown;
  index: number;
  isActive: boolean;
  isOfCompany: boolean;
  onFavorite: (poc: Shown) => void;
  onFocus: (index: number) => void;
}

const MAX_TAGS = 3;

export const Row = memo(function Row({ poc, index, isActive, isOfCompany, onFavorite, onFocus }: RowProps) {
  const t = usePocsTexts();
  const formats = useFormats();
  const star = poc.isFavorite ? t.removeFavorite(poc.name) : t.addFavorite(poc.name);
  return (
    <article className="row" data-pending={poc.isPending || undefined}>
      <span className="colour" style={{ background: poc.language ? colourOf(poc.language) : 'transparent' }} />
      <div className="words">
        <h2>
          <Link className="name" to={`/pocs/${poc.pocId}`} data-index={index} tabIndex={isActive ? 0 : -1} onFocus={() => onFocus(index)}>
            <Highlighted item={poc} field="name" otherwise={poc.name} />
          </Link>
          {!poc.isPublic && (
            <span className="private" title={t.private}>
              <Icon name="lock" size={13} />
            </span>
          )}
        </h2>
        <p className="description">
          <Highlighted item={poc} field="description" otherwise={poc.description ?? poc.repositoryUrl ?? ''} />
        </p>
      </div>
      <ul className="tags">
        {poc.tags.slice(0, MAX_TAGS).map((tag) => (
          <li key={tag}>{tag}</li>
        ))}
        {poc.tags.length > MAX_TAGS && <li>{`+${poc.tags.length - MAX_TAGS}`}</li>}
      </ul>
      <p className="facts">
        <span>{poc.language}</span>
        <time dateTime={poc.createdAt}>{formats.day(poc.createdAt)}</time>
        {isOfCompany && poc.creatorName && <span className="author">{poc.creatorName}</span>}
      </p>
      <button
        type="button"
        className="star"
        tabIndex={-1}
        aria-label={star}
        aria-pressed={poc.isFavorite}
        disabled={poc.isNew}
        onClick={() => onFavorite(poc)}
      >
        <Icon name="star" isFilled={poc.isFavorite} />
      </button>
    </article>
  );
});
