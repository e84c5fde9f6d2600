import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Served by the server at `/`. Offices and kiosks often run an older Chromium, so 94 is the floor. */
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'chrome94',
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    // api/no-eval.ts has to run before the first schema is made, in whatever chunk that is.
    rolldownOptions: { output: { strictExecutionOrder: true } },
  },
});
