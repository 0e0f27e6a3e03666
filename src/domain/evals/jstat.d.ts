/** The one function of jstat that is used here; the package brings no types. */
declare module 'jstat' {
  const jstat: {
    readonly jStat: {
      readonly beta: { inv(probability: number, alpha: number, beta: number): number };
    };
  };
  export = jstat;
}
