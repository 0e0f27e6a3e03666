import type { APIRoute } from 'astro';
import { faviconSvg } from '../site/emblem/favicon.ts';
import { handbook } from '../site/handbook.ts';
import { emblemOf } from '../site/settings.ts';

export const GET: APIRoute = () =>
  new Response(faviconSvg(emblemOf(handbook()).initials), {
    headers: { 'content-type': 'image/svg+xml' },
  });
