import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { safeLine } from '../document/safe-text.ts';

interface Bookmark {
  text: string;
  /** By which others name it as their parent. */
  id?: string;
  parent?: string;
}

/** Makes a piece of text one that a viewer's list of bookmarks leads to. */
export function withBookmark(node: ContentText, { text, id, parent }: Bookmark): Content {
  const bookmark = {
    ...node,
    // pdfmake cannot hang a bookmark on nothing.
    text: Array.isArray(node.text) && node.text.length === 0 ? ' ' : node.text,
    outline: true,
    outlineText: shortened(safeLine(text)),
    outlineExpanded: true,
    ...(parent && { outlineParentId: parent }),
  };
  return id ? Object.assign(bookmark, { id }) : bookmark;
}

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 89).trimEnd()}…` : text);
