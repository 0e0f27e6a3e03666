import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Choice, Io, Prompt, Question } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { Refusal } from '../../src/cli/refusal.ts';

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly cwd: string;
  readonly home?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: Partial<Io['isTerminal']>;
  readonly prompt?: Prompt;
  readonly today?: string;
}

export const today = '2026-09-15';
export const bin = join(import.meta.dirname, '../../src/cli/bin.ts');

/** Nothing of the machine's own git settings reaches a test. */
export const quietGit = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Runs a command line in this process, as nobody's terminal unless told otherwise. */
export async function handbook(args: readonly string[], world: World): Promise<Result> {
  let stdout = '';
  let stderr = '';
  const code = await main(args, {
    cwd: world.cwd,
    home: world.home ?? world.cwd,
    env: { ...quietGit, ...world.env },
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    today: world.today ?? today,
    isTerminal: { input: false, output: false, ...world.terminal },
    prompt: world.prompt ?? nobody,
  });
  return { code, stdout, stderr };
}

/** A temporary folder, gone after the test, with a copy of a fixture as its `content`. */
export function temporary(fixture?: string, name = 'content'): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'handbook-cli-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  if (fixture) {
    cpSync(join(import.meta.dirname, '../fixtures/cli', fixture), join(folder, name), {
      recursive: true,
    });
  }
  return folder;
}

/** Somebody who gives these answers in turn, and cancels at a null; the questions are noted. */
export function answering(answers: (string | string[] | null)[]) {
  const asked: { question: Question; choices: readonly Choice[] }[] = [];
  const next = (question: Question, choices: readonly Choice[] = []) => {
    asked.push({ question, choices });
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`Nobody answers: ${question.message}`);
    if (answer === null) throw new Refusal('Cancelled. Nothing was written.');
    return answer;
  };
  const prompt: Prompt = {
    text: async (question) => String(next(question)),
    choose: async (question, choices) => String(next(question, choices)),
    chooseMany: async (question, choices) => [next(question, choices)].flat(),
  };
  return { prompt, asked };
}

const nobody = answering([]).prompt;
