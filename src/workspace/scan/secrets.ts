import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';

/** A secret: what it is and where; never the value. */
export interface Secret {
  readonly kind: string;
  readonly line: number;
  readonly column: number;
}

const PRESET = '@secretlint/secretlint-rule-preset-recommend';
const config = { rules: [{ id: PRESET, rule: creator, options: {} }] };

/** The secrets of a text by secretlint's recommended rules; lines and columns count from 1. */
export async function secretsIn(path: string, content: string): Promise<Secret[]> {
  const ext = /\.[^./]+$/.exec(path)?.[0] ?? '';
  const { messages } = await lintSource({
    source: { filePath: path, content, ext, contentType: 'text' },
    options: { config, maskSecrets: true, noPhysicFilePath: true },
  });
  return messages.map(({ ruleId, messageId, loc }) => ({
    kind: `${ruleId.replace(/^.*secretlint-rule-/, '')}: ${messageId}`,
    line: loc.start.line,
    column: loc.start.column + 1,
  }));
}
