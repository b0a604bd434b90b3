// Keeps the site in the browser, so that it opens without a network. A version is kept whole or not at all; the page that
// is open stays in its version until its user asks for the newer one.
'use strict';

const VERSION = '@@VERSION@@';
/** Every file of the version. Names that do not say what is in them stand with their SHA-256, as hexadecimal digits. */
const FILES = @@FILES@@;
const OURS = `halfseal ${self.registration.scope} `;
const NAME = OURS + VERSION;

const digest = async (bytes) => {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Fetches one file, and refuses what belongs to another version. */
const fetched = async (file, sum) => {
  // What the browser keeps under a name that says what is in it is right.
  const answer = await fetch(new Request(file, { cache: sum ? 'no-cache' : 'default' }));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  if (sum && (await digest(await answer.clone().arrayBuffer())) !== sum) throw new Error(`${file} is of another version`);
  return answer;
};

const keep = async () => {
  const cache = await caches.open(NAME);
  const coming = Object.entries(FILES);
  const next = async () => {
    for (let one = coming.pop(); one; one = coming.pop()) await cache.put(one[0], await fetched(...one));
  };
  try {
    await Promise.all(Array.from({ length: 6 }, next));
  } catch (error) {
    coming.length = 0;
    await caches.delete(NAME);
    throw error;
  }
};

/** Other open pages may be of the version before: its files stay while there are any. */
const tidy = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
  const pages = await self.clients.matchAll({ includeUncontrolled: true });
  const old = pages.length > 0 ? names.slice(0, -1) : names;
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
};

const answer = async (request) => {
  const here = new URL(request.url);
  const path = here.origin + here.pathname;
  const wanted = path === self.registration.scope ? `${path}index.html` : path;
  const own = await caches.open(NAME);
  // A page of an older version asks for files of its own.
  return (await own.match(wanted)) ?? (await caches.match(wanted)) ?? fetch(request);
};

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});
