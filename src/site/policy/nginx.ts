import { contentTypes } from '../../domain/body/published.ts';
import { asHeader, filePolicy } from './content-policy.ts';
import { FEED_TYPE, headersOfAll, REFUSED, type Served, served } from './headers.ts';
import { leadingOn } from './old-addresses.ts';

/**
 * What nginx has to know of a built site, to be included in a `server` block that names its `root`.
 * Headers stand here once and are filled from variables: a location with a header of its own would lose them all.
 */
export const nginxSite = (policy: string): string => `\
# Written by the build, for the site beside it. Do not edit: install it again after a build that changed it.
# It belongs into a server block that names its root; deploy/nginx/handbook.conf is such a block.

index index.html;
autoindex off;
server_tokens off;
disable_symlinks on from=$document_root;
# Behind a proxy nginx knows neither the name nor the port that the reader sees.
absolute_redirect off;
client_max_body_size 1k;
client_body_timeout 5s;
client_header_timeout 10s;
send_timeout 30s;
large_client_header_buffers 4 16k;

gzip off;
gzip_static on;
gzip_vary on;

${types()}

set $handbook_csp "${asHeader(policy)}";
set $handbook_file_csp "${filePolicy}";
set $handbook_cache "${served.at(-1)?.cache}";
set $handbook_disposition "";
set $handbook_allow "";
${Object.entries(headersOfAll)
  .map(([name, value]) => `add_header ${name} "${value}" always;`)
  .join('\n')}
add_header Content-Security-Policy $handbook_csp always;
add_header Cache-Control $handbook_cache always;
# A header without a value is not sent.
add_header Content-Disposition $handbook_disposition;
add_header Allow $handbook_allow always;

error_page 403 404 =404 /404.html;

if ($request_method !~ ^(?:GET|HEAD)$) {
    set $handbook_allow "GET, HEAD";
    return 405;
}

location ~ "${REFUSED}" {
    return 404;
}
${served.map(location).join('')}${leadingOn}`;

/** The lines for a group of addresses; the last group has the values that were set above. */
function location({ path, policy, cache, disposition }: Served): string {
  if (path === null) return '';
  const lines = [
    ...(policy === 'file' ? ['set $handbook_csp $handbook_file_csp;'] : []),
    `set $handbook_cache "${cache}";`,
    ...(disposition ? [`set $handbook_disposition ${disposition};`] : []),
  ];
  return `\nlocation ~ "${path}" {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;
}

/** The content types of all that is published. */
function types(): string {
  const named: Record<string, string> = {
    ...contentTypes,
    css: 'text/css; charset=utf-8',
    html: 'text/html; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    woff2: 'font/woff2',
    xml: FEED_TYPE,
  };
  const lines = Object.entries(named)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([ending, type]) => `    "${type}" ${ending};`);
  return `types {\n${lines.join('\n')}\n}\ndefault_type application/octet-stream;`;
}
