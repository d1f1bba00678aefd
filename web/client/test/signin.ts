// Signs in and lists vehicles of a running system: node signin.js URL EMAIL PASSWORD. Prints JSON.
import { lotview, type Problem, type Schemas } from "../src/index.js";

const [url, email, password] = process.argv.slice(2);
if (url === undefined || email === undefined || password === undefined) {
  throw new Error("usage: signin URL EMAIL PASSWORD");
}

const refused = await lotview(url).GET("/v1/vehicles");
const problem: Problem | undefined = refused.error;

const login = await lotview(url).POST("/v1/auth/login", { body: { email, password } });
if (login.data === undefined) {
  throw new Error(login.error.detail);
}
if (!("accessToken" in login.data)) {
  throw new Error("a code of the app must follow");
}
const api = lotview(url, login.data.accessToken);

const made = await api.POST("/v1/vehicles", {
  body: { stockNumber: `TS-${Date.now()}`, year: 2019, make: "Toyota", model: "Camry" },
});
if (made.data === undefined) {
  throw new Error(made.error.detail);
}
const vehicle: Schemas["VehicleAnswer"] = made.data;

const list = await api.GET("/v1/vehicles", { params: { query: { limit: 10 } } });
const found = list.data?.data.some((one) => one.id === vehicle.id) ?? false;
console.log(JSON.stringify({ withoutToken: problem?.code, made: vehicle.stockNumber, found }));
