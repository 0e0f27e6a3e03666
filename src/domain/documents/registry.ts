import { acceptance } from './acceptance.ts';
import { accessRecord } from './access-record.ts';
import { adr } from './adr.ts';
import { alert } from './alert.ts';
import { architectureRead } from './architecture-read.ts';
import { baa } from './baa.ts';
import { control } from './control.ts';
import { dataFlow } from './data-flow.ts';
import type { TypeDefinition } from './define.ts';
import { drill } from './drill.ts';
import { engagement } from './engagement.ts';
import { engagementCharter } from './engagement-charter.ts';
import { evalReport } from './eval-report.ts';
import { evidence } from './evidence.ts';
import { exitPlan } from './exit-plan.ts';
import { founderMemo } from './founder-memo.ts';
import { glossary } from './glossary.ts';
import { hiring } from './hiring.ts';
import { incident } from './incident.ts';
import { integration } from './integration.ts';
import { ipAsset } from './ip-asset.ts';
import { onboardingPath } from './onboarding-path.ts';
import { page } from './page.ts';
import { person } from './person.ts';
import { postmortem } from './postmortem.ts';
import { proof } from './proof.ts';
import { runbook } from './runbook.ts';
import { signOff } from './sign-off.ts';
import { system } from './system.ts';
import { tombstone } from './tombstone.ts';
import { vendor } from './vendor.ts';
import { waiver } from './waiver.ts';
import { weeklySummary } from './weekly-summary.ts';

/** Every type of the handbook, in the order of its sidebar. */
export const types = [
  runbook,
  alert,
  incident,
  postmortem,
  drill,
  system,
  integration,
  dataFlow,
  vendor,
  adr,
  founderMemo,
  architectureRead,
  evalReport,
  engagement,
  engagementCharter,
  exitPlan,
  weeklySummary,
  person,
  hiring,
  ipAsset,
  acceptance,
  signOff,
  waiver,
  accessRecord,
  onboardingPath,
  glossary,
  page,
  control,
  evidence,
  baa,
  proof,
  tombstone,
] as const satisfies readonly TypeDefinition[];

export type TypeName = (typeof types)[number]['name'];

/** The type of that singular name. */
export const typeNamed = (name: string): TypeDefinition | undefined =>
  types.find((type) => type.name === name);

/** The type that somebody means by its name or, in any case, by its label: `founder-memo`, `memo`, `Eval report`. */
export const typeCalled = (words: string): TypeDefinition | undefined =>
  typeNamed(words) ?? types.find(({ label }) => label.toLowerCase() === words.trim().toLowerCase());

/** The type whose documents live in that folder of `content/`. */
export const typeOfFolder = (folder: string): TypeDefinition | undefined =>
  folder === '' ? undefined : types.find((type) => type.folder === folder);

/** Whether the handbook reads what stands at a path as a document or record of a type. */
export function isDocumentPath(path: string): boolean {
  const type = typeOfFolder(path.split('/')[0] ?? '');
  return type !== undefined && path.endsWith(`.${type.format}`) && !path.includes('/.');
}

/** The name of every type. */
export const typeNames = types.map(({ name }) => name);
