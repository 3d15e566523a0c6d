import { defineConfig } from 'vite';

/** The server and the command line as plain JavaScript for Node; packages stay outside the bundle. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: {
      input: {
        'cli/quarterdeck': 'cli/quarterdeck.ts',
        'server/embedded-worker': 'server/platform/database/embedded-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'server/[name]-[hash].js' },
    },
  },
});
