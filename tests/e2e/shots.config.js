import { defineConfig } from '@playwright/test';
import { common } from './playwright.config.js';

export default defineConfig({ ...common, testDir: '.', testMatch: 'shots.js' });
