/**
 * Markdown of a stranger as elements of ours. It never becomes HTML on the way: what is HTML in it is shown as it was typed, what is left
 * is let through by a list of elements and attributes, addresses by their scheme. A picture is a link: none is fetched from elsewhere.
 */
import Box from '@mui/material/Box';
import type { ComponentProps } from 'react';
import ReactMarkdown from 'react-markdown';
import type { Components } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { useMarkdownTexts } from './markdown-texts';

interface Node {
  type: string;
  children?: Node[];
}

/** HTML is text like any other. */
function htmlAsText() {
  const visit = (node: Node) => {
    if (node.type === 'html') node.type = 'text';
    node.children?.forEach(visit);
  };
  return visit;
}

const SCHEMA = {
  ...defaultSchema,
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};

const DONE = '☑ ';
const OPEN = '☐ ';

const Outward = ({ href, children }: Pick<ComponentProps<'a'>, 'href' | 'children'>) =>
  href?.startsWith('#') ? (
    <a href={href}>{children}</a>
  ) : (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  );

/** The page's own heading stands above: each of these is one lower. */
const COMPONENTS: Components = {
  a: ({ href, children }) => <Outward href={href}>{children}</Outward>,
  img: ({ src, alt }) => (typeof src === 'string' && src ? <Outward href={src}>{alt || src}</Outward> : <>{alt}</>),
  input: ({ checked }) => <>{checked ? DONE : OPEN}</>,
  h1: ({ children }) => <h2>{children}</h2>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h5>{children}</h5>,
  h5: ({ children }) => <h6>{children}</h6>,
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
  table: ({ children }) => (
    <div className="wide" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
};

const LOOK = {
  overflowWrap: 'anywhere',
  lineHeight: 1.6,
  '& > :first-of-type': { mt: 0 },
  '& > :last-child': { mb: 0 },
  '& h2, & h3, & h4, & h5, & h6': { fontWeight: 650, lineHeight: 1.3, mt: 2.5, mb: 1 },
  '& h2': { fontSize: '1.25rem' },
  '& h3': { fontSize: '1.0625rem' },
  '& h4, & h5, & h6': { fontSize: '0.9375rem' },
  '& p, & ul, & ol, & blockquote, & pre, & .wide': { mt: 0, mb: 1.5 },
  '& ul, & ol': { pl: 3 },
  '& li.task-list-item': { listStyle: 'none', ml: -2.5 },
  '& a': { color: 'primary.main' },
  '& code': { fontSize: '0.875em', bgcolor: 'action.hover', borderRadius: 1, px: 0.5, py: 0.125 },
  '& pre': { bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 2, p: 1.5, overflowX: 'auto', lineHeight: 1.5 },
  '& pre code': { bgcolor: 'transparent', p: 0, overflowWrap: 'normal' },
  '& blockquote': { mx: 0, pl: 2, borderLeft: 3, borderColor: 'divider', color: 'text.secondary' },
  '& hr': { border: 0, borderTop: 1, borderColor: 'divider', my: 3 },
  '& .wide': { overflowX: 'auto' },
  '& table': { borderCollapse: 'collapse', fontSize: '0.875rem' },
  '& th, & td': { border: 1, borderColor: 'divider', px: 1.25, py: 0.5, textAlign: 'left' },
  '& .sr-only': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
} as const;

export function Markdown({ text }: { text: string }) {
  const t = useMarkdownTexts();
  return (
    <Box sx={LOOK}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm, htmlAsText]}
        rehypePlugins={[[rehypeSanitize, SCHEMA]]}
        remarkRehypeOptions={{ footnoteLabel: t.footnotes, footnoteBackLabel: t.backToText }}
        components={COMPONENTS}
      >
        {text}
      </ReactMarkdown>
    </Box>
  );
}
