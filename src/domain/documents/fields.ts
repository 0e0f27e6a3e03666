import { z } from 'zod';
import { isLookAlike, isWebAddress, serverOf } from '../body/address.ts';

/** What a reference field says of itself; the relation table is read from it. */
export interface ReferenceMeta {
  /** Names of the types that it may point at: one (written as a slug), several or `*` (written `folder/slug`). */
  readonly to: readonly string[];
  /** How the link reads from this document, and from the other end. */
  readonly label: string;
  readonly inverse: string;
  /** The links may not run in a circle. */
  readonly acyclic?: true;
}

/** One line of text. */
export const text = (description: string) =>
  z
    .string()
    .trim()
    .min(1)
    .regex(/^[^\n\r]*$/, 'must be one line')
    .meta({ description });

/** Text of any length. */
export const prose = (description: string) => z.string().trim().min(1).meta({ description });

/** A calendar date, `YYYY-MM-DD`. */
export const date = (description: string) => z.iso.date().meta({ description });

/** A moment in UTC, `YYYY-MM-DDThh:mm:ssZ`. */
export const moment = (description: string) => z.iso.datetime().meta({ description });

/** A whole number from `min` to `max`. */
export const whole = (description: string, min = 0, max = 1_000_000) =>
  z.int().min(min).max(max).meta({ description });

export const number = (description: string) => z.number().meta({ description });
export const flag = (description: string) => z.boolean().meta({ description });

/** One word of a closed list. */
export const oneOf = <const T extends readonly [string, ...string[]]>(
  words: T,
  description: string,
) => z.enum(words).meta({ description });

export const list = <T extends z.ZodType>(item: T, description: string) =>
  z.array(item).meta({ description });

/** A nested block with a closed set of keys. */
export const block = <T extends z.ZodRawShape>(shape: T, description: string) =>
  z.strictObject(shape).meta({ description });

/** A SHA-256 digest, 64 hexadecimal digits. */
export const digest = (description: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 digest: 64 hexadecimal digits')
    .meta({ description });

/** A web address, https only. */
export const webAddress = (description: string) =>
  z
    .url({ protocol: /^https$/ })
    .refine(
      isPlainAddress,
      'must name its server plainly: no name before an @, no look-alike letters',
    )
    .meta({ description });

/** An address that names its server plainly; what is no https address is told by other words. */
export const isPlainAddress = (value: string): boolean =>
  !/^https:/i.test(value) || (isWebAddress(value) && !isLookAlike(serverOf(value)?.host ?? ''));

/** A word from a list kept in `engagement.yaml`: its audiences or its metrics. */
export const vocabulary = (name: 'audiences' | 'metrics', description: string) =>
  z.string().min(1).meta({ description, vocabulary: name });

/** A reference to one document of one of the types `to`. */
export const ref = (
  to: string | readonly string[],
  label: string,
  inverse: string,
  description: string,
  options: { acyclic?: true } = {},
) =>
  z
    .string()
    .min(1)
    .meta({
      description,
      reference: { to: typeof to === 'string' ? [to] : to, label, inverse, ...options },
    });

/** References to any number of documents. */
export const refs = (...args: Parameters<typeof ref>) =>
  z.array(ref(...args)).meta({ description: args[3] });

/** How much depends on it: 1 stops care or billing, 2 slows it, 3 is an inconvenience. */
export const tier = z.literal([1, 2, 3]).meta({
  description:
    'How much depends on it: 1 stops care or billing, 2 slows it, 3 is an inconvenience.',
});

/** Incident severity, 1 the worst. */
export const severity = z.literal([1, 2, 3, 4]).meta({
  description:
    'Incident severity: 1 patients or PHI at risk, 2 a workflow is down, 3 degraded, 4 minor.',
});

const watch = block(
  {
    repository: text('The code repository, as `organisation/name`.'),
    paths: list(text('A path glob in that repository.'), 'The code that this page describes.'),
    commit: text('The commit that the page was last checked against.'),
  },
  'Code that makes the page due for review again when it changes.',
);

const imported = block(
  {
    from: text('Path of the file in its source, with forward slashes.'),
    commit: text('The commit of the source, where it was in git.').optional(),
    digest: digest('Digest of the file as it was brought in; the next import compares it.'),
    fields: z
      .record(z.string(), z.string())
      .meta({ description: 'What stood at its head and has no field here, by name.' })
      .optional(),
  },
  'Where it was brought in from; written by the import command. Until the first review, what it lacks is a warning.',
);

/** Fields that every MDX document has; `status` is the type's own closed list. */
export const documentFields = <const T extends readonly [string, ...string[]]>(statuses: T) => ({
  title: text('What the page is called in lists, search and the browser tab.').max(120),
  summary: text('One sentence shown in lists and search results, 200 characters at most.').max(200),
  status: oneOf(statuses, 'Where the document stands in its life.'),
  owner: ref('person', 'Owned by', 'Owns', 'Who answers for the page.'),
  backup_owner: ref(
    'person',
    'Backup owner',
    'Backup owner of',
    'Who answers when the owner is away.',
  ).optional(),
  successor: ref(
    'person',
    'Taken over by',
    'Takes over',
    'The customer-side person who takes over.',
  ).optional(),
  audience: z
    .array(vocabulary('audiences', 'A group of readers named in engagement.yaml.'))
    .min(1)
    .meta({ description: 'The groups that may read it, from the audiences of engagement.yaml.' }),
  systems: refs('system', 'Systems', 'Documents', 'The systems that it is about.').optional(),
  controls: refs(
    'control',
    'Serves control',
    'Served by',
    'The controls that it is evidence for.',
  ).optional(),
  created: date('The day it was first written; retention is counted from it.').optional(),
  last_effective: date(
    'The last day it was in force; retention is counted from the later of the two.',
  ).optional(),
  reviewed_on: date('The day of the last review; written by the review command.').optional(),
  reviewed_by: ref(
    'person',
    'Reviewed by',
    'Reviewed',
    'Who reviewed it last; written by the review command.',
  ).optional(),
  reviewed_hash: digest('Digest of the text that was reviewed; an edit voids it.').optional(),
  review_note: text(
    'What the reviewer says of the text, such as why it needs no change; written by the review command.',
  ).optional(),
  review_every_days: whole('Days after which it is due for review again.', 1, 365).optional(),
  watch: watch.optional(),
  aliases: list(
    text('An old address, such as `/runbooks/old-name/`.'),
    'Old addresses that lead here.',
  ).optional(),
  imported: imported.optional(),
});

/** What a page need not say or have, each with its reason. */
export const notApplicable = list(
  block(
    {
      what: text(
        'What does not apply: the name of a field, such as `repos`, or of a kind of thing.',
      ),
      reason: text('Why it does not apply, in a sentence.'),
    },
    'One thing that does not apply.',
  ),
  'What the standard asks for and does not apply here, each with its reason.',
).optional();

/** The statuses of a document that has no field-standard words of its own. */
export const lifecycle = ['draft', 'current', 'retired'] as const;

/** What a payload or a data set may be of; only the first two are protected by HIPAA. */
export const payloadClasses = ['phi', 'limited', 'de-identified', 'synthetic', 'none'] as const;

/** A calendar quarter, `2026-Q3`. */
export const quarter = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-Q[1-4]$/, 'must be a quarter, such as 2026-Q3')
    .meta({ description });

/** A mail domain, lower case. */
export const domain = (description: string) =>
  z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain, such as `clinic.example`')
    .meta({ description });

/** The path of a file in the content folder, relative to the document. */
export const file = (description: string) => z.string().min(1).meta({ description, file: true });

/** A commit of a code repository. */
export const commit = (description: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{7,40}$/, 'must be a commit: 7 to 40 hexadecimal digits')
    .meta({ description });

/** A framework that controls come from. */
export const framework = oneOf(
  ['hipaa', 'soc-2', 'iso-27001', 'nist-800-53', 'nist-ai-rmf', 'hitrust', 'hti-1', 'internal'],
  'The law, standard or own policy that asks for a control.',
);

/** Any document or record, written `folder/slug`. */
export const anyDocument = '*';
