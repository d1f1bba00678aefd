package com.lotview.standalone.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The differences of a newer document that break clients of an older one. A request must still be
 * accepted: nothing removed, nothing newly required, no rule narrower. An answer must still be
 * understood: no field removed, none null that was not, no other type, and no new value where a
 * client may know them all.
 */
final class BreakingChanges {
  private final JsonNode oldRoot;
  private final JsonNode newRoot;
  private final List<String> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private BreakingChanges(JsonNode oldRoot, JsonNode newRoot) {
    this.oldRoot = oldRoot;
    this.newRoot = newRoot;
  }

  static List<String> between(JsonNode released, JsonNode now) {
    BreakingChanges changes = new BreakingChanges(released, now);
    Map<String, Call> calls = new HashMap<>();
    Call.all(now).forEach(call -> calls.put(call.toString(), call));
    for (Call old : Call.all(released)) {
      Call same = calls.get(old.toString());
      if (same == null) {
        changes.found.add(old + ": the operation is gone");
      } else {
        changes.compare(old, same);
      }
    }
    return changes.found;
  }

  private void compare(Call old, Call now) {
    parameters(old, now);
    security(old, now);
    JsonNode before = old.operation().path("requestBody");
    JsonNode after = now.operation().path("requestBody");
    if (after.path("required").asBoolean(false) && !before.path("required").asBoolean(false)) {
      found.add(now + ": a body is now required");
    }
    for (var media : before.path("content").properties()) {
      JsonNode same = after.path("content").path(media.getKey());
      if (same.isMissingNode()) {
        found.add(now + ": a body of " + media.getKey() + " is no longer taken");
      } else {
        request(now + " body", media.getValue().path("schema"), same.path("schema"));
      }
    }
    for (var answer : old.operation().path("responses").properties()) {
      if (answer.getKey().startsWith("2")) {
        answer(now + " " + answer.getKey(), answer.getValue(), now, answer.getKey());
      }
    }
  }

  private void answer(String where, JsonNode before, Call now, String status) {
    JsonNode after = now.operation().path("responses").path(status);
    if (after.isMissingNode()) {
      found.add(where + ": this status is gone");
      return;
    }
    for (var media : before.path("content").properties()) {
      JsonNode same = after.path("content").path(media.getKey());
      if (same.isMissingNode()) {
        found.add(where + ": is no longer " + media.getKey());
      } else {
        answered(where, media.getValue().path("schema"), same.path("schema"));
      }
    }
  }

  private void security(Call old, Call now) {
    List<JsonNode> ways = new ArrayList<>();
    now.operation().path("security").forEach(ways::add);
    JsonNode before = old.operation().path("security");
    if (before.isEmpty() && !ways.isEmpty()) {
      found.add(now + ": is no longer public");
    }
    for (JsonNode way : before) {
      if (!ways.isEmpty() && !ways.contains(way)) {
        found.add(now + ": can no longer be called with " + way);
      }
    }
  }

  private void parameters(Call old, Call now) {
    Map<String, JsonNode> before = byName(old.parameters());
    Map<String, JsonNode> after = byName(now.parameters());
    before.forEach((name, one) -> {
      if (after.containsKey(name)) {
        request(now + " " + name, one.path("schema"), after.get(name).path("schema"));
      } else {
        found.add(now + ": the parameter " + name + " is gone");
      }
    });
    after.forEach((name, one) -> {
      boolean was = before.containsKey(name) && before.get(name).path("required").asBoolean();
      if (one.path("required").asBoolean() && !was) {
        found.add(now + ": the parameter " + name + " is now required");
      }
    });
  }

  private static Map<String, JsonNode> byName(JsonNode parameters) {
    Map<String, JsonNode> all = new HashMap<>();
    parameters.forEach(
        one -> all.put(one.path("in").asString() + " " + one.path("name").asString(), one));
    return all;
  }

  private void request(String where, JsonNode given, JsonNode taken) {
    JsonNode old = resolved(oldRoot, given);
    JsonNode now = resolved(newRoot, taken);
    if (!seen.add(where + old.hashCode() + now.hashCode())) {
      return;
    }
    if (!types(now).containsAll(types(old))) {
      found.add(where + ": takes " + types(now) + " and no longer all of " + types(old));
    }
    narrower(where, old, now);
    if (now.has("enum") && !(old.has("enum") && words(now).containsAll(words(old)))) {
      found.add(where + ": takes only " + words(now));
    }
    for (var field : old.path("properties").properties()) {
      JsonNode same = now.path("properties").path(field.getKey());
      if (same.isMissingNode()) {
        found.add(where + ": the field " + field.getKey() + " is gone");
      } else {
        request(where + "." + field.getKey(), field.getValue(), same);
      }
    }
    now.path("required")
        .forEach(name -> {
          if (!Samples.required(old, name.asString())) {
            found.add(where + ": the field " + name.asString() + " is now required");
          }
        });
    if (old.has("items")) {
      request(where + "[]", old.get("items"), now.path("items"));
    }
  }

  private void narrower(String where, JsonNode old, JsonNode now) {
    for (String least : new String[] {"minimum", "minLength", "minItems"}) {
      if (now.has(least)
          && (!old.has(least) || now.get(least).asLong() > old.get(least).asLong())) {
        found.add(where + ": " + least + " is now " + now.get(least));
      }
    }
    for (String most : new String[] {"maximum", "maxLength", "maxItems"}) {
      if (now.has(most) && (!old.has(most) || now.get(most).asLong() < old.get(most).asLong())) {
        found.add(where + ": " + most + " is now " + now.get(most));
      }
    }
    for (String form : new String[] {"pattern", "format"}) {
      if (now.has(form) && !now.get(form).equals(old.get(form))) {
        found.add(where + ": " + form + " is now " + now.get(form));
      }
    }
  }

  private void answered(String where, JsonNode given, JsonNode got) {
    JsonNode old = resolved(oldRoot, given);
    JsonNode now = resolved(newRoot, got);
    if (!seen.add(where + old.hashCode() + now.hashCode())) {
      return;
    }
    if (!types(old).containsAll(types(now))) {
      found.add(where + ": answers " + types(now) + ", not only " + types(old));
    }
    if (old.has("enum") && !words(old).containsAll(words(now))) {
      Set<String> more = words(now);
      more.removeAll(words(old));
      found.add(where + ": answers the new words " + more);
    }
    for (var field : old.path("properties").properties()) {
      JsonNode same = now.path("properties").path(field.getKey());
      if (same.isMissingNode()) {
        found.add(where + ": the field " + field.getKey() + " is gone");
      } else {
        answered(where + "." + field.getKey(), field.getValue(), same);
      }
    }
    old.path("required")
        .forEach(name -> {
          if (!Samples.required(now, name.asString())) {
            found.add(where + ": the field " + name.asString() + " may now be missing");
          }
        });
    for (String part : new String[] {"items", "additionalProperties"}) {
      if (old.path(part).isObject()) {
        answered(where + "[]", old.get(part), now.path(part));
      }
    }
  }

  private static JsonNode resolved(JsonNode root, JsonNode schema) {
    JsonNode one = new Samples(root).resolved(schema);
    return one.has("anyOf") ? new Samples(root).resolved(one.get("anyOf").get(0)) : one;
  }

  private static Set<String> types(JsonNode schema) {
    Set<String> types = new TreeSet<>();
    JsonNode type = schema.path("type");
    if (type.isString()) {
      types.add(type.asString());
    }
    type.forEach(one -> types.add(one.asString()));
    return types;
  }

  private static Set<String> words(JsonNode schema) {
    Set<String> words = new TreeSet<>();
    schema.path("enum").forEach(word -> words.add(word.asString("null")));
    return words;
  }
}
