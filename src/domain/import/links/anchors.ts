import type { Root } from 'mdast';
import type { Dialect } from '../model.ts';

/** Placeholder until anchors are made: the tree as it is. */
export function anchorsOf(_tree: Root, _dialect: Dialect): void {}
