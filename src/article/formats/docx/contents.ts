import { type DomElement, following, isElement } from '../html/dom.ts';

const LISTS_CONTENTS = /^\s*TOC\b/u;

/**
 * The paragraphs in which a field lists the contents of a document, whatever their style: WPS and templates
 * set them as they like. None where a field is never closed.
 */
export function contentsFields(root: DomElement): ReadonlySet<DomElement> {
  const listed = new Set<DomElement>();
  const open: { lists: boolean }[] = [];
  let paragraph: DomElement | undefined;
  const note = () => {
    if (paragraph !== undefined && open.some(({ lists }) => lists)) listed.add(paragraph);
  };
  for (let at = following(root, root); at !== null; at = following(at, root)) {
    if (!isElement(at)) continue;
    if (at.nodeName === 'w:p') {
      paragraph = at;
      note();
    } else if (at.nodeName === 'w:instrText') {
      const field = open.at(-1);
      if (field !== undefined && LISTS_CONTENTS.test(at.textContent ?? '')) field.lists = true;
      note();
    } else if (at.nodeName === 'w:fldChar') {
      const kind = at.getAttribute('w:fldCharType');
      if (kind === 'begin') open.push({ lists: false });
      else if (kind === 'end') open.pop();
    }
  }
  return open.length === 0 ? listed : new Set();
}
