import { typeNamed } from '../../domain/documents/registry.ts';
import { fieldSchema } from '../../domain/graph/relations.ts';
import type { LinkOutcome } from '../../domain/import/links/model.ts';
import type { Listed } from '../../domain/import/model.ts';
import { type Proof, together } from '../../domain/import/proof/proof.ts';
import { compareText, type LocatedProblem } from '../../domain/problems/problem.ts';
import type { Region } from '../../workspace/import/merge.ts';
import type { ImportPlan, PlannedDocument } from '../../workspace/import/pipeline.ts';
import type { Fate } from '../../workspace/import/plan.ts';

/** What is told of one document. */
export interface DocumentRow {
  /** `<source>/<path>`. */
  readonly from: string;
  /** Path in the content folder. */
  readonly path: string;
  /** Where it came from until now, where it was moved or its source got another name; else null. */
  readonly movedFrom: string | null;
  readonly fate: Fate;
  readonly type: string;
  /** How sure that is, from 0 to 1, and what speaks for it; null where it was given or is known. */
  readonly confidence: number | null;
  readonly reasons: readonly string[];
  readonly form: PlannedDocument['form'];
  readonly missing: readonly string[];
  readonly listed: readonly Listed[];
  readonly links: readonly LinkOutcome[];
  readonly proof: Proof;
  readonly regions: readonly Region[];
  /** Whether both texts were wanted where one place was changed on both sides. */
  readonly isBothRefused: boolean;
}

/** An error with the line of the source that it comes from, as far as that is known. */
export interface RefusedProblem extends LocatedProblem {
  readonly origin: { readonly from: string; readonly line: number | null } | null;
}

/** All that an import tells. */
export interface ImportReport {
  readonly isDry: boolean;
  readonly sources: readonly string[];
  /** Files that a new handbook begins with. */
  readonly started: readonly string[];
  readonly documents: readonly DocumentRow[];
  readonly files: ImportPlan['files'];
  readonly skipped: ImportPlan['skipped'];
  readonly gone: ImportPlan['gone'];
  /** Files of the sources that were neither read nor copied. */
  readonly left: ImportPlan['left'];
  /** Errors that keep written documents out of what is built. */
  readonly refused: readonly RefusedProblem[];
  /** What the map or the command asks for and was not done, with the command that does it. */
  readonly undone: readonly string[];
  /** What was assumed, in sentences. */
  readonly notes: readonly string[];
  /** Of all documents that are written anew. */
  readonly proof: Proof;
}

/** What is beside the plan. */
export interface ReportParts {
  readonly isDry: boolean;
  readonly started: readonly string[];
  readonly refused: readonly RefusedProblem[];
  readonly undone: readonly string[];
  readonly notes: readonly string[];
  /** Whether the type of a document was given by a person or the map. */
  readonly isGiven: (from: string) => boolean;
}

/** The report of a plan. */
export function reportOf(plan: ImportPlan, { isGiven, ...parts }: ReportParts): ImportReport {
  const documents = plan.documents
    .map((one) => rowOf(one, isGiven(one.from)))
    .sort((a, b) => compareText(a.path, b.path));
  const { sources, files, skipped, gone, left } = plan;
  const proof = together(documents.filter(isWritten).map((one) => one.proof));
  return { ...parts, sources, documents, files, skipped, gone, left, proof };
}

/** Whether a document is put into the handbook by this import. */
export const isWritten = ({ fate }: Pick<DocumentRow, 'fate'>): boolean =>
  fate === 'written' || fate === 'updated';

/** Whether a person has to do something that nobody else can. */
export const needsSomebody = ({ documents, undone, proof }: ImportReport): boolean =>
  undone.length > 0 ||
  proof.lost.length > 0 ||
  documents.some((one) => one.fate === 'contested' || (isWritten(one) && one.form === 'code'));

/** A document whose type is less sure than this is asked about. */
export const SURE = 0.8;

/** Whether something else speaks for another type. */
export const isUncertain = ({ confidence, reasons }: Pick<DocumentRow, 'confidence' | 'reasons'>) =>
  confidence !== null && confidence < SURE && !reasons.includes('nothing speaks for another type');

function rowOf(one: PlannedDocument, isGiven: boolean): DocumentRow {
  const { from, path, fate, form, listed, links, proof, regions, noticed } = one;
  const { isBothRefused = false, movedFrom } = one;
  const { type } = one;
  const { confidence, reasons } = noticed.detection;
  const isOwn = noticed.detection.type === type && !isGiven;
  return {
    from,
    path,
    movedFrom,
    fate,
    type,
    confidence: isOwn ? confidence : null,
    reasons: isOwn ? reasons : [],
    form,
    missing: missingFields(type, one.data),
    listed,
    links,
    proof,
    regions,
    isBothRefused,
  };
}

/** Required fields that a document does not have. */
function missingFields(name: string, data: Readonly<Record<string, unknown>>): string[] {
  const type = typeNamed(name);
  if (!type) return [];
  const { required = [] } = fieldSchema(type);
  return required.filter((field) => data[field] === undefined);
}
