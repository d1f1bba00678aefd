// What the browser is told of the extension.

/** Makes the id of an unpacked extension jabhaglibpfpncckogpdbgadkcjjepkk. The stores give ids of their own. */
const KEY =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmfnIKD4PiPP/GMB8CdD1y3zOLhpUUJzG9EXpMx3qIV9Q/iSH/We7w02gVzpXBWCm46zEBBdv" +
  "szjJb4w+MQqw5Bgi/b1vt/vQH63D6NCg2QGlyKW1R7/uYrlzjU/bksPBXLqitaIsCp3QKFM/ilUIY0l3NDDDgKAiUMabkpKWkj7ScaOW8TQvOvVrQg1i" +
  "579h+xQXqporwqg0qNjQ8u6baBYLh963n8dHhr8UmJB6naY8DMMkxy1Fqnmdl4vn5bEreD4NGBGloXwvtSymf0WzQA9sTg2DEwOcVNv/unqQZ79AyUcZ" +
  "PZwgOPriHo0Cnv/qe8A51q0KziCZKh2rZMVBMwIDAQAB";

/** Hosts for which the extension asks when they are needed: a typed server, the dealership's site, the marketplace. */
const LATER = ["https://*/*", "http://127.0.0.1/*", "http://localhost/*"];

/**
 * @param {{version: string, server: string, forStore: boolean}} options the server is an origin; empty: typed at the
 *   first start
 */
export function manifest({ version, server, forStore }) {
  const any = "https: wss: http://127.0.0.1:* ws://127.0.0.1:* http://localhost:* ws://localhost:*";
  const api = server === "" ? any : `${server} ${server.replace(/^http/, "ws")}`;
  return {
    manifest_version: 3,
    name: "__MSG_name__",
    description: "__MSG_description__",
    default_locale: "en",
    version,
    minimum_chrome_version: "123",
    ...(forStore ? {} : { key: KEY }),
    icons: Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/${size}.png`])),
    action: { default_title: "LotView" },
    commands: { _execute_action: { suggested_key: { default: "Alt+Shift+L" } } },
    background: { service_worker: "background.js", type: "module" },
    side_panel: { default_path: "panel.html" },
    permissions: ["activeTab", "scripting", "sidePanel", "storage"],
    host_permissions: server === "" ? [] : [`${server}/*`],
    optional_permissions: ["cookies"],
    optional_host_permissions: LATER,
    storage: { managed_schema: "managed.json" },
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob: https: http://127.0.0.1:*",
        `connect-src 'self' ${api}`,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join("; "),
    },
  };
}
