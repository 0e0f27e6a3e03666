import { join } from 'node:path';
import { drill as definition } from '../../domain/commands/drill.ts';
import { drill as drillType } from '../../domain/documents/drill.ts';
import { type Entry, slugOf } from '../../domain/graph/corpus.ts';
import { composeFile } from '../../workspace/compose.ts';
import { type Workspace, withText } from '../../workspace/read-corpus.ts';
import { standardContext } from '../../workspace/witness.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import { openWorkspace } from '../open.ts';
import { optionsAsked, wordsAsked } from '../record/asked.ts';
import { refuseDay } from '../record/day.ts';
import { type Drill, fieldsOfDrill, meaningOf } from '../record/drill.ts';
import { drilledText } from '../record/drilled-text.ts';
import { type Log, readLog } from '../record/log.ts';
import { readMoment } from '../record/moment.ts';
import { carryOut, linesOf, type PlannedFile } from '../record/plan.ts';
import { choicesOf, documentAsked, personAsked } from '../record/subjects.ts';
import { unfinished } from '../record/unfinished.ts';
import { Refusal } from '../refusal.ts';

export const drill: Command = {
  ...definition,
  run: async (invocation) => {
    const { io, given } = invocation;
    const [word = ''] = wordsAsked(invocation, definition);
    const workspace = openWorkspace(invocation);
    const runbook = documentAsked(word, io, workspace);
    if (runbook.type.name !== 'runbook')
      throw new Refusal(`${runbook.path} is no runbook, and only runbooks are drilled.`);
    const facts = await factsOf(invocation, workspace, runbook);
    const context = standardContext(workspace, facts.on);
    const log = readLog(facts.log, io, context);
    const text = drilledText(workspace, context, facts, given.has('present-text'));
    const stem = freeStem(workspace, `${facts.on}-${slugOf(runbook).replaceAll('/', '-')}`, log);
    const data = fieldsOfDrill(facts, log, { hash: text.hash, stem, today: io.today });
    const content = composeFile(drillType, data);
    const path = `drills/${stem}.mdx`;
    const logPath = `drills/${stem}${log.ending}`;
    carryOut(invocation, workspace, [
      ...logFile(workspace, logPath, log),
      { path, content, lines: linesOf(data) },
    ]);
    const after = withText(workspace, path, content);
    const { fileOf, ...rest } = standardContext(
      after,
      [io.today, facts.on].toSorted().at(-1) ?? facts.on,
    );
    // After --dry-run the log is not there yet.
    const copied = { digest: log.digest, bytes: log.bytes.length, text: null };
    const judged = { ...rest, fileOf: (one: string) => (one === logPath ? copied : fileOf(one)) };
    for (const line of [...meaningOf(judged, path), ...text.notes, ...unfinished(runbook)])
      io.stderr(`${line}\n`);
    return 0;
  },
};

async function factsOf(
  invocation: Invocation,
  { corpus }: Workspace,
  runbook: Entry,
): Promise<Drill & { readonly log: string }> {
  const people = { by: choicesOf(corpus, 'person') };
  const names = ['by', 'started', 'finished', 'result', 'log'] as const;
  const answers = await optionsAsked(invocation, definition, names, people);
  const started = readMoment('started', answers.started);
  const finished = readMoment('finished', answers.finished);
  refuseDay(`--started ${answers.started}`, started.day, invocation, corpus);
  refuseDay(`--finished ${answers.finished}`, finished.day, invocation, corpus);
  if (finished.time <= started.time) {
    const how = 'Look at the days and the offsets from UTC.';
    throw new Refusal(
      `--finished ${answers.finished} is not after --started ${answers.started}. ${how} Nothing was written.`,
    );
  }
  const on = started.day;
  const named = (option: string, word: string) => slugOf(personAsked(option, word, corpus, on));
  const executor = named('by', answers.by);
  const others = (invocation.given.get('with') ?? []).map((word) => named('with', word));
  return {
    runbook,
    on,
    executor,
    participants: [...new Set(others)].filter((one) => one !== executor),
    started,
    finished,
    result: answers.result,
    kind: optionValue(invocation, 'kind'),
    environment: optionValue(invocation, 'environment'),
    title: optionValue(invocation, 'title'),
    log: answers.log,
  };
}

/** The first name that neither a record nor a log has; a log that lies in its place already keeps it. */
function freeStem({ root, texts, corpus }: Workspace, stem: string, log: Log): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    const copy = `drills/${name}${log.ending}`;
    const isFree = !corpus.assets.has(copy) || join(root, copy) === log.file;
    if (isFree && !texts.has(`drills/${name}.mdx`)) return name;
  }
}

/** The copy of the log, unless it lies there already. */
function logFile({ root }: Workspace, path: string, { file, bytes, digest }: Log): PlannedFile[] {
  const lines = [`${bytes.length} bytes, SHA-256 ${digest}`];
  return join(root, path) === file ? [] : [{ path, content: bytes, lines }];
}
