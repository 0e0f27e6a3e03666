/** Whether what stands where a value would is none: empty, HL7's null, a name in brackets, a variable, stars. */
export const isPlaceholder = (value: string): boolean =>
  /^["'\s]*$|^\s*["']?(?:[<{$[%(]|\*+|x+$|_+$|-+$|\.{2,}|…|n\/?a$|none$|null$|unknown$|redacted|masked|string$|integer$|date$|varchar|char\b|text$)/i.test(
    value,
  );
