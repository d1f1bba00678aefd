package com.lotview.worker.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class InputTest {

  @ParameterizedTest
  @CsvSource({
    "a, KeyA, 0, keyDown, 65, a",
    "A, KeyA, 8, keyDown, 65, A",
    "'.', Period, 0, keyDown, 190, '.'",
    "7, Digit7, 0, keyDown, 55, 7",
    "é, '', 0, keyDown, 0, é",
    "Enter, Enter, 0, keyDown, 13, '\r'",
    "Tab, Tab, 0, rawKeyDown, 9,",
    "Delete, Delete, 0, rawKeyDown, 46,",
    "ArrowLeft, ArrowLeft, 2, rawKeyDown, 37,"
  })
  void aKeyIsPressedWithItsOwnCode(
      String key, String code, int modifiers, String type, int number, String text) {
    Map<String, ?> sent = of(key(key, code, modifiers)).parameters();
    assertThat(sent.get("type")).isEqualTo(type);
    assertThat(sent.get("windowsVirtualKeyCode")).isEqualTo(number);
    assertThat(sent.get("text")).isEqualTo(text);
    assertThat(sent.get("modifiers")).isEqualTo(modifiers);
  }

  @Test
  void shortcutsThatHelpInAFormAreTaken_othersCouldLeaveThePage() {
    Map<String, ?> sent = of(key("a", "KeyA", 2)).parameters();
    assertThat(sent.get("commands")).isEqualTo(java.util.List.of("selectAll"));
    assertThat(sent.get("text")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"t\":\"key\",\"d\":true,\"key\":\"t\",\"code\":\"KeyT\",\"m\":2}",
        "{\"t\":\"key\",\"d\":true,\"key\":\"F12\",\"code\":\"F12\",\"m\":0}",
        "{\"t\":\"key\",\"d\":true,\"key\":\"BrowserHome\",\"code\":\"BrowserHome\"}",
        "{\"t\":\"down\",\"x\":1,\"y\":1,\"b\":2}",
        "{\"t\":\"text\",\"s\":\"\"}",
        "{\"t\":\"Page.navigate\",\"url\":\"http://10.0.0.1\"}",
        "{}",
        "[]",
        "7"
      })
  void anythingElseIsNotDone(String message) {
    assertThat(Input.of(JsonMapper.shared().readTree(message))).isEmpty();
  }

  @Test
  void theMouseStaysInBounds() {
    Map<String, ?> sent =
        of("{\"t\":\"down\",\"x\":1e300,\"y\":12.5,\"n\":99,\"m\":255}").parameters();
    assertThat(sent.get("x")).isEqualTo(20_000.0);
    assertThat(sent.get("y")).isEqualTo(12.5);
    assertThat(sent.get("clickCount")).isEqualTo(3);
    assertThat(sent.get("modifiers")).isEqualTo(15);
    assertThat(sent.get("button")).isEqualTo("left");
  }

  @Test
  void whatWasTypedIsNeverShown() {
    assertThat(of("{\"t\":\"text\",\"s\":\"hunter2\"}")).asString().doesNotContain("hunter2");
    assertThat(of(key("h", "KeyH", 0))).asString().isEqualTo("Input[Input.dispatchKeyEvent]");
  }

  private static Input of(String message) {
    return Input.of(JsonMapper.shared().readTree(message)).orElseThrow();
  }

  private static String key(String key, String code, int modifiers) {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of("t", "key", "d", true, "key", key, "code", code, "m", modifiers));
  }
}
