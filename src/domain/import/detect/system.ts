import type { Kind } from './kind.ts';

/** Something that runs: service pages, arc42, catalogue entries. */
export const system: Kind = {
  type: 'system',
  called: 'a system',
  folders: [
    {
      words:
        /^(?:.{0,60} )?(?:systems|service catalog(?:ue)?|system (?:docs|documentation|descriptions?)|services overview)$/,
      weight: 3.5,
    },
    { words: /^(?:services|components|applications|apps)$/, weight: 1.2 },
  ],
  values: /^(?:system|service|component|application|microservice)s?$/,
  keys: /^(?:tier|depends[-_ ]on|rto(?:[-_ ]minutes)?|rpo(?:[-_ ]minutes)?|service[-_ ]owner|repos?(?:itory)?|slos?)$/i,
  files: [
    {
      words:
        /^(?:arc42|system (?:overview|description|context|documentation)|service (?:overview|description|catalog.{0,10}))\b/,
      weight: 2,
    },
  ],
  titles: [
    {
      words:
        /\b(?:system (?:overview|description|documentation|context)|service (?:overview|description|catalog))\b/,
      weight: 2,
    },
    { words: /\b(?:service|system)$/, weight: 0.5 },
  ],
  headings: [
    {
      words:
        /^(?:introduction and goals|purpose and (?:users|scope)|system scope and context|context and scope|system context)$/,
      weight: 1.6,
    },
    {
      words:
        /^(?:building blocks?(?: view)?|runtime(?: view)?|deployment view|solution strategy|crosscutting concepts|cross cutting concepts|component view)$/,
      weight: 1.6,
    },
    {
      words:
        /^(?:risks and (?:technical )?debts?|technical debt|known quirks|quirks|first hour guide|quality requirements)$/,
      weight: 1.2,
    },
    {
      words:
        /^(?:depends on|dependencies|upstream(?: dependencies)?|downstream(?: dependencies| consumers)?|service dependencies|dependents)$/,
      weight: 0.8,
    },
    {
      words:
        /^(?:slos?|slas?(?: .{0,20})?|service levels?(?: objectives?)?|rto.{0,20}|recovery objectives|availability)$/,
      weight: 0.9,
    },
    { words: /^(?:owner(?:s|ship)?|team|stakeholders|on call|contacts?)$/, weight: 0.4 },
    {
      words:
        /^(?:architecture|components?|overview|purpose|data ?stores?|data model|infrastructure|environments?)$/,
      weight: 0.35,
    },
    { words: /^(?:data and phi boundary|phi|data classification|data classes)$/, weight: 1 },
    {
      words:
        /^(?:operations|monitoring(?: .{0,30})?|dashboards?|observability|health checks?|logging|deployment)$/,
      weight: 0.35,
    },
  ],
  labels: [
    {
      words:
        /^(?:tier|service tier|criticality|rto|rpo|slo|sla|service owner|system owner|repository|repo)\b/,
      weight: 1,
    },
    { words: /^(?:service|system|component|owner|team|on[- ]?call)\b/, weight: 0.4 },
  ],
  openings: [],
  sections: {
    'Purpose and users':
      /^(?:purpose|overview|introduction(?: and goals)?|about|description|users|summary|what (?:it|this) (?:is|does)|purpose and (?:scope|users))$/,
    Context:
      /^(?:context and scope|(?:system )?(?:scope and )?context|system scope and context|dependencies|service dependencies|integrations|external (?:systems|interfaces))$/,
    'Building blocks':
      /^(?:building blocks? view|architecture(?: overview)?|components?(?: view)?|(?:high level )?design|structure|system architecture)$/,
    Runtime: /^(?:runtime view|how it works|(?:data|request|process) flow|behaviou?r|processing)$/,
    Deployment:
      /^(?:deployment view|deploy|deploying|deployments|releases?|release process|deployment (?:process|procedure)|environments? and deployment)$/,
    'Data and PHI boundary':
      /^(?:data|phi|data classification|data (?:storage|model|stores?)|privacy|data (?:handling|protection))$/,
    Operations:
      /^(?:operating|operation|runbooks|monitoring(?: .{1,20})?|maintenance|support|operational .{1,20}|observability)$/,
    'Known quirks': /^(?:quirks|gotchas|known (?:issues|problems|limitations)|caveats|pitfalls)$/,
    'Risks and debts':
      /^(?:risks and technical debts?|technical debt|risks|risks and (?:issues|limitations))$/,
    Decisions:
      /^(?:architecture decisions|architectural decisions|design decisions|adrs|decision log)$/,
    'First hour guide':
      /^(?:getting started|quick ?start|quick start|onboarding|local (?:development|setup)|first steps)$/,
  },
};
