/** Whether bytes are what the ending of a file that is saved says, and hold no macros. */
export function isDownload(ending: string, bytes: Uint8Array): boolean {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = whole.subarray(0, 1024);
  switch (ending) {
    case 'pdf':
      return head.includes('%PDF-');
    case 'docx':
    case 'xlsx':
    case 'pptx':
      return isZip(head) && whole.includes('[Content_Types].xml') && !holdsCode(whole);
    case 'odt':
    case 'ods':
    case 'odp':
      return isZip(head) && head.includes('opendocument') && !holdsCode(whole);
    case 'mp4':
      return head.toString('latin1', 4, 8) === 'ftyp';
    case 'webm':
      return head.toString('hex', 0, 4) === '1a45dfa3';
    case 'ogg':
      return head.toString('latin1', 0, 4) === 'OggS';
    case 'mp3':
      return (
        head.toString('latin1', 0, 3) === 'ID3' || (head[0] === 0xff && (head[1] ?? 0) >= 0xe0)
      );
    default:
      return false;
  }
}

const isZip = (head: Buffer): boolean => head.toString('latin1', 0, 4) === 'PK\x03\x04';

/** Names of the parts in which office files keep programs; the names in a zip are not compressed. */
const CODE = ['vbaProject', 'vbaData', 'activeX', 'Basic/', 'Scripts/', 'oleObject', 'macrosheets'];

const holdsCode = (whole: Buffer): boolean => CODE.some((name) => whole.includes(name));
