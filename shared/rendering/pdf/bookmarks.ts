import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { safeLine } from '../document/safe-text.ts';

interface Bookmark {
  text: string;
  /** Other bookmarks name it as their parent. */
  id?: string;
  parent?: string;
}

/** Adds a bookmark for a piece of text to the PDF viewer's list. */
export function withBookmark(node: ContentText, { text, id, parent }: Bookmark): Content {
  const bookmark = {
    ...node,
    // pdfmake needs a text for a bookmark.
    text: Array.isArray(node.text) && node.text.length === 0 ? ' ' : node.text,
    outline: true,
    outlineText: shortened(safeLine(text)),
    outlineExpanded: true,
    ...(parent && { outlineParentId: parent }),
  };
  return id ? Object.assign(bookmark, { id }) : bookmark;
}

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 89).trimEnd()}…` : text);
