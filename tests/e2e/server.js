// Serves a built site under a subfolder, as a project page on a static host would.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { contentType } from './types.js';

const sites = {
  '/halfseal/': new URL('../../dist/', import.meta.url).pathname,
  '/bench/': new URL('bench/', import.meta.url).pathname,
  '/sampling/': new URL('../../target/sampling/', import.meta.url).pathname,
  '/modules/': new URL('node_modules/', import.meta.url).pathname,
  '/fault/': new URL('../../target/dist-fault/', import.meta.url).pathname,
};

createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
  const folder = Object.keys(sites).find((name) => path.startsWith(name));
  const file = folder && join(sites[folder], normalize(path.slice(folder.length) || 'index.html'));
  try {
    const body = await readFile(file);
    response.writeHead(200, { 'content-type': contentType(file) });
    response.end(body);
  } catch {
    response.writeHead(404);
    response.end();
  }
}).listen(Number(process.env.PORT ?? 8187), '127.0.0.1');
