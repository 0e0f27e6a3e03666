import { editorFolder, planEditor, planNames, writeEditor } from '../../workspace/editor.ts';
import { emptyWorkspace, type Workspace, withText } from '../../workspace/read-corpus.ts';

/** What an editor that opens the folder `opened` needs for the first files of a content folder that is not there yet. */
export function firstEditorFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  opened: string,
): ReadonlyMap<string, string> {
  const { corpus } = [...files].reduce(
    (workspace, [path, text]) => withText(workspace, path, text),
    emptyWorkspace(folder),
  );
  return planEditor(folder, corpus, opened).files;
}

/** Adds a new document to the names that the editor proposes, where it has any. */
export function proposeName(workspace: Workspace, path: string, text: string): void {
  const { root, corpus } = withText(workspace, path, text);
  const folder = editorFolder(root);
  if (folder !== null) writeEditor(planNames(root, corpus, folder));
}
