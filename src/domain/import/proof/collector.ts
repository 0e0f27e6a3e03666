import type { Inventory, Piece } from '../model.ts';

type Line = number | null;

/** Gathers an inventory while a tree is walked: what is opened takes the text until it is closed. */
export interface Collector {
  text(value: string, line: Line): void;
  /** `words` are the language of a fence. */
  code(value: string, line: Line, indented?: boolean, words?: string): void;
  image(address: string, words: string, line: Line): void;
  open(kind: Holder, address: string, line: Line): void;
  close(kind: Holder): void;
  /** What was gathered; what is still open is closed. */
  done(): Inventory;
}

/** What holds text and is a piece itself. */
export type Holder = 'link' | 'cell' | 'code';

interface Held {
  readonly kind: Holder;
  readonly address: string;
  readonly line: Line;
  readonly parts: string[];
}

/** An empty inventory that grows. */
export function collector(): Collector {
  const texts: Piece[] = [];
  const codes: Piece[] = [];
  const cells: Piece[] = [];
  const links: Piece[] = [];
  const images: Piece[] = [];
  const held: Held[] = [];
  const inCode = () => held.some(({ kind }) => kind === 'code');
  const hold = (value: string) => {
    for (const { parts } of held) parts.push(value);
  };

  function put({ kind, address, line, parts }: Held): void {
    if (kind === 'link') links.push({ value: address, line, words: parts.join('') });
    else if (kind === 'cell') cells.push({ value: parts.join(' '), line });
    else codes.push({ value: parts.join(''), line });
  }

  return {
    text(value, line) {
      hold(value);
      if (/[\p{L}\p{N}\p{S}]/u.test(value) && !inCode()) texts.push({ value, line });
    },
    code(value, line, indented = false, words = '') {
      for (const one of held) if (one.kind === 'cell') one.parts.push(value);
      const said = words === '' ? {} : { words };
      codes.push(indented ? { value, line, indented } : { value, line, ...said });
    },
    image(address, words, line) {
      for (const one of held) if (one.kind === 'link') one.parts.push(words);
      images.push({ value: address, line, words });
    },
    open: (kind, address, line) => held.push({ kind, address, line, parts: [] }),
    close(kind) {
      const at = held.findLastIndex((one) => one.kind === kind);
      const [one] = at === -1 ? [] : held.splice(at, 1);
      // An address that is read as a link of its own inside the words of a link is none.
      const isInner = kind === 'link' && held.some((outer) => outer.kind === 'link');
      if (one && !(isInner && one.address.endsWith(one.parts.join('')))) put(one);
    },
    done() {
      while (held.length > 0) put(held.pop() as Held);
      return { texts, codes, cells, links, images };
    },
  };
}
