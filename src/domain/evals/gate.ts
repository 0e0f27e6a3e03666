import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const oneOrMore = z.union([scalar, z.array(scalar).min(1)]);
const name = z.string().trim().min(1);

/** When a case counts: by the value of a column alone, by that of another column, or as another column allows. */
const success = z.union([
  z.strictObject({ column: name, equals: oneOrMore }),
  z.strictObject({ column: name, equals_column: name }),
  z.strictObject({ column: name, by_column: name, equals: z.record(z.string(), oneOrMore) }),
]);

const bounds = ['lower_bound_at_least', 'upper_bound_at_most', 'count_at_most'] as const;

const slice = z
  .strictObject({
    slice: name,
    /** What tables of reports call it. */
    title: name.optional(),
    /** The name it had in earlier gates. */
    formerly: name.optional(),
    where: z.record(z.string(), oneOrMore),
    metric: z.strictObject({ name, success }),
    min_n: z.int().min(1),
    lower_bound_at_least: z.number().gt(0).lt(1).optional(),
    upper_bound_at_most: z.number().gt(0).lt(1).optional(),
    count_at_most: z.int().min(0).optional(),
    safety_critical: z.boolean().optional(),
  })
  .refine((line) => bounds.filter((bound) => line[bound] !== undefined).length === 1, {
    message: `has to have one of ${bounds.join(', ')}`,
  });

/** A file of thresholds that was committed before the run which it decides about. */
const gateFile = z
  .strictObject({
    gate: name,
    version: z.int().min(1),
    /** The decision that set the thresholds, such as `adrs/0005-thresholds`. */
    decision_record: name,
    committed_on: z.iso.date().optional(),
    dataset: z.strictObject({
      id: name,
      version: name,
      /** Whether later versions are judged by it as well, as long as they drop no case. */
      later_versions: z.boolean().optional(),
    }),
    bound: z.literal('clopper-pearson, one-sided, 95 percent'),
    slices: z.array(slice).min(1),
  })
  .superRefine(({ slices }, context) => {
    for (const key of ['slice', 'title'] as const) {
      const names = slices.map((line) => line[key]).filter((one) => one !== undefined);
      const twice = names.find((one, at) => names.indexOf(one) !== at);
      if (twice !== undefined)
        context.addIssue({
          code: 'custom',
          path: ['slices'],
          message: `has ${key} ${twice} twice`,
        });
    }
  });

export type Gate = z.infer<typeof gateFile>;
export type GateSlice = Gate['slices'][number];

/** The gate of a file, or what is wrong with it as a whole sentence. */
export function readGate(text: string): { gate: Gate } | { problem: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: 'It is no valid JSON.' };
  }
  const read = gateFile.safeParse(data);
  if (read.success) return { gate: read.data };
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') || 'The file';
  return { problem: `${place}: ${issue?.message ?? 'it has another shape'}.` };
}

/** What people call a slice. */
export const sliceTitle = ({ slice: id, title }: GateSlice): string => title ?? id;

/** What a slice has to reach, in words. */
export function thresholdWords(line: GateSlice): string {
  if (line.lower_bound_at_least !== undefined)
    return `lower bound at least ${percent(line.lower_bound_at_least)}`;
  if (line.upper_bound_at_most !== undefined)
    return `upper bound at most ${percent(line.upper_bound_at_most)}`;
  return line.count_at_most === 0 ? 'none' : `at most ${line.count_at_most}`;
}

/** A share as people read it, such as `94.6 %`. */
export const percent = (share: number): string =>
  `${(share * 100).toFixed(1).replace(/\.0$/, '')} %`;
