// Takes everything back that sw.js keeps. Where a release has to be called back, publish this file as sw.js: every browser
// asks for it at the next visit, forgets the kept site and goes on with the network. Projects are not touched.
'use strict';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  const off = async () => {
    const ours = `halfseal ${self.registration.scope} `;
    const names = (await caches.keys()).filter((name) => name.startsWith(ours));
    await Promise.all(names.map((name) => caches.delete(name)));
    await self.registration.unregister();
  };
  event.waitUntil(off());
});
