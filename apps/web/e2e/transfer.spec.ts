import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { aPerson, bia, counted, expect, inBothThemes, seen, signIn, test } from './world';

const HEAD = 'nome;repositório;linguagem;tags';

/** 400 rows as a Brazilian spreadsheet writes them, of which seven are bad. */
function table(): string {
  const rows = Array.from({ length: 400 }, (_, at) => {
    const [name, address] = [
      at % 100 === 7 ? '' : `planilha-${at}`,
      at % 150 === 9 ? 'não é endereço' : `https://example.org/planilha-${at}`,
    ];
    return `${name};${address};Go;"${at === 0 ? 'um,dois' : 'planilha'}"`;
  });
  return `\uFEFF${[HEAD, ...rows].join('\r\n')}\r\n`;
}

interface Dropped {
  name: string;
  type: string;
  content?: string;
  size?: number;
}

/** Dragged over the window, and let go. */
async function drop(page: Page, file: Dropped, says = 'Solte para importar o arquivo'): Promise<void> {
  const send = (kind: string) =>
    page.evaluate(
      ([event, { name, type, content, size }]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content ?? new Uint8Array(size ?? 0)], name, { type }));
        document.body.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }));
      },
      [kind, file] as const,
    );
  await send('dragenter');
  await expect(page.getByText(says)).toBeVisible();
  await send('drop');
}

const contentOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');

async function saved(page: Page, act: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return download;
}

const count = (page: Page, name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd');

test('W9: a file from a Brazilian spreadsheet is dropped, its bad rows saved, mended and imported alone', async ({ page }) => {
  await signIn(page, bia);
  await page.addInitScript(() => localStorage.setItem('mrbill.language', '"pt-BR"'));
  await page.goto('/pocs');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await seen();
  await drop(page, { name: 'grande.csv', type: 'text/csv', size: 20 * 1024 * 1024 });
  await expect(page.getByText('dá para importar até 16 MiB por vez')).toBeVisible();
  await drop(page, { name: 'foto.png', type: 'image/png', size: 100 });
  await expect(page.getByText('Isso não é uma tabela de POCs.')).toBeVisible();
  expect((await seen()).filter((request) => request.includes('/imports'))).toEqual([]);

  await drop(page, { name: 'pocs.csv', type: 'application/vnd.ms-excel', content: table() });
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/);
  await expect(count(page, 'novas')).toHaveText('393');
  await expect(count(page, 'recusadas')).toHaveText('7');
  const refused = page.getByRole('table', { name: 'Linhas recusadas' });
  await expect(refused.getByRole('row')).toHaveCount(8);
  await expect(refused.getByRole('row').nth(1)).toHaveText(/^9Nome.*deve ter pelo menos 1 caractere/);
  await inBothThemes(page);

  const rows = await contentOf(await saved(page, () => page.getByRole('button', { name: 'Salvar estas linhas em um arquivo' }).click()));
  expect(rows.split('\r\n').filter(Boolean)).toHaveLength(8);
  expect(rows.startsWith(`\uFEFF${HEAD}\r\n`)).toBe(true);
  const mended = rows.replace(/^;/gm, 'com nome;').replaceAll('não é endereço', 'https://example.org/corrigida');
  let number = 0;
  const each = mended.replace(/https:\/\/example\.org\/corrigida/g, () => `https://example.org/corrigida-${(number += 1)}`);
  await drop(page, { name: 'linhas-para-corrigir.csv', type: 'text/csv', content: each });
  await expect(count(page, 'novas')).toHaveText('7');
  await expect(count(page, 'recusadas')).toHaveText('0');

  await page.getByRole('link', { name: 'Ver as POCs' }).click();
  await expect(counted(page)).toHaveText('400 POCs');
  await page.getByRole('button', { name: 'Mais' }).click();
  const file = await saved(page, () => page.getByRole('menuitem', { name: 'Exportar como CSV' }).click());
  expect(file.suggestedFilename()).toMatch(/^pocs-.*\.csv$/);
  expect((await contentOf(file)).split('\r\n').filter(Boolean)).toHaveLength(401);

  await page.keyboard.press('i');
  await page.getByRole('list', { name: 'Todas as importações' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Desfazer a importação' }).click();
  await expect(page.getByRole('main').getByText('Desfeita: 0 como antes, 7 retiradas.')).toBeVisible();
  await page.goto('/pocs');
  await expect(counted(page)).toHaveText('393 POCs');
});

test('an import is watched in every tab, by one stream for all of them', async ({ page, context }) => {
  const person = await aPerson(page, 'Iara');
  await signIn(page, person, '/imports', 'No imports yet');
  const other = await context.newPage();
  await seen();
  await other.goto('/imports');
  await expect(other.getByText('No imports yet')).toBeVisible();
  await drop(page, { name: 'pocs.csv', type: 'text/csv', content: table() }, 'Let go to import the file');
  await expect(other.getByRole('list', { name: 'All imports' }).getByRole('listitem')).toContainText('393 new');
  await expect(count(page, 'new')).toHaveText('393');
  const streams = async () => (await seen()).filter((request) => request.includes('/imports/events'));
  expect(await streams(), 'the other tab went on when this one went to another page').toHaveLength(1);
  await other.close();
  await expect.poll(streams).toHaveLength(1);
});
