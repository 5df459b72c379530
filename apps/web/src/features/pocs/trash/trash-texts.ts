import { countedIn, textsWith } from '@/shared/lib/texts';

const countedEn = countedIn('en');
const countedPt = countedIn('pt-BR');

const en = {
  title: 'Trash',
  section: 'Trash',
  intro: 'What you deleted stays here for 30 days. After that it is gone for good.',
  deleted: (moment: string) => `deleted ${moment}`,
  restore: 'Restore',
  restoreOne: (name: string) => `Restore ${name}`,
  restoreAll: 'Restore all',
  restorePage: 'Restore all of this page',
  count: (count: number) => countedEn(count, 'POC', 'POCs'),
  noneTitle: 'The trash is empty',
  noneIntro: 'A POC that you delete waits here, in case you want it back.',
  newer: 'Newer',
  older: 'Older',
  pages: 'Pages',
  loading: 'Loading',
};
export type TrashTexts = typeof en;

const ptBr: TrashTexts = {
  title: 'Lixeira',
  section: 'Lixeira',
  intro: 'O que você excluiu fica aqui por 30 dias. Depois disso, some de vez.',
  deleted: (moment) => `excluída em ${moment}`,
  restore: 'Restaurar',
  restoreOne: (name) => `Restaurar ${name}`,
  restoreAll: 'Restaurar todas',
  restorePage: 'Restaurar todas desta página',
  count: (count) => countedPt(count, 'POC', 'POCs'),
  noneTitle: 'A lixeira está vazia',
  noneIntro: 'Uma POC que você exclui espera aqui, caso você a queira de volta.',
  newer: 'Mais novas',
  older: 'Mais antigas',
  pages: 'Páginas',
  loading: 'Carregando',
};

export const trashTexts = { en, 'pt-BR': ptBr };
export const useTrashTexts = textsWith<TrashTexts>(trashTexts);
