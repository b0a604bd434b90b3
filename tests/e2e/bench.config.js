import { defineConfig } from '@playwright/test';
import { common } from './playwright.config.js';

export default defineConfig({ ...common, workers: 1, testDir: '.', testMatch: 'bench.js' });
