import { ZipFile } from 'yazl';

/** A zip in memory, from texts and bytes by path. */
export async function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  mode = 0o100644,
  compress = true,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), path, { mode, compress });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The bytes of a zip with one name put in the place of another of the same length. */
export function renamed(zip: Buffer, from: string, to: string): Buffer {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at);
  return bytes;
}

/** The zip with the entry of a name, in the list at its end, said to stand elsewhere. */
export const pointedTo = (zip: Buffer, name: string, offset: number): Buffer =>
  changed(zip, name, (bytes, at) => bytes.writeUInt32LE(offset, at + 42));

/** The zip with a false size of an entry in its list. */
export const sized = (zip: Buffer, name: string, size: number): Buffer =>
  changed(zip, name, (bytes, at) => bytes.writeUInt32LE(size, at + 24));

/** The zip with an entry that its list calls encrypted: what is packed is twelve bytes longer. */
export const encrypted = (zip: Buffer, name: string): Buffer =>
  changed(zip, name, (bytes, at) => {
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
    bytes.writeUInt32LE(bytes.readUInt32LE(at + 24) - 1, at + 24);
  });

/** A copy changed at the entry of a name in the archive's list. */
function changed(zip: Buffer, name: string, change: (bytes: Buffer, at: number) => void): Buffer {
  const bytes = Buffer.from(zip);
  change(bytes, bytes.lastIndexOf(name) - 46);
  return bytes;
}
