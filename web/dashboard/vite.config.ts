import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// LOTVIEW_API: a running system for `npm run dev`.
const api = process.env["LOTVIEW_API"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  base: "/app/",
  // Replaced by the gateway in each view of the page.
  html: { cspNonce: "@NONCE@" },
  plugins: [react(), tailwindcss()],
  build: { outDir: process.env["LOTVIEW_APP_OUT"] ?? "dist", emptyOutDir: true, manifest: true, target: "es2022" },
  server: {
    host: "127.0.0.1",
    // The same host for page and API: another origin would be refused.
    proxy: { "/v1": { target: api, changeOrigin: false }, "/ws": { target: api, ws: true, changeOrigin: false } },
  },
});
