import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The screens: `vite` serves them in development (API calls go to a running server), `vite build` writes dist/web. */
export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // the two large files: React with the kit, and the charts, which only the dashboard loads
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // first, or what both use would go with the charts, and every page would load them
            { name: 'vendor', test: /node_modules\/(?!echarts\/|zrender\/)/ },
            { name: 'echarts', test: /node_modules\/(echarts|zrender)\// },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4400' } },
});
