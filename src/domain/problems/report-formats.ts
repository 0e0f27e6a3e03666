/** Ways to write findings down; each has a reporter of the command line. */
export const reportFormats = ['text', 'json', 'github', 'sarif', 'junit', 'markdown'] as const;

export type ReportFormat = (typeof reportFormats)[number];
