import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';

interface Props {
  says: string;
  hint: string;
  value: boolean;
  isBusy?: boolean;
  onChange: (value: boolean) => void;
}

export function SwitchLine({ says, hint, value, isBusy = false, onChange }: Props) {
  return (
    <FormControlLabel
      control={<Switch checked={value} disabled={isBusy} onChange={(_event, wanted) => onChange(wanted)} />}
      label={
        <>
          {says}
          <Typography variant="body2" color="text.secondary">
            {hint}
          </Typography>
        </>
      }
      sx={{ alignItems: 'flex-start', ml: -1.25, mr: 0 }}
    />
  );
}
