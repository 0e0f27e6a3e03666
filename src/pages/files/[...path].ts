import type { APIRoute, GetStaticPaths } from 'astro';
import { contentTypes, endingOf } from '../../domain/body/published.ts';
import { publishedFiles, readAsset } from '../../site/assets.ts';
import { handbook } from '../../site/handbook.ts';

export const getStaticPaths: GetStaticPaths = () =>
  publishedFiles(handbook()).map((path) => ({ params: { path } }));

export const GET: APIRoute = ({ params }) => {
  const path = params['path'] ?? '';
  return new Response(readAsset(handbook(), path), {
    headers: { 'content-type': contentTypes[endingOf(path)] ?? 'application/octet-stream' },
  });
};
