import type { Poc, PocListItem } from '@/generated/catalog';

export const aPoc = (more: Partial<Poc> = {}): Poc => ({
  pocId: 'p1',
  name: 'kafka-to-sse',
  description: 'From a topic to the browser',
  repositoryUrl: 'https://example.org/kafka-to-sse',
  language: 'Go',
  tags: ['kafka'],
  frameworks: [],
  isPublic: true,
  userId: 'ana',
  creatorName: 'Ana',
  tenantId: 'curious',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  isFavorite: false,
  version: 1,
  ...more,
});

export const anItem = (more: Partial<PocListItem> = {}): PocListItem => ({ ...aPoc(), deletedAt: null, highlights: [], ...more });
