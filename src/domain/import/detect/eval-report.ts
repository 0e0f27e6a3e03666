import type { Kind } from './kind.ts';

/** One evaluation of a model: eval reports, model cards, validation and bias reports. */
export const evalReport: Kind = {
  type: 'eval-report',
  called: 'an evaluation',
  folders: [
    {
      words:
        /^(?:.{0,60} )?(?:evals?|(?:model )?evaluations?|eval(?:uation)? reports?|eval(?:uation)? results)$/,
      weight: 3.5,
    },
    { words: /^(?:.{0,40} )?(?:model cards?|system cards?|validation reports?)$/, weight: 4 },
    { words: /^(?:benchmarks?|benchmark results|model validation)$/, weight: 1.5 },
  ],
  values: /^(?:evals?|evaluations?|eval(?:uation)? reports?|model cards?|benchmarks?)$/,
  keys: /^(?:model[-_ ]index|model[-_ ]?name|model[-_ ]?id|base[-_ ]model|pipeline[-_ ]tag|eval[-_ ]?(?:suite|set|date)?|dataset[-_ ]?version|prompt[-_ ]version|metrics)$/i,
  files: [
    {
      words: /\b(?:model card|eval(?:uation)? report|eval(?:uation)? results|system card)\b/,
      weight: 3,
    },
    { words: /^(?:evals?|evaluation)\b|\b(?:evals?|evaluation)$/, weight: 1.5 },
  ],
  titles: [
    {
      words:
        /\bmodel card\b|\b(?:eval(?:uation)?|validation|bias|red team(?:ing)?) (?:report|results)\b|^(?:eval|evaluation)\b/,
      weight: 2.5,
    },
    { words: /\b(?:evaluation|benchmark)\b/, weight: 0.7 },
  ],
  headings: [
    {
      words:
        /^(?:model details|model description|model information|model architecture.{0,30}|model)$/,
      weight: 1.2,
    },
    {
      words:
        /^(?:intended uses?.{0,30}|(?:direct|downstream|primary intended) uses?|primary intended users)$/,
      weight: 1.4,
    },
    { words: /^(?:out of scope.{0,30}|uses)$/, weight: 1 },
    {
      words:
        /^(?:evaluation(?: (?:data|dataset|results|metrics|method(?:ology)?))?|quantitative analys[ei]s|test set|eval results|testing data.{0,40})$/,
      weight: 1.3,
    },
    {
      words:
        /^(?:training (?:data|details|procedure)|training and evaluation data|data sets?|datasets?)$/,
      weight: 0.8,
    },
    {
      words:
        /^(?:bias.{0,40}|fairness.{0,20}|ethical considerations|caveats and recommendations|risks and limit(?:ation)?s|risks limitations and biases)$/,
      weight: 1.2,
    },
    { words: /^(?:limitations?.{0,20}|known limitations)$/, weight: 0.5 },
    {
      words:
        /^(?:metrics|results(?: .{0,20})?|performance(?: metrics)?|scores?|accuracy|confusion matrix|results by (?:slice|subgroup|category))$/,
      weight: 0.8,
    },
    { words: /^(?:method(?:ology)?|experimental setup|setup|question|hypothesis)$/, weight: 0.4 },
    {
      words:
        /^(?:failure (?:analysis|cases|modes)|error analysis|failed cases|failures worth reading|gate decision|regressions?|baseline)$/,
      weight: 0.9,
    },
    {
      words: /^(?:how to re ?run|reproduc(?:e|ing|ibility).{0,30}|prompts?(?: version)?)$/,
      weight: 0.5,
    },
  ],
  labels: [
    {
      words:
        /^(?:model|model (?:id|version|name)|judge|prompt version|baseline|harness|eval(?:uation)?)\b/,
      weight: 1.2,
    },
    { words: /^(?:data ?set|test set|cases|samples|accuracy|f1|run(?: on| date)?)\b/, weight: 0.8 },
  ],
  openings: [
    {
      words:
        /\b(?:we|this (?:report|document|page|eval(?:uation)?)) (?:evaluated?|evaluates|benchmark(?:ed|s)?|measures?|measured) .{0,80}\b(?:models?|llms?|prompts?|classifiers?)\b/s,
      weight: 1.8,
    },
    { words: /\bmodel card\b/, weight: 1.5 },
  ],
  sections: {
    Question: /^(?:objectives?|purpose|goals?|hypothes[ie]s|(?:research )?questions?|motivation)$/,
    Method:
      /^(?:methodology|methods|(?:evaluation|test) (?:method(?:ology)?|setup|procedure|approach)|approach|(?:experimental )?setup|how we (?:tested|evaluated|measured))$/,
    Data: /^(?:data ?sets?|(?:evaluation|test|testing|validation) (?:data|set|data ?set)|testing data.{0,40}|cases|samples)$/,
    'Results by slice':
      /^(?:(?:evaluation |benchmark |eval |test )?results|quantitative analys[ei]s|performance(?: metrics)?|results (?:by .{1,30}|summary)|metrics|findings|scores)$/,
    'Gate decision': /^(?:decision|conclusions?|verdict|recommendation)$/,
    'Failures worth reading':
      /^(?:(?:error|failure) analysis|failure (?:cases|modes|examples)|failures|failed cases|notable failures)$/,
    'Risks and limits':
      /^(?:limitations?|(?:known|technical) limitations|bias risks and limitations|risks|(?:risks|limitations) and (?:limitations|biases|risks)|caveats and recommendations|ethical considerations|risks limitations and biases|caveats)$/,
    'Out-of-scope use': /^(?:out of scope(?: .{1,20})?|misuse.{0,40}|uses out of scope)$/,
    Fairness: /^(?:bias(?: .{1,30})?|fairness .{1,30}|subgroup (?:analysis|results|performance))$/,
    'What we watch in production': /^(?:(?:production |post deployment )?monitoring(?: .{1,20})?)$/,
    'How to re-run':
      /^(?:reproducib(?:ility|le)|reproduction|reproducing(?: .{1,20})?|how to (?:reproduce|run|rerun)(?: .{1,20})?|running the eval(?:uation)?)$/,
  },
};
