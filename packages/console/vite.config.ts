import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Static files for the payment service, which serves them under a policy that allows no inline script. */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["noren-source", "module", "browser", "development|production"] },
  build: {
    target: "es2022",
    // Fonts and images stay files of their own: nothing is loaded that a page does not show.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
  },
  // `npm run dev` beside a running service.
  server: { proxy: { "/console/api": process.env.NOREN_URL ?? "http://localhost:8080" } },
});
