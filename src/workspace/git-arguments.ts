/**
 * The arguments that run git in a folder of other people's: it takes nothing in that folder for a
 * repository but what a `.git` names, as the settings of one that is planted among the documents could
 * name programs to run and tell a history of their own.
 */
export const gitArguments = (folder: string, args: readonly string[]): string[] => [
  '-C',
  folder,
  ...['-c', 'safe.bareRepository=explicit'],
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'log.showSignature=false'],
  ...args,
];

/**
 * The environment that git runs in: it may fetch nothing, by no way. A repository of somebody else's can call a
 * program its server, and git asks the server for every object that it says is kept there.
 */
export const gitEnvironment = (
  env: Readonly<NodeJS.ProcessEnv> = process.env,
): NodeJS.ProcessEnv => ({
  ...env,
  GIT_ALLOW_PROTOCOL: '',
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
});
