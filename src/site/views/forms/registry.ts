import { accessRecordForm } from './access-record.ts';
import { adrForm } from './adr.ts';
import { alertForm } from './alert.ts';
import { baaForm } from './baa.ts';
import { controlForm } from './control.ts';
import { dataFlowForm } from './data-flow.ts';
import { drillForm } from './drill.ts';
import { evalReportForm } from './eval-report.ts';
import { evidenceForm } from './evidence.ts';
import { exitPlanForm } from './exit-plan.ts';
import type { FormOf } from './form.ts';
import { founderMemoForm } from './founder-memo.ts';
import { hiringForm } from './hiring.ts';
import { incidentForm } from './incident.ts';
import { integrationForm } from './integration.ts';
import { onboardingPathForm } from './onboarding-path.ts';
import { personForm } from './person.ts';
import { postmortemForm } from './postmortem.ts';
import { runbookForm } from './runbook.ts';
import { signOffForm } from './sign-off.ts';
import { systemForm } from './system.ts';
import { vendorForm } from './vendor.ts';
import { waiverForm } from './waiver.ts';
import { weeklySummaryForm } from './weekly-summary.ts';

/** The form of each type by the type's name; a type without one gets the plain list of its facts. */
export const forms: Readonly<Record<string, FormOf>> = {
  'access-record': accessRecordForm,
  adr: adrForm,
  alert: alertForm,
  baa: baaForm,
  control: controlForm,
  'data-flow': dataFlowForm,
  drill: drillForm,
  'eval-report': evalReportForm,
  evidence: evidenceForm,
  'exit-plan': exitPlanForm,
  'founder-memo': founderMemoForm,
  hiring: hiringForm,
  incident: incidentForm,
  integration: integrationForm,
  'onboarding-path': onboardingPathForm,
  person: personForm,
  postmortem: postmortemForm,
  runbook: runbookForm,
  'sign-off': signOffForm,
  system: systemForm,
  vendor: vendorForm,
  waiver: waiverForm,
  'weekly-summary': weeklySummaryForm,
};
