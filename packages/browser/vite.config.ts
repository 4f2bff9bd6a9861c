import { defineConfig } from "vite";

/** Two files without dependency: an ES module, and a plain script with the global `Noren`. */
export default defineConfig({
  build: {
    lib: { entry: "src/index.ts", name: "Noren" },
    rollupOptions: {
      output: [
        { format: "es", entryFileNames: "noren.js" },
        { format: "iife", entryFileNames: "noren.iife.js", name: "Noren" },
      ],
    },
    target: "es2022",
    sourcemap: true,
    emptyOutDir: false,
  },
});
