import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import type { Listed } from '../../../domain/import/model.ts';

/** A text without what stands at its head; the lines of the body keep their numbers. */
export interface SplitText {
  readonly frontmatter: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly listed: readonly Listed[];
}

type Data = Record<string, unknown>;

/** Splits front matter in YAML, TOML or JSON from a text, as messy as it comes. */
export function splitHead(text: string): SplitText {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD');
  const lines = plain.split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  const head = start < 0 ? null : headAt(lines, start);
  if (!head) return { frontmatter: {}, body: plain, listed: [] };
  const body = [...Array<string>(head.next).fill(''), ...lines.slice(head.next)].join('\n');
  return { frontmatter: head.data, body, listed: commentsOf(lines, start + 1, head.next) };
}

interface Head {
  readonly data: Data;
  /** Index of the first line below it. */
  readonly next: number;
}

function headAt(lines: readonly string[], start: number): Head | null {
  const first = (lines[start] ?? '').trimEnd();
  if (first === '---') return yamlAt(lines, start);
  if (first === '+++') return between(lines, start, ['+++'], tomlOf);
  if (first.startsWith('{') && start === 0) return jsonAt(lines);
  return null;
}

function yamlAt(lines: readonly string[], start: number): Head | null {
  const closed = between(lines, start, ['---', '...'], yamlOf);
  if (closed) return closed;
  // Without an end, it is what looks like fields.
  let end = start + 1;
  while (end < lines.length && /^(?:[\w.-]+[ \t]*:(?:\s|$)|[ \t]+\S|- )/.test(lines[end] ?? ''))
    end++;
  if (end === start + 1) return null;
  const data = yamlOf(lines.slice(start + 1, end).join('\n'));
  return data && { data, next: end };
}

function between(
  lines: readonly string[],
  start: number,
  fences: readonly string[],
  read: (text: string) => Data | null,
): Head | null {
  const end = lines.findIndex((line, index) => index > start && fences.includes(line.trimEnd()));
  if (end < 0) return null;
  const data = read(lines.slice(start + 1, end).join('\n'));
  return data && { data, next: end + 1 };
}

function jsonAt(lines: readonly string[]): Head | null {
  const end = lines.findIndex((line) => line.trimEnd() === '}');
  if (end < 0) return null;
  try {
    const data: unknown = JSON.parse(lines.slice(0, end + 1).join('\n'));
    return isData(data) ? { data, next: end + 1 } : null;
  } catch {
    return null;
  }
}

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function tomlOf(text: string): Data | null {
  try {
    return plainOf(parseToml(text)) as Data;
  } catch {
    return byLine(text, '=');
  }
}

/** Fields in YAML; null where the text between the fences is no list of fields but prose. */
function yamlOf(text: string): Data | null {
  if (text.trim() === '') return {};
  const document = parseDocument(text.replaceAll('\t', '  '), {
    uniqueKeys: false,
    strict: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) return byLine(text, ':');
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    if (isData(data)) return plainOf(data) as Data;
    return data === null ? {} : null;
  } catch {
    return byLine(text, ':');
  }
}

/** Values as plain data: days as ISO text, everything else as it is. */
function plainOf(value: unknown): unknown {
  if (value instanceof Date) {
    const iso = Number.isNaN(value.getTime()) ? '' : value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
  }
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plainOf);
  if (!isData(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainOf(inner)]));
}

/** Fields of a head that does not parse: each line that begins with a name, and the lines below it. */
function byLine(text: string, separator: ':' | '='): Data | null {
  const data: Record<string, string | string[]> = {};
  let open: string | null = null;
  for (const line of text.split('\n')) {
    const at = line.indexOf(separator);
    const name =
      at > 0
        ? line
            .slice(0, at)
            .trim()
            .replaceAll(/^["']|["']$/g, '')
        : '';
    if (/^[\w][\w .-]{0,60}$/.test(name) && !/^\s/.test(line)) {
      open = name;
      data[name] = unquoted(line.slice(at + 1));
    } else if (open !== null && line.trim() !== '') data[open] = joined(data[open] ?? '', line);
  }
  return open === null ? null : data;
}

const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/s, '$2');

function joined(value: string | string[], line: string): string | string[] {
  const [, item] = /^\s*-\s+(.*)$/.exec(line) ?? [];
  if (item !== undefined && (Array.isArray(value) || value === ''))
    return [...(value === '' ? [] : value), unquoted(item)];
  return Array.isArray(value) ? [...value, line.trim()] : `${value}\n${line.trim()}`.trim();
}

function commentsOf(lines: readonly string[], from: number, to: number): Listed[] {
  return lines.slice(from, to).flatMap((line, index) =>
    /^\s*#/.test(line)
      ? [
          {
            line: from + index + 1,
            kind: 'comment',
            text: line.trim(),
            became: 'Left out: comments are not shown.',
          },
        ]
      : [],
  );
}
