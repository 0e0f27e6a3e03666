import type { Kind } from './kind.ts';

/** An interface with a product that somebody else runs: interface specifications, connectors, feeds. */
export const integration: Kind = {
  type: 'integration',
  called: 'an interface specification',
  folders: [
    {
      words:
        /^(?:.{0,60} )?(?:integrations|interfaces|interface (?:specs?|specifications?|control documents?)|connectors|data feeds|feeds|icds?)$/,
      weight: 3.2,
    },
  ],
  values: /^(?:integrations?|interfaces?(?: spec(?:ification)?)?|connectors?|feeds?)$/,
  keys: /^(?:counterparty|vendor|direction|protocol|transport|message[-_ ]types?|interface[-_ ](?:type|engine|id)|sending[-_ ](?:system|application)|receiving[-_ ](?:system|application)|payloads?)$/i,
  files: [
    {
      words:
        /\b(?:interface (?:spec|specification|control document|agreement)|integration (?:spec|specification|guide)|icd)\b/,
      weight: 2.2,
    },
    { words: /\b(?:integration|interface|connector|feed)$/, weight: 1.2 },
  ],
  titles: [
    {
      words:
        /\b(?:interface (?:spec|specification|control document|agreement|definition)|(?:adt|oru|orm|siu|mdm|dft|hl7|x12|837|835|270 271|edi) (?:\w{1,20} ){0,2}(?:interface|feed|integration|spec(?:ification)?))\b/,
      weight: 2.5,
    },
    { words: /\b(?:integration|interface|feed|connector)\b/, weight: 1 },
  ],
  headings: [
    {
      words:
        /^(?:(?:field |data |segment |message |hl7 )?mapping(?: table)?s?|(?:hl7 )?segments?|segment definitions?|message (?:types?|structure|format|definitions?|profiles?)s?|trigger events?|field definitions)$/,
      weight: 1.2,
    },
    {
      words:
        /^(?:transport|connectivity|connection(?: details)?|protocol|network|vpn|mllp|sftp|endpoints?|ack(?:nowledge?ments?)?(?: .{0,20})?)$/,
      weight: 0.7,
    },
    {
      words: /^(?:authentication(?: and authorization)?|authorization|auth|credentials|security)$/,
      weight: 0.35,
    },
    {
      words:
        /^(?:why this surface|counterparty down|counterparty|trading partners?|release and change calendar|sending (?:system|application)|receiving (?:system|application)|interface (?:overview|details|summary))$/,
      weight: 1.6,
    },
    {
      words:
        /^(?:reconciliation|retry.{0,20}|error handling|failure modes|rate limits?|limits|duplicates?.{0,20})$/,
      weight: 0.6,
    },
    {
      words:
        /^(?:sample (?:messages?|payloads?|files?)|example messages?|file (?:layout|format|naming.{0,15})|data (?:flow|exchange|elements|dictionary)|payloads?|schedule|frequency)$/,
      weight: 0.6,
    },
    {
      words:
        /^(?:vendor contacts?|support contacts?|contacts|go live.{0,20}|sandbox.{0,20}|test environment)$/,
      weight: 0.3,
    },
  ],
  labels: [
    {
      words:
        /^(?:counterparty|vendor|trading partner|direction|protocol|transport|message types?|interface (?:type|id|engine)|sending (?:system|application|facility)|receiving (?:system|application|facility)|source system|destination system)\b/,
      weight: 1.2,
    },
    { words: /^(?:frequency|schedule|format|endpoint|port|product)\b/, weight: 0.5 },
  ],
  openings: [
    {
      words:
        /\b(?:this|the) (?:document|specification|page|interface|integration) (?:describes|defines|specifies|covers|sends|receives) .{0,120}\b(?:interface|integration|feed|messages?|exchange)\b/s,
      weight: 1.5,
    },
  ],
  sections: {
    'Why this surface':
      /^(?:rationale|why|background|overview|purpose|introduction|description|summary)$/,
    Flow: /^(?:(?:data|message|process|integration|information) flow|workflow|flow diagram|sequence(?: diagram)?|how it works|data exchange|architecture)$/,
    'Mapping table':
      /^(?:(?:field |data |segment |message |hl7 |code )?mappings?|field definitions|data (?:elements|dictionary)|segments|message structure|file layout)$/,
    'Failure modes':
      /^(?:error handling|errors?|failure handling|trouble ?shooting|exceptions?|error (?:codes|conditions)|errors and retries)$/,
    Reconciliation: /^(?:reconcil(?:e|ing)|balancing|daily reconciliation)$/,
    'Counterparty down':
      /^(?:down ?time(?: .{1,20})?|outages?|contingency(?: .{1,20})?|vendor (?:down|outage))$/,
    'Release and change calendar':
      /^(?:change (?:management|calendar|control)|releases?(?: (?:schedule|calendar))?|versioning|maintenance windows?)$/,
    Quirks: /^(?:known (?:issues|quirks|limitations)|gotchas|caveats|special cases)$/,
  },
};
