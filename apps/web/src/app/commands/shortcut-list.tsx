/** The keys that do something here and now, by section. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useOfferedCommands } from '@/shared/lib/commands';
import type { Command } from '@/shared/lib/commands';
import { keysShown } from '@/shared/lib/keys';

export function ShortcutList() {
  const keyed = useOfferedCommands().filter(({ keys }) => keys);
  const sections = [...new Set(keyed.map(({ section }) => section))];
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { sm: '1fr 1fr' } }}>
      {sections.map((section) => (
        <OfSection key={section} name={section} commands={keyed.filter((command) => command.section === section)} />
      ))}
    </Box>
  );
}

function OfSection({ name, commands }: { name: string; commands: readonly Command[] }) {
  return (
    <section>
      <Typography variant="h2" component="h3" sx={{ mb: 1 }}>
        {name}
      </Typography>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 1, columnGap: 2, fontSize: '0.875rem' }}>
        {commands.map((command) => (
          <Box key={command.id} sx={{ display: 'contents' }}>
            <dt>{command.name}</dt>
            <dd style={{ margin: 0, textAlign: 'end' }}>
              <kbd>{keysShown(command.keys ?? '')}</kbd>
            </dd>
          </Box>
        ))}
      </Box>
    </section>
  );
}
