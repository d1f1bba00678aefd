// The plain script that LotView is measured against: the same steps, each value looked at once.
import puppeteer from 'puppeteer-core';
import { readFileSync } from 'node:fs';

const order = JSON.parse(readFileSync(0, 'utf8'));
const browser = await puppeteer.launch({
  executablePath: order.chrome, headless: order.headless, userDataDir: order.profile, defaultViewport: null,
  env: { ...process.env, ...order.environment },
  args: [...(order.sandboxed ? [] : ['--no-sandbox']), '--no-first-run', '--no-default-browser-check', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-quic', '--disable-dev-shm-usage', '--enable-unsafe-swiftshader',
    '--lang=en-US', '--window-size=1920,1223', ...(order.headless ? ['--screen-info={2560x1440}'] : [])],
});
const page = (await browser.pages())[0];
page.setDefaultTimeout(15000);
const host = new URL(order.url).hostname;
await browser.setCookie(...order.cookies.map(({ name, value, path, expires, httpOnly }) => ({ name, value, domain: host, path, expires, httpOnly, secure: false, sameSite: 'Lax' })));

const by = (role, name) => `::-p-aria([name="${name}"][role="${role}"])`;
const same = (one, other) => one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();

/** Looks until it holds. */
async function until(look, what, most = 15000) {
  for (const end = Date.now() + most; Date.now() < end; await new Promise((done) => setTimeout(done, 15))) {
    const seen = await look().catch(() => null);
    if (seen) return seen;
  }
  throw new Error(`not in time: ${what}`);
}

async function choose(label, option) {
  for (let i = 0; i < 6; i++) {
    const box = await page.waitForSelector(by('combobox', label));
    // The page may have drawn it anew meanwhile: once more.
    if (!(await box.click().then(() => true, () => false))) continue;
    const row = await page.waitForSelector(by('option', option), { timeout: 1500 }).catch(() => null);
    if (!row) continue;
    await row.click().catch(() => {});
    const taken = await until(() => page.$eval(by('combobox', label), (node) => node.innerText).then((text) => text.includes(option)), label, 1500).catch(() => false);
    if (taken) return;
  }
  throw new Error(`not chosen: ${label}`);
}

async function write(label, text, digits) {
  const box = await page.waitForSelector(by('textbox', label));
  await box.click();
  if (text.length > 100) await page.keyboard.sendCharacter(text);
  else await box.type(text);
  const held = await page.$eval(by('textbox', label), (node) => node.value);
  if (!same(digits ? held.replace(/\D/g, '') : held, text)) throw new Error(`${label} holds ${held}`);
}

async function place(text) {
  for (let i = 0; i < 6; i++) {
    const box = await page.waitForSelector('input[role=combobox][aria-label=Location]');
    await box.click({ count: 3 });
    await box.type('Denver Colorado');
    const row = await until(() => page.evaluateHandle((wanted) => [...document.querySelectorAll('[role=option]')]
      .find((node) => node.innerText.trim().startsWith(wanted) && node.innerText.includes('City')) ?? null, text)
      .then((handle) => handle.asElement()), 'Location', 3000).catch(() => null);
    if (!row) continue;
    await row.click().catch(() => {});
    if (await until(() => box.evaluate((node) => node.value).then((value) => value === text), 'Location', 1000).catch(() => false)) return;
  }
  throw new Error('not chosen: Location');
}

async function press(name) {
  const node = await until(async () => {
    const found = await page.$(by('button', name));
    return found && await found.evaluate((one) => one.getAttribute('aria-disabled') !== 'true') ? found : null;
  }, name);
  await node.click();
}

const began = performance.now();
await page.goto(`${order.url}/`, { waitUntil: 'domcontentloaded' });
await page.waitForSelector('[aria-label="Your profile"],[aria-label="Account Controls and Settings"]');
await page.goto(`${order.url}/marketplace/create/vehicle`, { waitUntil: 'domcontentloaded' });
await choose('Vehicle type', 'Car/Truck');
const stored = () => page.$$eval('[role=form] img', (all) => all.filter((image) => image.complete && image.naturalWidth && /^http/.test(image.src)).length);
const files = await page.waitForSelector('[role=form] input[type=file][accept*="image"]');
await files.uploadFile(...order.photos);
await page.waitForSelector('[role=form] img');
await new Promise((done) => setTimeout(done, 300));
await place('Denver, Colorado');
await choose('Year', '2019');
await choose('Make', 'Honda');
await write('Model', 'Civic EX');
await write('Mileage', order.mileage, true);
await write('Price', '18990', true);
await choose('Body style', 'Sedan');
await choose('Exterior color', 'Blue');
await choose('Interior color', 'Black');
const box = await page.waitForSelector('input[name=title_status]');
if (!await box.evaluate((node) => node.checked)) await box.click();
await choose('Vehicle condition', 'Very good');
await choose('Fuel type', 'Gasoline');
await choose('Transmission', 'Automatic transmission');
await write('Description', order.description);
await until(() => stored().then((count) => count === order.photos.length), 'photos', 120000);
await press('Next');
const created = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('MarketplaceListingCreateMutation'), { timeout: 60000 });
await press('Publish');
const { data } = await (await created).json();
const { id } = data.marketplace_listing_create.listing;
await page.goto(`${order.url}/marketplace/item/${id}/`, { waitUntil: 'domcontentloaded' });
await until(() => page.evaluate(() => document.body.innerText.includes('2019 Honda Civic EX') && document.body.innerText.includes('18,990')), 'item page');
const millis = performance.now() - began;
await browser.close();
console.log(JSON.stringify({ id, millis }));
