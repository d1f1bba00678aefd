import puppeteer from "puppeteer-core";

const SCHEME = "prefers-color-scheme";
const TIMEOUT = 60_000;
const QUIET = 500;

/** Debian's Chromium; nothing is downloaded. */
export async function open() {
  const program = process.env["CHROME_BIN"] ?? "/usr/bin/chromium";
  const browser = await puppeteer.launch({
    executablePath: program,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  const page = (await browser.pages())[0];
  page.setDefaultTimeout(TIMEOUT);
  return { browser, page };
}

export async function show(page, width, dark) {
  await page.setViewport({ width, height: width < 600 ? 800 : 900, isMobile: width < 600, hasTouch: width < 600 });
  await page.emulateMediaFeatures([{ name: SCHEME, value: dark ? "dark" : "light" }]);
}

/** Opens an address and waits until it has asked for nothing for a while. */
export async function go(page, address) {
  await page.goto(address, { waitUntil: "load" });
  await settled(page);
}

export async function settled(page) {
  await page.waitForSelector("h1");
  await page.waitForFunction(
    () => {
      const asked = performance.getEntriesByType("resource").length;
      const quiet = asked === window.askedBefore;
      window.askedBefore = asked;
      // The kit shows what is loading for ever.
      const kit = location.pathname.endsWith("/_kit");
      return quiet && (kit || document.querySelector("main [role=status][aria-label]") === null);
    },
    { polling: QUIET },
  );
}

export async function signIn(page, app, { email, password }) {
  await page.goto(app);
  await page.waitForSelector("input[name=password]");
  await page.type("input[name=email]", email);
  await page.type("input[name=password]", password);
  await page.click("button[type=submit]");
  await page.waitForSelector("nav");
}
