import Box from '@mui/material/Box';
import FormHelperText from '@mui/material/FormHelperText';
import Typography from '@mui/material/Typography';
import { Field } from '@/shared/ui/field';
import { Segments } from '@/shared/ui/segments';
import { PERIODS } from '../model/periods';
import type { Period } from '../model/periods';
import type { Here } from '../model/specs';
import { useContentTexts } from '../texts/content-texts';
import { useCount } from './use-here';

interface Props {
  value: Period;
  here: Here;
  fault: string | undefined;
  onChange: (value: Period) => void;
}

/** A few periods that people mean, and one of their own; and how many POCs are in it. */
export function PeriodField({ value, here, fault, onChange }: Props) {
  const t = useContentTexts();
  const count = useCount(value, here);
  const options = PERIODS.map((name) => ({ value: name, name: t.form.periods[name] }));
  return (
    <Box sx={{ display: 'grid', gap: 1.25 }}>
      <Segments says={t.form.period} value={value.name} options={options} onChange={(name) => onChange({ ...value, name })} />
      {value.name === 'own' && (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5, maxWidth: 400 }}>
          {(['from', 'until'] as const).map((end) => (
            <Field
              key={end}
              name={end}
              says={t.form[end]}
              type="date"
              value={value[end]}
              inputProps={{ max: '2199-12-31', min: '1970-01-01' }}
              onChange={(event) => onChange({ ...value, [end]: event.target.value })}
            />
          ))}
        </Box>
      )}
      {fault && (
        <FormHelperText error role="alert" sx={{ m: 0 }}>
          {fault === 'order' ? t.form.periodOrder : t.form.periodRequired}
        </FormHelperText>
      )}
      <Typography role="status" variant="body2" sx={{ minHeight: 20, color: count === 0 ? 'warning.main' : 'text.secondary' }}>
        {count !== undefined && (count === 0 ? t.form.noneInPeriod : t.form.counted(count))}
      </Typography>
    </Box>
  );
}
