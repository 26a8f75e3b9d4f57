import { parseHTML } from 'linkedom';

/** As much of the DOM as the readers use; linkedom declares its own in terms of the browser's. */
export interface DomNode {
  /** 1 for an element, 3 for text. */
  readonly nodeType: number;
  readonly nodeName: string;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
  readonly textContent: string | null;
  replaceWith(node: DomNode): void;
}

export interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  appendChild(node: DomNode): DomNode;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
  createElement(name: string): DomElement;
}

/** A page of more tags takes minutes to parse and is no article. */
const TAGS = 100_000;

/** Browsers put what is nested deeper than some 500 levels into the level above. */
const DEPTH = 500;

/** The document of a page; a reason, with the remedy, where it is no page that could be read. */
export function parseDocument(html: string): DomDocument | string {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags++;
  if (tags > TAGS)
    return `has more than ${TAGS} tags and is no article; save the article alone, e.g. as .txt`;
  const whole = /<html[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document }: { document: DomDocument } = parseHTML(whole);
  if (document.documentElement === null) return 'holds no page; save it again, or as .txt';
  if (isTooDeep(document.documentElement))
    return `nests its tags more than ${DEPTH} levels deep; save the article alone, e.g. as .txt`;
  return document;
}

/** Goes on to the next node in the order of the document, past the children of `node` if it says so. */
export function following(node: DomNode, root: DomNode, past = false): DomNode | null {
  if (!past && node.firstChild !== null) return node.firstChild;
  for (let at: DomNode | null = node; at !== null && at !== root; at = at.parentNode)
    if (at.nextSibling !== null) return at.nextSibling;
  return null;
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}

export function isTooDeep(root: DomElement): boolean {
  let depth = 0;
  for (let node: DomNode | null = root; node !== null; ) {
    if (node.firstChild !== null) {
      node = node.firstChild;
      if (++depth > DEPTH) return true;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      depth--;
    }
    if (node === null || node === root) return false;
    node = node.nextSibling;
  }
  return false;
}
