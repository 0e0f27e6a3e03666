/** Files that no program here reads, by their names: documents of office programs, archives, scans, recordings. */
export const isClosedFile = (path: string): boolean =>
  /\.(?:pdf|docx?|docm|dotx?|xlsx?|xlsm|xlsb|pptx?|od[tsp]|rtf|pages|numbers|key|msg|eml|zip|7z|rar|tar|tgz|gz|bz2|xz|zst|gif|tiff?|avif|heic|bmp|dcm|mp[34]|m4a|mov|wav|webm|sqlite3?|db|parquet|bin)$/i.test(
    path,
  );
