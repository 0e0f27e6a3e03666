import type { Facts } from './facts.ts';
import type { Kind, Sign } from './kind.ts';

/** What to do when an alert rings or a symptom is reported, and operating procedures. */
export const runbook: Kind = {
  type: 'runbook',
  called: 'a runbook',
  folders: [
    {
      words:
        /^(?:.{0,60} )?(?:run ?books?|play ?books?|sops?|(?:standard )?operating procedures?)(?: .{0,20})?$/,
      weight: 4.5,
    },
    {
      words: /^(?:alarms|trouble ?shooting|(?:.{0,40} )?(?:alerts|on ?call(?: guides?)?))$/,
      weight: 3.6,
    },
    {
      words: /^(?:operations?|ops|procedures|disaster recovery|how tos?|operations? guide)$/,
      weight: 0.8,
    },
  ],
  values: /^(?:run ?books?|play ?books?|sops?|procedures?|alerts?|trouble ?shooting)$/,
  keys: /^(?:alerts?|alert[-_ ]?names?|runbook(?:[-_ ]?(?:id|url))?|on[-_ ]?call|pager[-_ ]?duty|escalation)$/i,
  files: [
    { words: /^(?:.{0,80} )?(?:run ?book|play ?book|sop)(?: .{0,80})?$/, weight: 3.5 },
    {
      words: /^(?:trouble ?shooting|restore|recover|rollback|failover|restart|rotate|drain)\b/,
      weight: 1,
    },
  ],
  titles: [
    { words: /\b(?:run ?book|play ?book|standard operating procedure|sop)\b/, weight: 3 },
    {
      words:
        /^alert\b|\b(?:is|are) (?:down|failing|firing|unreachable|full|stuck)$|\btrouble ?shooting\b/,
      weight: 1.2,
    },
  ],
  headings: [
    {
      words:
        /^(?:meaning|alert (?:description|meaning|details|summary)|what (?:does this alert mean|is happening)|what this alert means)$/,
      weight: 1.5,
    },
    { words: /^(?:impact|user impact|business impact|severity|impact assessment)$/, weight: 0.5 },
    {
      words:
        /^(?:diagnosis|diagnostics?|diagnose|investigation|triage|how to (?:diagnose|investigate)|debugging|initial assessment|troubleshooting steps)/,
      weight: 1.3,
    },
    {
      words:
        /^(?:mitigation|mitigate|remediation|remediate|resolution steps|how to (?:fix|resolve|mitigate)|possible (?:fixes|resolutions|actions)|immediate actions?|recovery(?: steps| procedure)?)/,
      weight: 1.4,
    },
    {
      words:
        /^(?:symptoms?|common symptoms|alerts?|possible (?:checks|causes|root causes)|possible cause|detection)$/,
      weight: 1,
    },
    { words: /^(?:trouble ?shooting|common (?:issues|problems))$/, weight: 0.6 },
    { words: /^(?:resolution|solution|fix|workaround)$/, weight: 0.6 },
    {
      words:
        /^(?:verif(?:y|ication)|verify .{1,40}|validation|post checks|pre checks|confirm(?:ation)?)$/,
      weight: 0.9,
    },
    {
      words: /^(?:roll ?back|roll ?back .{1,30}|how to roll ?back|back ?out(?: plan)?)$/,
      weight: 0.9,
    },
    { words: /^(?:escalat(?:e|ion).{0,40}|on call.{0,20}|who to contact|contacts)$/, weight: 1.1 },
    {
      words:
        /^(?:procedures?|steps|instructions|step by step|actions?|runbook|playbook|action plan|execution)$/,
      weight: 0.9,
    },
    {
      words:
        /^(?:prerequisites|pre requisites|before you (?:start|begin)|when to use.{0,30}|required (?:access|permissions)|access(?: required| needed)?)$/,
      weight: 0.4,
    },
    { words: /^(?:when .{1,60} (?:fails|is down|is stuck|rings|fires))$/, weight: 0.8 },
  ],
  labels: [
    { words: /^(?:alert|alert ?name|alerts|pager|on[- ]?call|escalation|runbook)\b/, weight: 1.3 },
    { words: /^severity: \W{0,3}(?:critical|warning|info|high|page)\b/, weight: 0.8 },
  ],
  openings: [
    {
      words:
        /\bth(?:is|e) (?:[\w`:-]{1,60} )?alert (?:fires|is (?:fired|firing|triggered|raised)|means|will fire|indicates|triggers)/,
      weight: 1.8,
    },
    { words: /\bth(?:is|e following) (?:run ?book|play ?book|sop|procedure)\b/, weight: 2 },
    {
      words:
        /\b(?:steps|instructions) (?:to|for) (?:restor|recover|restart|resend|reprocess|rotat|roll)/,
      weight: 0.8,
    },
  ],
  sections: {
    Meaning:
      /^(?:(?:alert )?(?:description|meaning|overview|summary|definition)|about(?: this alert)?|background|what (?:is happening|(?:does )?this alert means?|does this alert mean)|context|introduction)$/,
    Impact:
      /^(?:(?:user|customer|business|service) impact|effects?|severity and impact|impact assessment)$/,
    Access:
      /^(?:pre ?requisites|pre requisites|(?:required )?(?:access|permissions)(?: required| needed)?|before you (?:begin|start)|requirements)$/,
    Diagnosis:
      /^(?:trouble ?shooting(?: steps)?|diagnostics?|diagnose|investigation(?: steps)?|investigate|triage|debugging|how to (?:diagnose|investigate|debug)|initial assessment|diagnostic steps)$/,
    Mitigation:
      /^(?:resolution(?: steps)?|resolve|resolving|remediation(?: steps)?|remediate|mitigate|fix|solutions?|workaround|procedures?|steps|instructions|actions?|recovery(?: steps)?|recommended actions?|how to (?:fix|resolve|mitigate)(?: it)?|possible (?:fixes|resolutions|actions)|action plan|execution)$/,
    Verify:
      /^(?:verification(?: steps)?|validation|confirm(?:ation)?|post checks|how to verify|validate)$/,
    Rollback: /^(?:roll back|rollback (?:plan|procedure|steps)|back ?out(?: plan)?|undo)$/,
    Escalate: /^(?:escalation(?: .{1,20})?|contacts?|who to contact|on ?call|escalating)$/,
    After:
      /^(?:follow ?ups?|post incident(?: .{1,20})?|aftercare|clean ?up|after the incident|after resolution)$/,
  },
  more: alertNamed,
};

const camel = /^[A-Za-z][A-Za-z0-9]{0,60}[a-z0-9][A-Z][A-Za-z0-9]{1,80}$/;
const trouble =
  /(?:Down|Fail(?:ed|ing|ure|ures|s)?|High|Low|Errors?|Slow|Missing|Full|Degraded|Unreachable|Burn|Lag|Latency|Mismatch|Stuck|NotReady|Looping|Exceeded|Expir\w{2,6}|Flapping|FillingUp|Critical|Absent|Inactive|Unavailable|Unhealthy|Alert|Usage|Throttl\w{2,3}|Restart\w{0,3}|Drop\w{0,4}|Delay\w{0,2})$/;

/** A file called as an alert is: one word in camel case, best with its trouble at the end. */
function alertNamed({ stem, title, siblings }: Facts): Sign[] {
  const name = camel.test(stem) ? stem : camel.test(title) ? title : undefined;
  if (name === undefined) return [];
  const others = siblings.filter((one) => camel.test(one.replace(/\.[^.]{1,8}$/, ''))).length;
  const weight =
    (trouble.test(name) ? 1.2 : 0.4) +
    (title.replaceAll(' ', '') === stem ? 0.5 : 0) +
    (others >= 3 ? 0.5 : 0);
  return [{ weight, reason: `${name} is written as alerts are` }];
}
