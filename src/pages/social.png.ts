import type { APIRoute } from 'astro';
import { socialPng } from '../site/emblem/social.ts';
import { handbook } from '../site/handbook.ts';
import { emblemOf } from '../site/settings.ts';

export const GET: APIRoute = async () =>
  new Response(await socialPng(emblemOf(handbook())), { headers: { 'content-type': 'image/png' } });
