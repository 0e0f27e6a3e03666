/** The job cannot be done, for a reason the reader can act on: shown as it is, exit code 2. */
export class Refusal extends Error {}
