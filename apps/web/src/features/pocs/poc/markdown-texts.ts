import { textsWith } from '@/shared/lib/texts';

const en = { footnotes: 'Footnotes', backToText: 'Back to the text', table: 'Table' };
export type MarkdownTexts = typeof en;
const ptBr: MarkdownTexts = { footnotes: 'Notas', backToText: 'Voltar ao texto', table: 'Tabela' };

export const markdownTexts = { en, 'pt-BR': ptBr };
export const useMarkdownTexts = textsWith<MarkdownTexts>(markdownTexts);
