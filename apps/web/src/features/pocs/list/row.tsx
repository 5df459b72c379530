/** One POC in the list: its name leads to it, the star marks it. Plain elements, styled by the list: thousands run by. */
import { memo } from 'react';
import { useFormats } from '@/shared/lib/texts';
import { colourOf } from '../model/colours';
import { Description, Name, PickBox, Star, Tags } from './poc-parts';
import type { RowProps } from './poc-parts';

const MAX_TAGS = 3;

export const Row = memo(function Row({ poc, isOfCompany, onFavorite, ...row }: RowProps) {
  const formats = useFormats();
  return (
    <article className="row" data-pending={poc.isPending || undefined} data-picked={row.isPicked || undefined}>
      <PickBox poc={poc} {...row} />
      <span className="colour" style={{ background: poc.language ? colourOf(poc.language) : 'transparent' }} />
      <div className="words">
        <h2>
          <Name poc={poc} {...row} />
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
