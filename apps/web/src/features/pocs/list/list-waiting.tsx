import { Placeholder } from '@/shared/ui/placeholder';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { Rows } from './list-styles';

/** Where the rows will be, before any has come. */
export function ListWaiting() {
  const { loading } = usePocsTexts();
  return (
    <Rows aria-label={loading} aria-busy>
      {[40, 62, 48, 70, 55, 44, 66].map((width) => (
        <li key={width} style={{ position: 'static' }}>
          <div className="row" aria-hidden>
            <span />
            <div className="words">
              <Placeholder width={`${width}%`} />
              <Placeholder width={`${width + 20}%`} />
            </div>
          </div>
        </li>
      ))}
    </Rows>
  );
}
