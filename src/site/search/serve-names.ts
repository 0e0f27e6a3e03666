import type { HookParameters } from 'astro';
import { handbook } from '../handbook.ts';
import { namesAlone } from './write-search.ts';

/** Gives the authors' server the index of names, as it is now; texts are searched on a built site. */
export function serveNames({ server }: HookParameters<'astro:server:setup'>): void {
  server.middlewares.use('/search-index/names.json', (_request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(namesAlone(handbook()));
  });
}
