const VALUE =
  /-----BEGIN|\b(AKIA[A-Z0-9]{12}|sk-[\w-]{16}|gh[pousr]_\w{20}|xox[abp]-)|:\/\/[^\s/:]+:[^\s/@]+@|\b(password|secret|token)\s*[=:]\s*\S{6}|\b[0-9a-f]{32,}\b|\b(?=[A-Za-z0-9+]*[a-z])(?=[A-Za-z0-9+]*[A-Z])(?=[A-Za-z0-9+]*\d)[A-Za-z0-9+]{24,}={0,2}/;

/** Whether a text that should name a credential looks like the credential itself. */
export const looksLikeSecret = (text: string): boolean => VALUE.test(text);
