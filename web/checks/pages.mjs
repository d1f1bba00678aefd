/** Every page of the dashboard, with something to see on it: found in the dealership by the API. */
export async function pagesOf(url, who) {
  const session = await asked(`${url}/v1/auth/login`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(who),
  });
  const read = (path) => asked(url + path, { headers: { Authorization: `Bearer ${session.accessToken}` } });
  const postings = (await read("/v1/postings?limit=200")).data;
  const posting = (status) => {
    const one = postings.find((each) => each.status === status);
    return one === undefined ? [] : [{ name: `posting ${status.toLowerCase()}`, path: `postings/${one.id}` }];
  };
  const posted = postings.find((one) => one.status === "POSTED");
  const imports = (await read("/v1/vehicles/imports")).data;
  return [
    { name: "today", path: "" },
    { name: "inventory", path: "inventory" },
    { name: "inventory selected", path: "inventory", act: select },
    { name: "inventory post many", path: "inventory?posting=ENDED", act: postMany },
    { name: "inventory filters", path: "inventory?sort=-price&minPrice=1000000", act: filters },
    { name: "inventory archived", path: "inventory?status=ARCHIVED" },
    { name: "inventory new", path: "inventory/new" },
    { name: "inventory post", path: "inventory?posting=ENDED", act: (page) => press(page, "Post") },
    ...(posted === undefined ? [] : [{ name: "vehicle", path: `inventory/${posted.vehicleId}` }]),
    { name: "import", path: "import" },
    ...imports.slice(0, 1).map((one) => ({ name: "import report", path: `import/${one.importId ?? one.id}?all=true` })),
    { name: "postings", path: "postings" },
    ...["POSTED", "FAILED", "NEEDS_LOGIN", "NEEDS_REVIEW", "READY", "CANCELLED"].flatMap(posting),
    { name: "schedule", path: "schedule" },
    { name: "schedule agenda", path: "schedule?view=agenda" },
    { name: "notices", path: "notices" },
    { name: "accounts", path: "accounts" },
    { name: "numbers", path: "numbers" },
    { name: "users", path: "users" },
    ...["me", "notices", "dealership", "texts", "feeds-out", "keys", "webhooks", "audit"].map((name) => ({
      name: `settings ${name}`,
      path: `settings/${name}`,
    })),
    { name: "help", path: "postings", act: (page) => page.keyboard.type("?") },
    { name: "palette", path: "postings", act: palette },
  ];
}

async function asked(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) {
    throw new Error(`${address} answers ${answer.status}: ${await answer.text()}`);
  }
  return await answer.json();
}

async function select(page) {
  const boxes = await page.$$("main [data-row] input[type=checkbox]");
  for (const box of boxes.slice(0, 2)) {
    await box.click();
  }
}

async function press(page, name) {
  await click(page, `normalize-space()='${name}'`);
  await page.waitForSelector("[role=dialog]");
}

async function click(page, which) {
  const button = await page.waitForSelector(`main ::-p-xpath(.//button[${which}])`);
  await button.click();
}

async function postMany(page) {
  await select(page);
  await press(page, "Post 2");
  await (await page.waitForSelector("[role=dialog] fieldset label:nth-of-type(2) input")).click();
}

async function filters(page) {
  await click(page, "starts-with(., 'More filters')");
  await page.waitForSelector("main form input[name=make]");
}

async function palette(page) {
  await page.keyboard.down("Control");
  await page.keyboard.press("k");
  await page.keyboard.up("Control");
  await page.waitForSelector("[role=dialog]");
  await page.keyboard.type("cam");
}
