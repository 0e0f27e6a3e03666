import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { findChromium } from '../lib/chromium.ts';
import { freePort } from '../lib/nginx-server.ts';

/** What Lighthouse says of a page; scores from 0 to 100, times in milliseconds. */
export interface Figures {
  readonly kind: string;
  readonly device: 'mobile' | 'desktop';
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly shift: number;
  readonly largestPaint: number;
  readonly blocked: number;
  readonly bytes: number;
  /** Audits that cost a point, by id. */
  readonly costs: readonly string[];
}

interface Asked {
  readonly kind: string;
  readonly device: Figures['device'];
  readonly url: string;
  readonly runs: number;
}

/** The run with the median performance of a page. */
export async function figuresOf(asked: Asked): Promise<Figures> {
  const all: Figures[] = [];
  for (let run = 0; run < asked.runs; run++) all.push(await patiently(asked));
  const sorted = all.sort((a, b) => a.performance - b.performance);
  const median = sorted[Math.floor(sorted.length / 2)];
  if (!median) throw new Error('No run was asked for');
  return median;
}

/** On a busy machine Lighthouse loses a trace, a tab or its patience now and then, and asks to be run again. */
async function patiently(asked: Asked): Promise<Figures> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await runOnce(asked);
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

const TRIES = 3;

/** Each time in a browser of its own: one that broke down takes no other page with it. */
async function runOnce(asked: Asked): Promise<Figures> {
  const port = await freePort();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', `--remote-debugging-port=${port}`],
  });
  try {
    return await looked(asked, port);
  } finally {
    await browser.close();
  }
}

async function looked({ kind, device, url }: Asked, port: number): Promise<Figures> {
  const flags = {
    port,
    logLevel: 'error' as const,
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
  };
  const result = await lighthouse(url, flags, device === 'desktop' ? desktopConfig : undefined);
  if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
  const weighed = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
  );
  return {
    kind,
    device,
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    shift: value('cumulative-layout-shift'),
    largestPaint: value('largest-contentful-paint'),
    blocked: value('total-blocking-time'),
    bytes: value('total-byte-weight'),
    costs: weighed.filter((id) => (audits[id]?.score ?? 1) < 0.995),
  };
}
