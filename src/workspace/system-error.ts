/** Whether an error comes from the operating system, such as a file that may not be read. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error;

/** Why the system refuses a file, in words. */
export const reasonOf = ({ code, message }: NodeJS.ErrnoException): string =>
  (code !== undefined && REASONS[code]) || code || message;

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  ENOENT: 'it is gone, or its name is no UTF-8',
  ENAMETOOLONG: 'its path is too long',
};
