import { readWorkspace, type Workspace } from './read-corpus.ts';
import { forgetful, type Reading, type ReadingMemory } from './reading.ts';
import { readText, type TextFile } from './text.ts';

/** A content folder that is read again and again; an entry whose text did not change stays the same value. */
export interface LiveWorkspace {
  /** Reads the folder again: the files at `changed`, paths inside it, and those that are new; all where it is null. */
  readonly read: (changed: ReadonlySet<string> | null) => Workspace;
}

/** A live workspace whose first reading is helped by `memory`. */
export function liveWorkspace(root: string, memory: ReadingMemory = forgetful): LiveWorkspace {
  const readings = liveMemory(memory);
  const locators: Workspace['locators'] = new Map();
  let before = new Map<string, TextFile>();
  return {
    read: (changed) => {
      const now = new Map<string, TextFile>();
      const load: typeof readText = (file, path, typeName) => {
        const known = changed?.has(path) === false ? before.get(path) : undefined;
        const loaded = known ?? readText(file, path, typeName);
        now.set(path, loaded);
        return loaded;
      };
      const { corpus, texts } = readWorkspace(root, readings, load);
      before = now;
      return { root, corpus, texts, locators };
    },
  };
}

/** Remembers the readings of the last time as they are; the first time it asks `behind`. */
function liveMemory(behind: ReadingMemory): ReadingMemory {
  let helper = behind;
  let before = new Map<string, Known>();
  let now = new Map<string, Known>();
  return {
    recall: (path, text) => {
      const known = before.get(path);
      const reading = known?.text === text ? known.reading : helper.recall(path, text);
      if (reading) now.set(path, { text, reading });
      return reading;
    },
    keep: (path, text, reading) => {
      now.set(path, { text, reading });
      helper.keep(path, text, reading);
    },
    save: () => {
      helper.save();
      helper = forgetful;
      before = now;
      now = new Map();
    },
  };
}

interface Known {
  readonly text: string;
  readonly reading: Reading;
}
