/** The time zones to choose from, by the part of the world that their names begin with. */
export interface Zone {
  value: string;
  name: string;
}

const UTC = 'UTC';
const placeIn = (zone: string): string =>
  zone
    .slice(zone.indexOf('/') + 1)
    .replaceAll('_', ' ')
    .replaceAll('/', ' · ');

/** The one that is chosen is among them, whether this browser knows it or not. */
export function zonesWith(
  chosen: string,
  known: readonly string[],
  regions: Readonly<Record<string, string>>,
): ReadonlyMap<string, Zone[]> {
  const groups = new Map<string, Zone[]>();
  for (const zone of [...new Set([UTC, chosen, ...known])]) {
    const part = zone.split('/')[0] as string;
    const region = (zone.includes('/') && regions[part]) || (regions.other ?? part);
    groups.set(region, [...(groups.get(region) ?? []), { value: zone, name: placeIn(zone) }]);
  }
  const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);
  return new Map([...groups].sort(([one], [other]) => one.localeCompare(other)).map(([region, zones]) => [region, zones.sort(byName)]));
}

export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
