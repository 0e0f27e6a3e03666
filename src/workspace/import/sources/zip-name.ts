import { isUtf8 } from 'node:buffer';
import { type Entry, getFileNameLowLevel } from 'yauzl';

const UTF8_FLAG = 0x800;

/** The name of an entry. Some programs write UTF-8 and do not say so; without this such a name would be read as CP437. */
export function entryName(entry: Entry): string {
  const isUnmarked =
    isUtf8(entry.fileNameRaw) && entry.extraFields.every(({ id }) => id !== 0x7075);
  const flags = isUnmarked ? UTF8_FLAG : entry.generalPurposeBitFlag;
  return getFileNameLowLevel(flags, entry.fileNameRaw, entry.extraFields, false);
}
