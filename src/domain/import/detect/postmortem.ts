import type { Facts } from './facts.ts';
import type { Kind, Sign } from './kind.ts';

/** What an incident taught: Google SRE, PagerDuty, Etsy, Atlassian, root cause analyses. */
export const postmortem: Kind = {
  type: 'postmortem',
  called: 'a postmortem',
  folders: [
    {
      words:
        /^(?:.{0,60} )?(?:post ?mortems?|incidents?(?: (?:reports?|reviews?|retrospectives?|analys[ei]s))|outages?|rcas?|root cause analys[ei]s|after action (?:reports?|reviews?)|correction of errors?)$/,
      weight: 4.5,
    },
    { words: /^(?:.{0,60} )?incidents$/, weight: 3.5 },
    { words: /^(?:retrospectives?|retros)$/, weight: 1.5 },
  ],
  values: /^(?:post ?mortems?|incident(?: (?:report|review))?s?|outages?|rca|root cause analysis)$/,
  keys: /^(?:incident(?:[-_ ]?(?:id|date|number|commander))?|started[-_ ]?at|detected[-_ ]?at|mitigated[-_ ]?at|resolved[-_ ]?at|root[-_ ]?causes?|outage)$/i,
  files: [
    {
      words: /\b(?:post ?mortem|rca|root cause analysis|incident (?:report|review)|after action)\b/,
      weight: 3,
    },
    {
      words: /^\d{4} \d\d \d\d\b.{0,80}\b(?:incident|outage|down|failure|degradation)\b/,
      weight: 2,
    },
    { words: /^(?:inc(?:ident)? ?\d{1,8}|pm ?\d{4} \d{1,5})\b/, weight: 2.5 },
    { words: /\b(?:outage|incident)$/, weight: 1 },
  ],
  titles: [
    {
      words:
        /\b(?:post ?mortem|root cause analysis|incident (?:report|review|retrospective)|outage report|after action (?:report|review))\b/,
      weight: 3,
    },
    { words: /^\d{4} \d\d \d\d\b/, weight: 1 },
    { words: /\b(?:outage|incident)\b/, weight: 1 },
  ],
  headings: [
    {
      words:
        /^(?:incident |event )?(?:timeline|zeitleiste|chronology|sequence of events|cronologia)(?: .{0,40})?$/,
      weight: 1.5,
    },
    {
      words:
        /^(?:what (?:was|were) the )?(?:(?:the )?root causes?|causa raiz|cause racine|ursache|proximate cause|contributing (?:factors?|conditions?|causes?)|root causes? .{1,40}|root causes analysis)$/,
      weight: 1.5,
    },
    {
      words:
        /^(?:action (?:items?|points?)|follow ?ups?|follow up (?:actions?|items?|tasks?)|corrective (?:actions?|and preventative measures)|preventative measures|remediation items|next steps and actions|action items? .{1,30})$/,
      weight: 1.3,
    },
    { words: /^(?:lessons? learn(?:ed|t)|lições aprendidas|learnings?|takeaways)$/, weight: 1.4 },
    {
      words:
        /^what (?:went (?:well|right|wrong|badly|poorly|bad)|did not go well|didnt go (?:so )?well|could (?:have )?(?:gone|been|be) better|happened|we learned|could be improved)$/,
      weight: 1.8,
    },
    { words: /^(?:where )?we (?:got|were) lucky$|^where we got lucky$/, weight: 2 },
    {
      words:
        /^(?:detection|trigger|triggering event|resolution|recovery|how (?:we|it) (?:detected|fixed|noticed).{0,30}|mitigation)$/,
      weight: 0.5,
    },
    {
      words:
        /^(?:impact|customer impact|user impact|incident (?:summary|impact|details|overview)|summary of (?:the )?incident)$/,
      weight: 0.5,
    },
    {
      words:
        /^(?:summary|executive summary|background|overview|leadup|fault|supporting information|appendix)$/,
      weight: 0.2,
    },
    { words: /^(?:five|5) whys$/, weight: 1.5 },
  ],
  labels: [
    {
      words:
        /^(?:incident (?:date|commander|id|number|lead|duration)|date of incident|time to (?:detect|resolve|recover|repair)|mtt[rd]|root causes?|duration|outage)/,
      weight: 1.5,
    },
    {
      words:
        /^(?:severity|impact|detected|resolved|started|start time|end time|started at|detected at|resolved at|start|end)\b/,
      weight: 0.7,
    },
    { words: /^(?:detection|trigger|resolution|action items?|authors?)\b/, weight: 0.5 },
  ],
  openings: [
    { words: /\b(?:this|the) (?:incident|outage|post-?mortem)\b/, weight: 1 },
    {
      words:
        /\b(?:experienced|suffered|caused) an? (?:\w{1,20} ){0,3}(?:outage|degradation|incident|downtime)\b/,
      weight: 1.2,
    },
  ],
  sections: {
    Summary:
      /^(?:executive summary|overview|incident (?:summary|overview)|what happened|tl ?dr|abstract|summary of (?:the )?incident|resumo)$/,
    Impact: /^(?:(?:customer|user|business|incident|service) impact|impact on .{1,30}|impacto)$/,
    'Contributing conditions':
      /^(?:(?:the )?root causes?(?: .{1,20})?|contributing (?:factors?|causes?)|causes?|proximate cause|causa raiz|cause racine|why (?:did )?it happen(?:ed)?)$/,
    Trigger: /^(?:triggering event|what triggered .{1,30})$/,
    Detection: /^(?:how (?:did )?we detect(?:ed)?(?: it)?|discovery|detection and response)$/,
    Resolution:
      /^(?:recovery|mitigation|resolution and recovery|remediation|fix|how (?:did )?we fix(?:ed)? it|resolução)$/,
    Timeline:
      /^(?:(?:incident|event) timeline|timeline (?:of events|of .{1,30}|utc|all .{1,30}|in .{1,20})|chronology|sequence of events|linha do tempo)$/,
    'What went well': /^(?:what went right|(?:things that )?went well|what we did well)$/,
    'What went wrong':
      /^(?:what (?:went (?:badly|poorly|bad)|could (?:have )?(?:gone|been|be|go) better|did not go (?:so )?well|didnt go (?:so )?well|could be improved|we did(?: not|nt) do well)|things that went (?:badly|poorly|wrong))$/,
    'Where we got lucky': /^(?:(?:where )?we (?:got|were) lucky|luck)$/,
    Actions:
      /^(?:action (?:items?|points?)|follow ?ups?|follow up (?:actions?|items?|tasks?)|corrective actions?|corrective and preventative measures|remediation items|next steps|to ?dos?|action plan|preventative measures|ações)$/,
    'Messages sent':
      /^(?:(?:customer |external |internal )?communications?(?: sent)?|messages|announcements|status updates)$/,
  },
  more: dated,
};

function dated({ stem, folders }: Facts): Sign[] {
  const day = /^(?:inc-?)?(?:19|20)\d\d[-_.]?\d\d[-_.]?\d\d/i;
  const here = day.test(stem) || /^\d{4} \d\d \d\d/.test(folders[0] ?? '');
  return here ? [{ weight: 0.6, reason: `the name ${stem} begins with a day` }] : [];
}
