package com.lotview.bench.web;

import com.lotview.standalone.client.ApiClient;

/**
 * A dealership with its one person.
 *
 * @param url of the gateway
 */
record Dealership(String id, String url, String email, String password) {
  /** The address of a page of the dashboard. */
  String page(String path) {
    return url + "/app/" + path;
  }

  ApiClient api() {
    ApiClient api = new ApiClient(url);
    api.signIn(email, password);
    return api;
  }

  /** The person's browser, signed in. */
  Screen screen() {
    Screen screen = Screen.open();
    screen.signIn(page(""), email, password);
    return screen;
  }
}
