import { defineConfig } from '@playwright/test';

const PORT = process.env.PORT ?? '8187';
export const ORIGIN = `http://127.0.0.1:${PORT}`;

export const common = {
  workers: 2,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    actionTimeout: 10_000,
    // Each test has a browser of its own: none needs the whole site kept but those that ask for it.
    serviceWorkers: 'block',
    baseURL: `${ORIGIN}/halfseal/`,
    launchOptions: {
      executablePath: process.env.CHROME ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
    },
  },
  webServer: { command: 'node server.js', env: { PORT }, url: `${ORIGIN}/halfseal/index.html`, reuseExistingServer: false },
};

export default defineConfig({ ...common, testDir: '.', testMatch: '*.spec.js' });
