// A static host for the built site under a sub-folder, as plain as the plainest host.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const SUB_FOLDER = '/some/sub/';

const MIME = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

// Resolves to { url, close }.
export async function serveDist(root = DIST) {
  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url, 'http://localhost');
      if (!pathname.startsWith(SUB_FOLDER)) throw new Error('outside the sub-folder');
      const name = normalize(pathname.slice(SUB_FOLDER.length) || 'index.html');
      if (name.startsWith('..')) throw new Error('outside the site');
      const bytes = await readFile(join(root, name));
      response.writeHead(200, { 'Content-Type': MIME[extname(name)] ?? 'text/plain' });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${SUB_FOLDER}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
