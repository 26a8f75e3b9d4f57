import { DOMParser } from 'linkedom';
import { type DomElement, following, isElement, isTooDeep } from '../html/dom.ts';

/** The root of an XML part; undefined where it is none, or nests deeper than any document does. */
export function parseXml(content: string | undefined): DomElement | undefined {
  if (content === undefined) return undefined;
  const document = new DOMParser().parseFromString(content, 'text/xml') as unknown as {
    readonly documentElement: DomElement | null;
  };
  const root = document.documentElement;
  return root === null || isTooDeep(root) ? undefined : root;
}

export function* children(element: DomElement): Generator<DomElement> {
  for (let at = element.firstChild; at !== null; at = at.nextSibling) if (isElement(at)) yield at;
}

/** The first child of that name, and of that one the first of the next. */
export function child(element: DomElement | undefined, ...names: string[]): DomElement | undefined {
  let at = element;
  for (const name of names) {
    let found: DomElement | undefined;
    if (at !== undefined)
      for (const each of children(at))
        if (each.nodeName === name) {
          found = each;
          break;
        }
    at = found;
  }
  return at;
}

/** All elements of that name under a root, in order. */
export function* descendants(root: DomElement, name: string): Generator<DomElement> {
  for (let at = following(root, root); at !== null; at = following(at, root))
    if (isElement(at) && at.nodeName === name) yield at;
}

/** `w:val` of the first child of that name. */
export function value(element: DomElement | undefined, ...names: string[]): string | undefined {
  return child(element, ...names)?.getAttribute('w:val') ?? undefined;
}

/** The whole number that an attribute `w:val` gives. */
export function number(element: DomElement | undefined, ...names: string[]): number | undefined {
  const given = value(element, ...names);
  return given !== undefined && /^\d{1,6}$/u.test(given) ? Number(given) : undefined;
}

/** A property that is there and not switched off. */
export function isOn(element: DomElement | undefined, ...names: string[]): boolean {
  const property = child(element, ...names);
  const given = property?.getAttribute('w:val') ?? 'true';
  return property !== undefined && !/^(?:0|false|off)$/u.test(given);
}
