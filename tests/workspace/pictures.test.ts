import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pictureText } from '../../src/workspace/picture-text.ts';
import { handbook, temporary } from '../cli/run.ts';

const red = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
const exif = { IFD0: { ImageDescription: 'Chart of MRN 4471905' } };
const xmp = (words: string) =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>${words}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
};
const withChunk = async (type: string, data: Buffer) => {
  const png = await red().png().toBuffer();
  return Buffer.concat([png.subarray(0, 33), chunk(type, data), png.subarray(33)]);
};
const words = Buffer.from('MRN 4471905');

const pictures: Readonly<Record<string, () => Promise<Buffer>>> = {
  'EXIF in JPEG': () => red().withExif(exif).jpeg().toBuffer(),
  'XMP in JPEG': () => red().withXmp(xmp('MRN 4471905')).jpeg().toBuffer(),
  'EXIF in PNG': () => red().withExif(exif).png().toBuffer(),
  'EXIF in WebP': () => red().withExif(exif).webp().toBuffer(),
  'XMP in WebP': () => red().withXmp(xmp('MRN 4471905')).webp().toBuffer(),
  'tEXt in PNG': () => withChunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), words])),
  'zTXt in PNG': () =>
    withChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(words)])),
  'iTXt in PNG': () => withChunk('iTXt', Buffer.concat([Buffer.from('K\0\0\0en\0K\0'), words])),
  'packed iTXt in PNG': () =>
    withChunk('iTXt', Buffer.concat([Buffer.from('K\0\x01\0en\0K\0'), deflateSync(words)])),
  'IPTC in JPEG': async () => {
    const iptc = Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0'), words]);
    const size = Buffer.alloc(2);
    size.writeUInt16BE(iptc.length + 2);
    const jpeg = await red().jpeg().toBuffer();
    const segment = Buffer.concat([Buffer.from([0xff, 0xed]), size, iptc]);
    return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
  },
};

test.each(Object.entries(pictures))('`check` looks into %s', async (_, picture) => {
  const cwd = temporary('records');
  mkdirSync(join(cwd, 'content/glossary'), { recursive: true });
  writeFileSync(join(cwd, 'content/glossary/chart.png'), await picture());
  const { code, stdout } = await handbook(['check'], { cwd });
  expect([code, stdout]).toEqual([1, expect.stringContaining('in the metadata of a picture')]);
  expect(stdout).toContain('content/glossary/chart.png');
  expect(stdout).not.toContain('4471905');
});

test('a picture that says nothing, and one that is cut off, give no text of theirs', async () => {
  const png = await red().png().toBuffer();
  expect(pictureText(png)?.trim()).toBe('');
  const jpeg = await red().withExif(exif).jpeg().toBuffer();
  for (let end = 0; end < jpeg.length; end += 7)
    expect(() => pictureText(jpeg.subarray(0, end))).not.toThrow();
  expect(pictureText(Buffer.from('MRN'))).toBeNull();
});
