/** One POC in the list: its name leads to it, the star marks it. Plain elements, styled by the list: thousands run by. */
import { memo } from 'react';
import { useFormats } from '@/shared/lib/texts';
import { colourOf } from '../model/colours';
import { Description, Name, Star, Tags } from './poc-parts';
import type { RowProps } from './poc-parts';

const MAX_TAGS = 3;

export const Row = memo(function Row({ poc, index, isActive, isOfCompany, onFavorite, onFocus }: RowProps) {
  const formats = useFormats();
  return (
    <article className="row" data-pending={poc.isPending || undefined}>
      <span className="colour" style={{ background: poc.language ? colourOf(poc.language) : 'transparent' }} />
      <div className="words">
        <h2>
          <Name poc={poc} index={index} isActive={isActive} onFocus={onFocus} />
        </h2>
        <Description poc={poc} />
      </div>
      <Tags tags={poc.tags} atMost={MAX_TAGS} />
      <p className="facts">
        <span>{poc.language}</span>
        <time dateTime={poc.createdAt}>{formats.day(poc.createdAt)}</time>
        {isOfCompany && poc.creatorName && <span className="author">{poc.creatorName}</span>}
      </p>
      <Star poc={poc} onFavorite={onFavorite} />
    </article>
  );
});
