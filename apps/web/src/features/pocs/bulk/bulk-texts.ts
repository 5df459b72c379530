import { countedIn, textsWith } from '@/shared/lib/texts';

const countedEn = countedIn('en');
const countedPt = countedIn('pt-BR');
const pocsEn = (count: number): string => countedEn(count, 'POC', 'POCs');
const pocsPt = (count: number): string => countedPt(count, 'POC', 'POCs');

const en = {
  section: 'Selection',
  selected: (count: number) => (count === 0 ? 'Nothing selected' : `${pocsEn(count)} selected`),
  most: 'No more at once',
  all: (count: number, isAll: boolean) => (isAll ? `Select all ${count}` : `Select the first ${count}`),
  clear: 'Clear the selection',
  actions: {
    addTags: 'Add tags',
    removeTags: 'Remove tags',
    publish: 'Show to the company',
    unpublish: 'Hide from the company',
    delete: 'Delete',
  },
  short: { addTags: 'Add tags', removeTags: 'Remove tags', publish: 'Show', unpublish: 'Hide', delete: 'Delete' },
  done: {
    addTags: (count: number) => `Tags added to ${pocsEn(count)}.`,
    removeTags: (count: number) => `Tags removed from ${pocsEn(count)}.`,
    publish: (count: number) => `The company sees ${pocsEn(count)} now.`,
    unpublish: (count: number) => `Only you see ${pocsEn(count)} now.`,
    delete: (count: number) => `${pocsEn(count)} deleted.`,
    restore: (count: number) => `${pocsEn(count)} restored.`,
  },
  undo: 'Undo',
  tags: 'Tags',
  tagsHint: 'Press Enter or a comma after each.',
  removeTag: (name: string) => `Remove ${name}`,
  apply: 'Apply',
  cancel: 'Cancel',
  refusedTitle: (count: number) => `${pocsEn(count)} stayed as ${count === 1 ? 'it was' : 'they were'}`,
  reasons: {
    poc_not_found: 'It is no longer there.',
    not_permitted: 'It belongs to somebody else.',
    stale: 'It was changed meanwhile. Look at it, and select it again.',
    too_many_tags: 'It would have more than 30 tags.',
  } as Record<string, string>,
  otherReason: 'It could not be changed.',
  tryAgain: 'Try again',
  close: 'Close',
};
export type BulkTexts = typeof en;

const ptBr: BulkTexts = {
  section: 'Seleção',
  selected: (count) => (count === 0 ? 'Nada selecionado' : count === 1 ? '1 POC selecionada' : `${pocsPt(count)} selecionadas`),
  most: 'Este é o limite por vez',
  all: (count, isAll) => (isAll ? `Todas as ${count}` : `As primeiras ${count}`),
  clear: 'Limpar a seleção',
  actions: {
    addTags: 'Adicionar tags',
    removeTags: 'Tirar tags',
    publish: 'Mostrar para a empresa',
    unpublish: 'Esconder da empresa',
    delete: 'Excluir',
  },
  short: { addTags: 'Adicionar tags', removeTags: 'Tirar tags', publish: 'Mostrar', unpublish: 'Esconder', delete: 'Excluir' },
  done: {
    addTags: (count) => `Tags adicionadas a ${pocsPt(count)}.`,
    removeTags: (count) => `Tags tiradas de ${pocsPt(count)}.`,
    publish: (count) => `A empresa agora vê ${pocsPt(count)}.`,
    unpublish: (count) => `Agora só você vê ${pocsPt(count)}.`,
    delete: (count) => (count === 1 ? '1 POC foi excluída.' : `${pocsPt(count)} foram excluídas.`),
    restore: (count) => (count === 1 ? '1 POC está de volta.' : `${pocsPt(count)} estão de volta.`),
  },
  undo: 'Desfazer',
  tags: 'Tags',
  tagsHint: 'Aperte Enter ou vírgula depois de cada uma.',
  removeTag: (name) => `Remover ${name}`,
  apply: 'Aplicar',
  cancel: 'Cancelar',
  refusedTitle: (count) => (count === 1 ? '1 POC ficou como estava' : `${pocsPt(count)} ficaram como estavam`),
  reasons: {
    poc_not_found: 'Ela não existe mais.',
    not_permitted: 'Ela é de outra pessoa.',
    stale: 'Ela foi alterada enquanto isso. Confira e selecione de novo.',
    too_many_tags: 'Ela ficaria com mais de 30 tags.',
  },
  otherReason: 'Não foi possível alterá-la.',
  tryAgain: 'Tentar de novo',
  close: 'Fechar',
};

export const bulkTexts = { en, 'pt-BR': ptBr };
export const useBulkTexts = textsWith<BulkTexts>(bulkTexts);
