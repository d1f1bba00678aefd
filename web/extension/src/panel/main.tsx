import { render } from "preact";
import { Panel } from "./panel.tsx";

const place = document.getElementById("panel");
if (place !== null) {
  render(<Panel />, place);
}
