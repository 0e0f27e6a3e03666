/** What is used here of sax; the package brings no types. */
declare module 'sax' {
  namespace sax {
    interface Attribute {
      readonly name: string;
      readonly local: string;
      readonly uri: string;
      readonly value: string;
    }
    interface Tag {
      readonly name: string;
      readonly local: string;
      readonly uri: string;
      readonly attributes: Readonly<Record<string, Attribute>>;
    }
    interface Parser {
      /** Characters read so far. */
      readonly position: number;
      /** Offset behind the `<` that opened the newest tag. */
      readonly startTagPosition: number;
      onerror: (error: Error) => void;
      onopentag: (tag: Tag) => void;
      onclosetag: () => void;
      ontext: (text: string) => void;
      oncdata: (text: string) => void;
      ondoctype: (text: string) => void;
      onprocessinginstruction: (instruction: { readonly name: string }) => void;
      write(text: string): Parser;
      close(): Parser;
    }
  }
  const sax: {
    parser(strict: true, options: { xmlns: true; strictEntities: true }): sax.Parser;
  };
  export = sax;
}
