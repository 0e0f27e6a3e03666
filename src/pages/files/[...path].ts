import type { APIRoute, GetStaticPaths } from 'astro';
import { contentTypes, publishedFiles, readAsset } from '../../site/assets.ts';
import { handbook } from '../../site/handbook.ts';

export const getStaticPaths: GetStaticPaths = () =>
  publishedFiles(handbook()).map((path) => ({ params: { path } }));

export const GET: APIRoute = ({ params }) => {
  const path = params['path'] ?? '';
  const ending = path.split('.').at(-1)?.toLowerCase() ?? '';
  return new Response(readAsset(handbook(), path), {
    headers: { 'content-type': contentTypes[ending] ?? 'application/octet-stream' },
  });
};
