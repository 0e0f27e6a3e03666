/** A file that differs from how a revision left it; paths are inside the content folder. */
export interface FileChange {
  readonly kind: 'added' | 'changed' | 'removed' | 'renamed';
  readonly path: string;
  /** Its path at the revision: another one where it was renamed. */
  readonly before: string;
}
