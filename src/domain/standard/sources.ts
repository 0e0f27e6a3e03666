/** How far a source was checked: read itself, read as quoted by others, or known but not looked up. */
export type Checked = 'read' | 'restated' | 'unchecked';

/** A law, standard, contract text or practice that rules are built from. */
export interface Source {
  readonly title: string;
  readonly checked: Checked;
  /** What it asks for, in our words. */
  readonly asks: string;
  readonly url?: string;
  /** What to know before leaning on it, such as that it is only proposed. */
  readonly caution?: string;
}

export const checkedWords: Readonly<Record<Checked, string>> = {
  read: 'Read in the source itself',
  restated: 'Read as quoted or restated by others',
  unchecked: 'From general knowledge, not looked up',
};

/** Every source by the name that rules cite; clauses stand in the rules. */
export const sources = {
  engagement: {
    title: 'The engagement model of this handbook',
    checked: 'read',
    asks: 'A fractional, forward deployed CTO engagement with a 90-day exit ramp written in at the start; everything produced stays with the customer, who runs it without the vendor in the room.',
  },
  'hipaa-164.316': {
    title: '45 CFR 164.316(b)',
    checked: 'restated',
    asks: 'Keep policies, procedures and records of required actions in writing, for six years from creation or from when last in effect, available to those who carry them out, and reviewed as things change.',
    url: 'https://law.lawstack.com/cfr/45/164.316/',
  },
  'hipaa-164.308': {
    title: '45 CFR 164.308',
    checked: 'restated',
    asks: 'Risk analysis and management, review of activity records, a named security official, ending access, documented incidents, backup, recovery and emergency plans with tests, periodic evaluation, agreements before PHI flows.',
  },
  'hipaa-164.312': {
    title: '45 CFR 164.312',
    checked: 'restated',
    asks: 'Unique user ids, an emergency access procedure, audit controls, integrity, authentication and protected transmission.',
  },
  'hipaa-164.504': {
    title: '45 CFR 164.314(a), 164.502(e), 164.504(e)',
    checked: 'restated',
    asks: 'A business associate agreement before PHI flows, the same duties for subcontractors, and return or destruction at the end; only the last part, (J), was read in full.',
  },
  'hipaa-164.514': {
    title: '45 CFR 164.514(b)(2)',
    checked: 'unchecked',
    asks: 'The 18 classes of identifiers that are removed for Safe Harbor.',
  },
  'hipaa-nprm': {
    title: 'HIPAA Security Rule, proposed (90 FR 898, 2025-01-06)',
    checked: 'restated',
    asks: 'A yearly asset inventory and network map, everything written down, restore within 72 hours, a yearly audit.',
    url: 'https://medcurity.com/hipaa-security-rule-2026/',
    caution: 'Proposed, not final as of June 2026.',
  },
  'soc-2': {
    title: 'SOC 2 trust services criteria (2017, points of focus 2022)',
    checked: 'restated',
    asks: 'Quality information and its communication, incident response and recovery, authorised, tested and approved changes, vendor risk.',
    caution: 'The text of the AICPA was not opened.',
  },
  'iso-27001': {
    title: 'ISO/IEC 27001:2022, Annex A',
    checked: 'restated',
    asks: 'An inventory with owners, return of assets, supplier agreements, tested ICT readiness, documented procedures for those who need them.',
    caution: 'A.5.9 and A.5.37 read as restated; the other clauses from general knowledge.',
  },
  'nist-800-53': {
    title: 'NIST SP 800-53 r5.2.0',
    checked: 'restated',
    asks: 'Administrator and user documentation, data ownership and return at the end of a contract, contingency plans and their tests, an inventory.',
    caution: 'SA-5 and SA-4(12) read as restated; the other controls from general knowledge.',
  },
  'nist-800-34': {
    title: 'NIST SP 800-34 r1, §3.5 and §3.6',
    checked: 'restated',
    asks: 'Test, training and exercises of contingency plans, from tabletop to full; plans kept up to date.',
    caution: 'The heading of §3.5 was read, the rest as restated.',
  },
  'nist-800-61': {
    title: 'NIST SP 800-61 r3 (2025-04-03)',
    checked: 'read',
    asks: 'Lessons of incidents feed improvement.',
    caution: 'Read on the project page; it has no step-by-step template any more.',
  },
  'nist-ai-rmf': {
    title: 'NIST AI RMF 1.0',
    checked: 'restated',
    asks: 'Periodic review with roles, an inventory, safe decommissioning, third-party contingency, documented tests, monitoring after deployment.',
    caution: 'GOVERN 1.5 to 2.1 read as restated; the rest from general knowledge.',
  },
  'hti-1': {
    title: '45 CFR 170.315(b)(11)(iv), HTI-1 source attributes',
    checked: 'restated',
    asks: '31 source attributes in nine categories for predictive decision support.',
    url: 'https://www.theleveragedyears.com/ai-regulation-news/onc-hti-5-repeal-dsi-ai-transparency-model-card',
    caution: 'Repeal proposed on 2025-12-29 (HTI-5); used here as a template.',
  },
  chai: {
    title: 'CHAI Applied Model Card v0.2',
    checked: 'read',
    asks: 'A card with the facts of a clinical model: use, data, results, risks, upkeep.',
  },
  'joint-commission': {
    title: 'Joint Commission and CHAI guidance (2025-09-17)',
    checked: 'restated',
    asks: 'Seven elements of responsible use of AI, among them quality monitoring and risk and bias assessment.',
    caution: 'Not binding.',
  },
  'uk-exit-schedule': {
    title: 'UK government model services agreement, exit management schedule',
    checked: 'restated',
    asks: 'An exit plan within three months of the start, reviewed yearly; registers, contracts available for transfer, training of the replacement, an exit manager on each side.',
    url: 'https://www.partnershipsuk.org.uk/ictguidance/schedule8_5.asp',
    caution: 'The present number of the schedule was not verified.',
  },
  dora: {
    title: 'EU DORA 2022/2554, Article 28(8)',
    checked: 'read',
    asks: 'Exit plans that are comprehensive, documented, sufficiently tested and reviewed periodically.',
    caution: 'Applies to EU finance; used here as the best worded exit clause.',
  },
  'far-52.237-3': {
    title: 'FAR 52.237-3 Continuity of Services',
    checked: 'restated',
    asks: 'Up to 90 days of phase-out, with a training programme, a transfer date for each division of work, and enough experienced staff meanwhile.',
  },
  'omb-m-25-22': {
    title: 'OMB M-25-22 (2025-04-03)',
    checked: 'restated',
    asks: 'AI contracts with knowledge transfer, portable data and models, rights to code and models.',
  },
  itil: {
    title: 'ITIL v3 Service Transition',
    checked: 'restated',
    asks: 'Knowledge transfer; early-life support ends when its exit criteria are met, not on a date.',
  },
  sre: {
    title: 'Google SRE: production readiness review, postmortems',
    checked: 'restated',
    asks: 'Readiness of dependencies, instrumentation, emergency response, capacity and change; blameless postmortems with actions.',
    caution: 'The postmortem template was read itself.',
  },
  pagerduty: {
    title: 'PagerDuty incident response and postmortem guides',
    checked: 'read',
    asks: 'Severity, roles and escalation; postmortems within days, with owned actions.',
  },
  'prom-operator': {
    title: 'prometheus-operator runbooks and runbooks.help',
    checked: 'read',
    asks: 'One runbook for each alert: meaning, impact, diagnosis, mitigation.',
  },
  madr: {
    title: 'MADR 4, Nygard, adr-tools, log4brains',
    checked: 'read',
    asks: 'Decision records with context, options, outcome and confirmation, which do not change once accepted.',
  },
  arc42: {
    title: 'arc42',
    checked: 'read',
    asks: 'Twelve sections of architecture documentation, among them risks and technical debts, and a glossary.',
  },
  'gitlab-maturity': {
    title: 'GitLab service maturity model',
    checked: 'read',
    asks: 'A level is reached by evidence only; a pass without evidence is a defect.',
  },
  wcag: {
    title: 'WCAG 2.2 AA; 45 CFR 84.82–84.86; Section 508',
    checked: 'restated',
    asks: 'Pages that everybody can use; the HHS rule asks for WCAG 2.1 AA from 2027-05-11 (15 or more employees) and 2028-05-10 (fewer).',
    caution:
      'The dates were read; section numbers from general knowledge. An internal staff site may fall under other rules: ask counsel.',
  },
  'vendor-terms': {
    title: 'Terms of model and EHR vendors',
    checked: 'restated',
    asks: 'Coverage depends on provider, product surface, configuration and model, and it drifts.',
    url: 'https://support.claude.com/en/articles/15455031-covered-models-under-a-business-associate-agreement-baa',
  },
  readers: {
    title: 'What readers and authors of handbooks report',
    checked: 'read',
    asks: 'Links from a pager that never break, restricted titles that never leak, pages that say when they were last checked, a copy one can keep.',
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceName = keyof typeof sources;
