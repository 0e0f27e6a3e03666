import { isSmallPicture, SMALL } from '../../body/data-image.ts';
import { relativePath, targetOf } from '../../body/target.ts';
import { at } from '../../problems/problem.ts';
import { suggester } from '../../problems/suggest.ts';
import { defineRule } from '../rule.ts';

const PICTURES = /\.(png|jpe?g|gif|webp|avif|svg)$/i;

export const images = defineRule({
  id: 'images',
  title: 'Images are in the handbook and described',
  why: 'An image from elsewhere tells that host who reads what, and is gone when the host is; one without words is nothing to a screen reader.',
  severity: 'error',
  messages: {
    none: {
      message: 'There is no image {path}.',
      fix: 'Correct the path, or add the file. Paths are relative to this document.',
      unfinished: true,
    },
    near: {
      message: 'There is no image {path}; did you mean {expected}?',
      fix: 'Write: {expected}',
      unfinished: true,
    },
    remote: {
      message: 'The image {path} does not come from the handbook.',
      fix: 'Save it beside the document and write its relative path.',
    },
    data: {
      message: 'The picture that is written into the document is no small PNG, JPEG, GIF or WebP.',
      fix: 'Save it beside the document and write its relative path; up to {limit} KB of base64 may stand in the text.',
    },
    kind: {
      message: 'The file {path} is no image that browsers show.',
      fix: 'Use PNG, JPEG, GIF, WebP, AVIF or SVG, or link to the file instead.',
      unfinished: true,
    },
    alt: {
      message: 'The image {path} has no description.',
      fix: 'Say what it shows: ![Queue depth rising from 40 to 3,000 in ten minutes]({path})',
      unfinished: true,
    },
  },
  *check({ corpus }) {
    const suggestion = suggester([...corpus.assets].filter((path) => PICTURES.test(path)));
    for (const entry of corpus.entries) {
      for (const image of entry.outline?.images ?? []) {
        const where = { path: entry.path, position: at(image) };
        const args = { path: image.url.slice(0, 200) || '(no path)' };
        const written = /^data:/i.test(image.url.trim());
        const target = targetOf(image.url, entry.path);
        if (written) {
          if (!isSmallPicture(image.url))
            yield { messageId: 'data', ...where, args: { limit: SMALL / 1024 } };
        } else if (target.kind !== 'file')
          yield {
            messageId: target.kind === 'external' || target.kind === 'unsafe' ? 'remote' : 'none',
            ...where,
            args,
          };
        else if (!corpus.assets.has(target.path)) {
          const near = suggestion(target.path);
          const expected = near === null ? '' : relativePath(entry.path, near);
          yield {
            messageId: near === null ? 'none' : 'near',
            ...where,
            args: { ...args, expected },
          };
        } else if (!PICTURES.test(target.path)) yield { messageId: 'kind', ...where, args };
        if (image.alt.trim() === '') yield { messageId: 'alt', ...where, args };
      }
    }
  },
});
