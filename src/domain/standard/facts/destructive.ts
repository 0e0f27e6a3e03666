/** Words of a command that lose data or cut people off, and where they stand in it. */
export interface Destruction {
  readonly words: string;
  readonly offset: number;
}

const SQL = [
  /\bdrop\s+(table|database|schema|index|view|materialized|role|user|owned|type|tablespace|publication|replication)\b/gi,
  /\balter\s+table\s+\S+\s+drop\b/gi,
  /\btruncate\s+(table\s+)?["\w]/gi,
  /\bdelete\s+from\b/gi,
  /\bpg_(promote|terminate_backend)\b/gi,
];

const SHELL = [
  /(?<![\w./-])rm\s+(?!-?-?h(elp)?\b)\S/g,
  /(?<=\s)--force(-\w+)*\b/g,
  /\bgit\s+(push\s+(\S+\s+)*-f\b|reset\s+--hard|clean\s+-\w*f)/g,
  /(?<![\w./-])(mkfs(\.\w+)?|wipefs|shred|lvremove|vgremove|dropdb|dropuser|userdel|deluser|flushall|flushdb)\b/gi,
  /\bdd\s+(\S+\s+)*of=/g,
  /\s-delete\b/g,
  /(-X\s*|--request[ =])["']?DELETE\b/gi,
  /\b(Remove-Item|Clear-Content|rd\s+\/s|del\s+\/[fsq])/gi,
  /\b(docker|podman)\s+\S*\s*prune\b/g,
  /\brmtree\b/g,
  /(?<=\s)(--)?(delete|destroy|purge|drop|wipe|erase|failover|switchover)(?=[\s;"'`]|$)/gi,
  /(?<=\s)(delete|purge|destroy|wipe|failover)[-_][a-z][\w-]*(?=[\s;"'`]|$)/gi,
];

const DRY = /\s(--dry-run|--what-?if|--check|--no-act|--simulate)\b/i;

/** Programs that only read or print, and flags whose words are for people. */
const READER =
  /(^|[;&|(]\s*|\$\(\s*)(sudo\s+)?(e?grep|rg|echo|printf|logger|cat|less|tail|head|awk|journalctl|ls|man|git\s+(log|grep|show))\s[^|;&]*/g;
const REMARK = /--(reason|message|comment|note|title|description)[ =]("[^"]*"|'[^']*'|\S+)/g;
const FED =
  /\|\s*(sudo\s+(-u\s+\S+\s+)?)?(psql|mysql|sqlite3|sqlcmd|sh|bash|ssh|xargs|kubectl|redis-cli)\b/;

/** What in a block of commands destroys; `isSql` for a block in a database's language. */
export function destructionsIn(text: string, isSql: boolean): Destruction[] {
  const sql = isSql ? blanked(text, /--[^\n]*|\/\*[\s\S]*?\*\//g) : text;
  const shell = isSql
    ? ''
    : text.replaceAll(/(\\\n)|([^\n]+)/g, (whole, joined) => (joined ? '  ' : whole));
  const found = [
    ...matches(commandsOnly(sql, isSql), SQL),
    ...matches(commandsOnly(shell, false), SHELL),
  ];
  return found.sort((a, b) => a.offset - b.offset);
}

/** The text with everything blanked that is no command, so that places stay the same. */
function commandsOnly(text: string, isSql: boolean): string {
  if (isSql) return text;
  return text.replaceAll(/[^\n]+/g, (line) => {
    const bare = blanked(blanked(line, /(^|\s)#.*/g), REMARK);
    if (DRY.test(bare)) return blanked(bare, /.+/g);
    return FED.test(bare) ? bare : blanked(bare, READER);
  });
}

const blanked = (text: string, what: RegExp): string =>
  text.replaceAll(what, (words) => ' '.repeat(words.length));

const matches = (text: string, patterns: readonly RegExp[]): Destruction[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ words: match[0].trim(), offset: match.index })),
  );
