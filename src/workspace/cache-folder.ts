/** Where the program keeps what it found out, from its own folder. */
export const cacheFolder = 'node_modules/.cache/exit-ramp-handbook';
