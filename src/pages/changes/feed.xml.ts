import type { APIRoute } from 'astro';
import { atomOf } from '../../site/feed/atom.ts';
import { handbook } from '../../site/handbook.ts';
import { changesFeed } from '../../site/views/changes-feed.ts';

export const GET: APIRoute = () =>
  new Response(atomOf(changesFeed(handbook(), process.env['HANDBOOK_SITE'])), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
