import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { defineConfig, logHandlers } from 'astro/config';
import { feedTag } from './src/site/feed/feed-tag.ts';
import { handbook } from './src/site/handbook.ts';
import { handbookIntegration } from './src/site/integration.ts';
import { settingsOf } from './src/site/settings.ts';
import { socialTags } from './src/site/social-tags.ts';

const { root } = handbook().workspace;
const settings = settingsOf(handbook());
// One cache for each content folder and audience, for one copy must never be made of another one's pages.
// Astro restores unchanged pages without a look at the configuration that they were made under.
const cacheName = createHash('sha256').update(`${root}\n${handbook().audience?.name ?? '*'}`);
for (const file of ['astro.config.mjs', 'src/site/integration.ts']) {
  cacheName.update(readFileSync(new URL(file, import.meta.url)));
}
// Where the handbook is published, if that is known: pictures of links need whole addresses.
const site = process.env.HANDBOOK_SITE;

export default defineConfig({
  cacheDir: `./node_modules/.cache/handbook/${cacheName.digest('hex').slice(0, 12)}/`,
  experimental: { incrementalBuild: true },
  ...(site ? { site } : {}),
  trailingSlash: 'always',
  // A build of a thousand pages says nothing but what somebody has to act on.
  logger: logHandlers.console({ level: process.argv.includes('build') ? 'warn' : 'info' }),
  devToolbar: { enabled: false },
  integrations: [
    // Starlight adds a sitemap, which needs an address on the web; a handbook has none of its own.
    { name: '@astrojs/sitemap', hooks: {} },
    starlight({
      title: settings.title,
      description: settings.description,
      components: {
        Footer: './src/site/components/Footer.astro',
        Head: './src/site/components/Head.astro',
        Header: './src/site/components/Header.astro',
        LastUpdated: './src/site/components/LastUpdated.astro',
        MobileMenuFooter: './src/site/components/MobileMenuFooter.astro',
        PageTitle: './src/site/components/PageTitle.astro',
        ThemeProvider: './src/site/components/ThemeProvider.astro',
      },
      customCss: ['./src/site/styles/handbook.css'],
      head: [feedTag, ...socialTags(settings.title, site)],
      disable404Route: true,
      expressiveCode: false,
      // The build reads the pages with Pagefind itself, into an index that also knows names.
      pagefind: false,
      credits: false,
    }),
    handbookIntegration(),
  ],
});
