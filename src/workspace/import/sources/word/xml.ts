import sax from 'sax';

/** What is told while a part of a Word file is read; names come with their prefix, as Word writes them. */
export interface XmlEvents {
  open(name: string, attribute: (name: string) => string): void;
  close(name: string): void;
  text(value: string): void;
}

/** Reads a part; what stands behind a fault in its XML is not told. */
export function readXml(text: string, events: XmlEvents): void {
  const parser = sax.parser(true, { xmlns: true, strictEntities: true });
  const names: string[] = [];
  parser.onopentag = ({ name, attributes }) => {
    names.push(name);
    events.open(name, (wanted) => attributes[wanted]?.value ?? '');
  };
  parser.onclosetag = () => events.close(names.pop() ?? '');
  parser.ontext = (value) => events.text(value);
  parser.oncdata = (value) => events.text(value);
  parser.onerror = (error) => {
    throw error;
  };
  try {
    parser.write(text).close();
  } catch {
    // The converter says what is wrong with the file.
  }
}
