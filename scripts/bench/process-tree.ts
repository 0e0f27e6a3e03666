import { readdirSync, readFileSync } from 'node:fs';

/** Bytes of memory that a process and all below it hold now; null where the system does not tell. */
export function memoryOf(pid: number): number | null {
  const own = residentOf(pid);
  if (own === null) return null;
  return childrenOf(pid).reduce((sum, child) => sum + (memoryOf(child) ?? 0), own);
}

/** Seconds of user time of all children of this process that have ended; null where the system does not tell. */
export function childrenTime(): number | null {
  const stat = read('/proc/self/stat');
  if (stat === null) return null;
  // The name in brackets may hold spaces: the numbers are counted from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[13]) / TICKS_PER_SECOND;
}

/** Linux counts in hundredths for every program, whatever its kernel was built with. */
const TICKS_PER_SECOND = 100;

function residentOf(pid: number): number | null {
  const [, kilobytes] = /^VmRSS:\s*(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? '') ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      (read(`/proc/${pid}/task/${thread}/children`) ?? '').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    // It ended between two looks.
    return [];
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
