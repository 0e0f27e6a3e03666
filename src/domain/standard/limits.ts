/** What no rule of the standard can prove, whatever passes; each a whole sentence. */
export const standingLimits: readonly string[] = [
  'That whoever carried out a drill understood what they did.',
  'That a log is genuine: only that it is used once, is in the repository and has not changed since.',
  'That the legal scope of a business associate agreement is right: only that a named person recorded it, with a date and the digest of the document.',
  'That pages which pass an automated accessibility check are accessible to everybody.',
  'That the patterns which look for PHI and secrets find all of it. Names are the hard case: use the approved invented ones, and have a person look at pictures.',
  'That the person whose name stands in a review, an acceptance, a drill or a waiver is who wrote it: git names who committed, and whoever commits can set that. Only a sign-off is bound to a key.',
];

/** What the standard is not. */
export const noLegalAdvice =
  'The standard is no legal advice. Where it cites a law it says how far the text was checked; legal points need the counsel of the customer.';
